// SPDX-License-Identifier: MIT
// nn/shape.hpp: how numbers lie in memory between two operations: images one after another, each
// row by row, each pixel with all its channels. The channels of a pixel are padded with zeros to a
// multiple of four, so that every pixel is a whole number of Float4. A vector of F features is an
// image of one pixel.
#pragma once

#include <cstddef>

#include "nn/float4.hpp"

namespace atelier::nn {

constexpr int round_up_to_lanes(int channels) { return (channels + kLanes - 1) / kLanes * kLanes; }

// index * stride as an offset into memory; neither is negative.
constexpr std::size_t offset(int index, int stride) {
  return static_cast<std::size_t>(index) * static_cast<std::size_t>(stride);
}

struct Shape {
  int height = 1;
  int width = 1;
  int channels = 1;

  [[nodiscard]] int pixels() const { return height * width; }
  // From one pixel to the next, in floats.
  [[nodiscard]] int stride() const { return round_up_to_lanes(channels); }
  // From one image to the next, in floats.
  [[nodiscard]] std::size_t size() const { return offset(pixels(), stride()); }

  friend bool operator==(const Shape&, const Shape&) = default;
};

}  // namespace atelier::nn
