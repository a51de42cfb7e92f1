// SPDX-License-Identifier: MIT
#include "core/distortion.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <random>

#include "core/arrangement.hpp"
#include "core/gaussian_blur.hpp"

namespace atelier::core {
namespace {

std::uint8_t whole_gray(float gray) {
  return static_cast<std::uint8_t>(std::clamp(gray, 0.0F, 255.0F) + 0.5F);
}

bool moves(const Distortion& distortion) {
  return distortion.shift_x != 0 || distortion.shift_y != 0 || distortion.turn != 0 ||
         distortion.scale != 1;
}

GrayImage moved(const GrayImage& image, const Distortion& distortion) {
  constexpr float kRadians = 3.14159265F / 180;
  const auto side = static_cast<float>(image.width);
  return arranged(image,
                  Arrangement::about(0.5F, 0.5F, distortion.scale, distortion.turn * kRadians,
                                     distortion.shift_x / side, distortion.shift_y / side));
}

void change_contrast(GrayImage& image, float contrast) {
  float sum = 0;
  for (const std::uint8_t pixel : image.pixels) sum += static_cast<float>(pixel);
  const float mean = sum / static_cast<float>(image.pixels.size());
  for (std::uint8_t& pixel : image.pixels) {
    pixel = whole_gray(mean + (static_cast<float>(pixel) - mean) * contrast);
  }
}

// Twelve numbers spread evenly over 0..1 have together a variance of 1 and are all but normally
// spread; unlike the standard library's normal numbers, they are the same everywhere.
float normal(std::mt19937& random) {
  float sum = -6;
  for (int k = 0; k < 12; ++k) sum += static_cast<float>(random() >> 8U) / 16777216.0F;
  return sum;
}

void add_noise(GrayImage& image, float deviation, std::uint32_t seed) {
  std::mt19937 random(seed);
  for (std::uint8_t& pixel : image.pixels) {
    pixel = whole_gray(static_cast<float>(pixel) + deviation * normal(random));
  }
}

}  // namespace

GrayImage distorted(const GrayImage& image, const Distortion& distortion) {
  assert(image.width == image.height);
  GrayImage result = moves(distortion) ? moved(image, distortion) : image;
  if (distortion.blur > 0) result = blurred(result, distortion.blur);
  if (distortion.contrast != 1) change_contrast(result, distortion.contrast);
  if (distortion.noise > 0) add_noise(result, distortion.noise, distortion.seed);
  return result;
}

}  // namespace atelier::core
