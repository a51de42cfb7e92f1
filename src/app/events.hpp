// SPDX-License-Identifier: MIT
// app/events.hpp: what comes back from the world through the ports. The bridge appends events as
// they arrive and has them drained before each frame, and as soon as one completes a request.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/engine_kind.hpp"
#include "app/model_info.hpp"
#include "core/result.hpp"

namespace atelier::app {

// Names one request. Never reused, never 0.
using Token = std::uint32_t;

enum class DatasetFile { kLabels, kImages };

struct DatasetFileStarted {
  DatasetFile file{};
  std::uint64_t bytes_total{};  // 0: the server did not say
};
struct DatasetFileChunk {
  DatasetFile file{};
  std::vector<std::byte> bytes;
};
struct DatasetFileEnded {
  DatasetFile file{};
};
struct DatasetFileFailed {
  DatasetFile file{};
  core::Error error;
};

struct ModelsListed {
  std::vector<ModelInfo> models;
  std::string default_id;
};
struct ModelsFailed {
  core::Error error;
};

// Bytes of the engine, where it is not a part of the page, and of the model together.
struct EngineProgress {
  EngineKind engine{};
  std::uint64_t bytes_received{};
  std::uint64_t bytes_total{};
};

struct ModelLoaded {
  Token token{};
};
struct ModelFailed {
  Token token{};
  core::Error error;
};

struct Classified {
  Token token{};
  std::array<float, 10> logits{};
  double elapsed_ms{};  // inside the engine, without the way there and back
};
struct ClassifyFailed {
  Token token{};
  core::Error error;
};

// Ten logits each for test images first, first + 1, ...; in any order, each image once.
struct EvaluationLogits {
  Token token{};
  std::uint32_t first{};
  std::vector<float> logits;
};
struct EvaluationDone {
  Token token{};
  std::uint32_t workers{};  // that shared the work
};
struct EvaluationFailed {
  Token token{};
  core::Error error;
};

using Event =
    std::variant<DatasetFileStarted, DatasetFileChunk, DatasetFileEnded, DatasetFileFailed,
                 ModelsListed, ModelsFailed, EngineProgress, ModelLoaded, ModelFailed, Classified,
                 ClassifyFailed, EvaluationLogits, EvaluationDone, EvaluationFailed>;

}  // namespace atelier::app
