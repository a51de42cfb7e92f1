// SPDX-License-Identifier: MIT
// features/explain/altered.hpp: the picture in front of the network as an open explanation alters
// it, and what is answered to that. It is shown in the place of the picture and its answer, and
// says so.
#pragma once

#include <optional>
#include <string_view>

#include "app/state.hpp"
#include "core/image.hpp"
#include "core/prediction.hpp"

namespace atelier::app {

struct Altered {
  std::string_view word;  // "changed", "distorted"
  core::GrayImage picture;
  std::optional<core::Prediction> prediction;  // by our own engine; none while it is not known
};

// None while the picture is shown as it is.
[[nodiscard]] std::optional<Altered> altered_picture(const State& state);

}  // namespace atelier::app
