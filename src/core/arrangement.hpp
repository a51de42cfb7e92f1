// SPDX-License-Identifier: MIT
// core/arrangement.hpp: moving, scaling and turning a whole picture.
#pragma once

#include "core/image.hpp"

namespace atelier::core {

// Takes (x, y) to (a x - b y + dx, b x + a y + dy), in 0..1 of the square, y down: turns clockwise
// and scales alike in all directions about the top left corner, then moves.
struct Arrangement {
  float a = 1.0F;
  float b = 0.0F;
  float dx = 0.0F;
  float dy = 0.0F;

  // Scales and turns (radians, clockwise) about a point, then moves.
  [[nodiscard]] static Arrangement about(float x, float y, float scale, float angle,
                                         float move_x = 0.0F, float move_y = 0.0F);
  // This, and then `next`.
  [[nodiscard]] Arrangement then(const Arrangement& next) const;

  [[nodiscard]] float x_of(float x, float y) const { return a * x - b * y + dx; }
  [[nodiscard]] float y_of(float x, float y) const { return b * x + a * y + dy; }
  [[nodiscard]] float scale() const;

  friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

inline constexpr float kLeastScale = 0.02F;
inline constexpr float kGreatestScale = 50.0F;
inline constexpr float kGreatestMove = 100.0F;

// Finite and within these.
[[nodiscard]] bool is_valid(const Arrangement& arrangement);

// The square image arranged so, on a canvas of the same size; black where nothing came from.
// Between pixels it interpolates; where it shrinks, each pixel is the mean of what it covers. A
// move by whole pixels is exact. `arrangement` must be valid.
[[nodiscard]] GrayImage arranged(const GrayImage& image, const Arrangement& arrangement);

}  // namespace atelier::core
