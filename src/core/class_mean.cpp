// SPDX-License-Identifier: MIT
#include "core/class_mean.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "core/interpolation.hpp"

namespace atelier::core {
namespace {

constexpr float kFaint = 0.12F;      // of the mean's gray
constexpr float kLineGray = 100.0F;  // 3.5 : 1 against black
constexpr float kHalfLine = 1.75F;   // pixels; a narrower one would be fainter on a small page

// Between the centres of the mean's pixels; beyond the outermost it stays as they are.
float smooth(const GrayImage& image, float x, float y) {
  const auto within = [](float at, int side) {
    return std::clamp(at, 0.5F, static_cast<float>(side) - 0.5F);
  };
  return interpolated(image, within(x, image.width), within(y, image.height));
}

}  // namespace

std::optional<GrayImage> class_mean(const DatasetView& set, std::uint8_t label) {
  std::array<std::uint32_t, kSamplePixels> sums{};
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < set.count(); ++i) {
    if (set.label(i) != label) continue;
    const SamplePixels pixels = set.image(i);
    for (std::size_t k = 0; k < kSamplePixels; ++k) sums[k] += pixels[k];
    ++count;
  }
  if (count == 0) return std::nullopt;
  GrayImage mean = blank_image(kSampleSide, kSampleSide);
  std::transform(sums.begin(), sums.end(), mean.pixels.begin(), [count](std::uint32_t sum) {
    return static_cast<std::uint8_t>((sum + count / 2) / count);
  });
  return mean;
}

GrayImage tracing(const GrayImage& mean, int side) {
  const float level =
      static_cast<float>(*std::max_element(mean.pixels.begin(), mean.pixels.end())) / 2.0F;
  const float scale = static_cast<float>(mean.width) / static_cast<float>(side);
  GrayImage result = blank_image(side, side);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const auto gray = [&](float dx, float dy) {
        return smooth(mean, (static_cast<float>(x) + 0.5F + dx) * scale,
                      (static_cast<float>(y) + 0.5F + dy) * scale);
      };
      const float here = gray(0.0F, 0.0F);
      float shown = here * kFaint;
      // How far the level is from here, by the slope.
      const float slope =
          std::hypot(gray(1.0F, 0.0F) - gray(-1.0F, 0.0F), gray(0.0F, 1.0F) - gray(0.0F, -1.0F)) /
          2.0F;
      if (slope > 0.0F) {
        const float distance = std::abs(here - level) / slope;
        const float line = std::clamp(kHalfLine + 0.5F - distance, 0.0F, 1.0F);
        shown += (kLineGray - shown) * line;
      }
      result.at(x, y) = static_cast<std::uint8_t>(shown + 0.5F);
    }
  }
  return result;
}

}  // namespace atelier::core
