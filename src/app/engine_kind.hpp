// SPDX-License-Identifier: MIT
// app/engine_kind.hpp: the two engines that can run a network. Ours comes with the page and is
// there first; ONNX Runtime Web, 14 MB, streams in behind it and is the engine of record.
#pragma once

#include <cstddef>

#include "core/names.hpp"

namespace atelier::app {

enum class EngineKind { kAtelierNn, kOrtWeb };
ATELIER_NAMES(EngineKind, "atelier-nn", "onnxruntime-web");

inline constexpr std::size_t kEngineCount = 2;

[[nodiscard]] constexpr EngineKind other(EngineKind kind) {
  return kind == EngineKind::kAtelierNn ? EngineKind::kOrtWeb : EngineKind::kAtelierNn;
}

}  // namespace atelier::app
