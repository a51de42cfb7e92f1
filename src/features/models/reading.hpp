// SPDX-License-Identifier: MIT
// features/models/reading.hpp: what numbers a visitor's model is given for the grays 0 to 255.
// web/own_model has the arithmetic.
#pragma once

#include <cstddef>

#include "core/names.hpp"

namespace atelier::app {

enum class PixelRange {
  k255,           // as in the files
  kUnit,          // 0 to 1
  kSymmetric,     // -1 to 1
  kStandardised,  // less the training set's mean, 0.2860, over its deviation, 0.3530
};
ATELIER_NAMES(PixelRange, "0..255", "0..1", "-1..1", "standardised");

struct Reading {
  PixelRange range = PixelRange::k255;
  bool inverted = false;  // black and white change places first

  // 0 to kReadingCount - 1; the other way round for from_number.
  [[nodiscard]] constexpr std::size_t number() const {
    return 2 * static_cast<std::size_t>(range) + (inverted ? 1 : 0);
  }
  [[nodiscard]] static constexpr Reading from_number(std::size_t number) {
    return {static_cast<PixelRange>(number / 2), number % 2 == 1};
  }
  friend bool operator==(const Reading&, const Reading&) = default;
};

inline constexpr std::size_t kReadingCount = 8;

}  // namespace atelier::app
