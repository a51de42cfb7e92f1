// SPDX-License-Identifier: MIT
#include "core/photo.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/background.hpp"
#include "core/framing.hpp"

namespace atelier::core {
namespace {

// Less than this is left of a photo: as of a drawing, PreprocessOptions::least_ink.
constexpr float kLeastGarment = 0.003F;

void paint_over(ColorImage& image, const GrayImage& where, const Rgb& color) {
  for (std::size_t k = 0; k < where.pixels.size(); ++k) {
    if (where.pixels[k] == 0) continue;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      image.pixels[3 * k + channel] = color[channel];
    }
  }
}

ColorImage scaled(const ColorImage& part, int longest, Resampling resampling) {
  const int width = scaled_length(part.width, longest);
  const int height = scaled_length(part.height, longest);
  if (resampling == Resampling::kAveraging) return resize_area(part, width, height);
  const int side = std::max(part.width, part.height);
  if (side <= kThumbnailSide) return skip_pixels(part, width, height);
  const auto thumbnail = [&](int length) {
    return std::max(1, (length * kThumbnailSide + side / 2) / side);
  };
  return skip_pixels(resize_area(part, thumbnail(part.width), thumbnail(part.height)), width,
                     height);
}

ColorImage framed(const ColorImage& image, const Rect& place, const Rgb& paper) {
  ColorImage frame = plain_image(kSampleSide, kSampleSide, paper);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) frame.set(place.x + x, place.y + y, image.at(x, y));
  }
  return frame;
}

ColorImage negated(ColorImage image) {
  for (std::uint8_t& value : image.pixels) value = static_cast<std::uint8_t>(255 - value);
  return image;
}

bool is_blank(const GrayImage& background) {
  const auto area = static_cast<float>(background.pixels.size());
  const auto taken = static_cast<float>(count_ink(background, 0));
  return area - taken < kLeastGarment * area;
}

}  // namespace

Result<void> check_photo(int width, int height, std::size_t byte_count) {
  const auto good = [](int side) { return side >= 1 && side <= kLongestPhotoSide; };
  const std::string size = std::to_string(width) + " x " + std::to_string(height);
  if (!good(width) || !good(height)) {
    return Error{ErrorCode::kTooLarge,
                 size + ", allowed up to " + std::to_string(kLongestPhotoSide) + " a side"};
  }
  if (byte_count != bytes_of_photo(width, height)) {
    return Error{ErrorCode::kBadPixels, std::to_string(byte_count) + " values for " + size};
  }
  return {};
}

Rect part_of_photo(const ColorImage& photo, const Rect& wanted) {
  const int left = std::clamp(wanted.x, 0, photo.width);
  const int top = std::clamp(wanted.y, 0, photo.height);
  const int right = std::clamp(wanted.x + wanted.width, left, photo.width);
  const int bottom = std::clamp(wanted.y + wanted.height, top, photo.height);
  const Rect part{left, top, right - left, bottom - top};
  return part.empty() ? Rect{0, 0, photo.width, photo.height} : part;
}

bool has_dark_background(const ColorImage& photo) { return luma(border_color(photo)) < 128; }

Rect trim_bounds(const ColorImage& image, float tolerance) {
  const Closeness close(tolerance);
  const Rgb top_left = image.at(0, 0);
  const Rgb top_right = image.at(image.width - 1, 0);
  const Rgb bottom_left = image.at(0, image.height - 1);
  int left = image.width, top = image.height, right = -1, bottom = -1;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const Rgb color = image.at(x, y);
      const bool differs = !close(color, top_left);
      if (differs) {
        left = std::min(left, x);
        top = std::min(top, y);
      }
      if (x > right && !close(color, top_right)) right = x;
      if (y > bottom && !close(color, bottom_left)) bottom = y;
    }
  }
  const Rect bounds{left, top, right - left + 1, bottom - top + 1};
  return bounds.empty() ? Rect{} : bounds;
}

ColorImage skip_pixels(const ColorImage& image, int width, int height) {
  ColorImage result = plain_image(width, height, {});
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      result.set(x, y,
                 image.at((2 * x + 1) * image.width / (2 * width),
                          (2 * y + 1) * image.height / (2 * height)));
    }
  }
  return result;
}

