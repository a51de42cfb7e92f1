// SPDX-License-Identifier: MIT
// core/photo.hpp: from a photo of a garment to the 28x28 pixels that the network sees, by the
// recipe of the data set's authors (arXiv 1708.07747, section 2), step by step. They began with
// thumbnails of 51x73 pixels of garments on nearly white; a visitor's photo is larger, and what is
// behind the garment is taken away first.
#pragma once

#include "core/color_image.hpp"
#include "core/names.hpp"
#include "core/preprocess.hpp"
#include "core/result.hpp"

namespace atelier::core {

// Of a side: larger photos are made smaller before they come here.
inline constexpr int kLongestPhotoSide = 1024;

enum class Resampling {
  kSkipping,   // as the data set's authors did: some rows and columns of a thumbnail are left out
  kAveraging,  // each pixel is the mean of what it covers
};
ATELIER_NAMES(Resampling, "skipping", "averaging");

// The thumbnail's longest side. A part that is no larger is taken as it is.
inline constexpr int kThumbnailSide = 73;

struct PhotoOptions {
  // How far a colour may be from the border's and still count as background, and how far from a
  // corner's and still be trimmed: shares of the distance between black and white, 0..1.
  float background_tolerance = 0.1F;
  float trim_tolerance = 0.05F;  // as the data set's authors did
  Resampling resampling = Resampling::kSkipping;
  float sharpening = 1;  // 0: none, 1: as the data set's authors did

  SkippedSteps skipped{};  // of kPhotoSteps
  [[nodiscard]] bool skips(StepId id) const { return skipped[static_cast<std::size_t>(id)]; }

  friend bool operator==(const PhotoOptions&, const PhotoOptions&) = default;
};

inline constexpr float kGreatestBackgroundTolerance = 0.5F;
inline constexpr float kGreatestTrimTolerance = 0.3F;
inline constexpr float kGreatestSharpening = 3;

// Four values a pixel: red, green, blue and how opaque.
[[nodiscard]] constexpr std::size_t bytes_of_photo(int width, int height) {
  return std::size_t{4} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

// Each side from 1 to kLongestPhotoSide, and four values a pixel.
[[nodiscard]] Result<void> check_photo(int width, int height, std::size_t byte_count);

// What lies within the photo of `wanted`; all of the photo if that is nothing.
[[nodiscard]] Rect part_of_photo(const ColorImage& photo, const Rect& wanted);

// Behind the garment it is dark, so that the photo need not be negated.
[[nodiscard]] bool has_dark_background(const ColorImage& photo);

// All of kPhotoSteps, in colour but for the last. `part`, within the photo, is what was chosen of
// it. A step that is left out hands on what it got. Where nothing is left, because all of it is
// background, the result is blank: only as taken, cut out, and seen, which is black.
[[nodiscard]] Preprocessed preprocess_photo(const ColorImage& photo, const Rect& part,
                                            const PhotoOptions& options);

// ---- the steps ----------------------------------------------------------------------------------

// What is not within `tolerance` of a corner's colour has its bounding box here: the top left
// corner's for the left and the upper edge, the top right one's for the right, the bottom left
// one's for the lower edge, as ImageMagick trims. Empty if nothing is.
[[nodiscard]] Rect trim_bounds(const ColorImage& image, float tolerance);

// The pixel in the middle of what each new one covers.
[[nodiscard]] ColorImage skip_pixels(const ColorImage& image, int width, int height);

// A pixel's surplus over its eight neighbours, weighted by a Gaussian of standard deviation 1, is
// added to it `amount` times. With 1 this is ImageMagick's -sharpen 1x1. Beyond the border it goes
// on as at the border.
[[nodiscard]] ColorImage sharpen(const ColorImage& image, float amount);

}  // namespace atelier::core
