// SPDX-License-Identifier: MIT
// features/photo/state.hpp: the photo that a visitor has brought, and how it is prepared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/color_image.hpp"
#include "core/photo.hpp"
#include "core/result.hpp"

namespace atelier::app {

struct Photo {
  core::ColorImage image;          // empty: there is none
  std::string name;                // of the file; empty of one that has none
  std::optional<core::Rect> crop;  // what was chosen of it, in its pixels
  core::PhotoOptions options;  // for as long as the page is open; whether to negate, by the photo
  std::uint64_t version{};     // grows with every other photo

  bool opening = false;              // another one is on its way
  std::optional<core::Error> error;  // of the last attempt; the photo of before is there still
  std::string refused_name;

  [[nodiscard]] bool there() const { return !image.empty(); }
};

}  // namespace atelier::app