ColorImage sharpen(const ColorImage& image, float amount) {
  // Of the Gaussian at the distances 1 and the root of 2, where 1 is in the middle. ImageMagick
  // weights the middle with twice the sum of all, the others with their negatives, and scales the
  // whole to a sum of 1: that is the pixel itself and its surplus over the others.
  const float side = std::exp(-0.5F);
  const float corner = std::exp(-1.0F);
  const float all = 1 + 4 * side + 4 * corner;
  const float scale = amount / (all + 1);
  ColorImage result = image;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      std::array<float, 3> surplus{};
      const Rgb middle = image.at(x, y);
      for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
          if (dx == 0 && dy == 0) continue;
          const float weight = dx != 0 && dy != 0 ? corner : side;
          const Rgb other = image.at(std::clamp(x + dx, 0, image.width - 1),
                                     std::clamp(y + dy, 0, image.height - 1));
          for (std::size_t channel = 0; channel < 3; ++channel) {
            surplus[channel] += weight * static_cast<float>(middle[channel] - other[channel]);
          }
        }
      }
      Rgb sharp{};
      for (std::size_t channel = 0; channel < 3; ++channel) {
        const float value = static_cast<float>(middle[channel]) + scale * surplus[channel];
        sharp[channel] = static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
      }
      result.set(x, y, sharp);
    }
  }
  return result;
}

Preprocessed preprocess_photo(const ColorImage& photo, const Rect& part,
                              const PhotoOptions& options) {
  assert(!photo.empty() && part == part_of_photo(photo, part));
  Preprocessed result;
  result.blank = false;
  result.part = part;
  result.scaled = {0, 0, kSampleSide, kSampleSide};
  // What becomes black in the end, as the background of the data set is.
  const std::uint8_t white = options.skips(StepId::kNegated) ? 0 : 255;
  const Rgb paper{white, white, white};

  const auto add = [&](StepId id, ColorImage image) {
    result.steps.push_back({id, {}, options.skips(id), std::move(image)});
  };
  const auto last = [&]() -> const ColorImage& { return result.steps.back().color; };
  const auto add_seen = [&](GrayImage image) {
    result.steps.push_back({StepId::kSeen, std::move(image), false, {}});
  };
  const auto give_up = [&] {
    result.blank = true;
    add_seen(blank_image(kSampleSide, kSampleSide));
  };

  add(StepId::kAsTaken, crop(photo, part));
  ColorImage cut_out = last();
  if (!options.skips(StepId::kCutOut)) {
    result.background = find_background(cut_out, options.background_tolerance);
    paint_over(cut_out, result.background, paper);
  }
  add(StepId::kCutOut, std::move(cut_out));
  if (!result.background.pixels.empty() && is_blank(result.background)) {
    give_up();
    return result;
  }
  const Rect whole{0, 0, last().width, last().height};
  Rect trimmed = whole;
  if (!options.skips(StepId::kTrimmed)) {
    trimmed = trim_bounds(last(), options.trim_tolerance);
    if (trimmed.empty()) {
      give_up();
      return result;
    }
  }
  result.part = {part.x + trimmed.x, part.y + trimmed.y, trimmed.width, trimmed.height};
  result.ink = result.part;
  add(StepId::kTrimmed, crop(last(), trimmed));
  const Rect& measure = options.skips(StepId::kScaled) ? whole : trimmed;
  add(StepId::kScaled, scaled(last(), std::max(measure.width, measure.height), options.resampling));
  add(StepId::kSharpened,
      options.skips(StepId::kSharpened) ? last() : sharpen(last(), options.sharpening));
  result.scaled =
      place_in_frame(last().width, last().height, trimmed, whole, !options.skips(StepId::kCentred));
  add(StepId::kCentred, framed(last(), result.scaled, paper));
  add(StepId::kNegated, options.skips(StepId::kNegated) ? last() : negated(last()));
  add_seen(gray(last()));
  return result;
}

}  // namespace atelier::core
