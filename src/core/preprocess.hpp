// SPDX-License-Identifier: MIT
// core/preprocess.hpp: from what a person drew to the 28x28 pixels that the network sees, framed
// the way the data set was made, as a list of steps that can be shown one by one. Of a photo:
// core/photo.hpp.
//
//   const Preprocessed result = preprocess(drawing.raster(), drawing.framing());
//   if (!result.blank) classify(result.seen());
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/color_image.hpp"
#include "core/image.hpp"
#include "core/names.hpp"

namespace atelier::core {

enum class Framing {
  kBoundingBox,  // a free drawing: wherever and however large it is, the garment fills the frame
  kWhole,        // the canvas is the frame: a test image keeps the one that it came with
};

// Of a drawing, in the order in which they are taken, and then those that only a photo goes
// through.
enum class StepId {
  kAsDrawn,    // the input, at its own size
  kFilled,     // of a drawing of lines alone: what they enclose is cloth
  kTrimmed,    // the bounding box of its ink
  kScaled,     // its longest edge is 28
  kCentred,    // 28x28, from here on
  kToned,      // its mean gray is one that garments of the data set have
  kSeen,       // exactly what the network gets
  kAsTaken,    // a photo, or the part of it that was chosen
  kCutOut,     // what is behind the garment is taken away
  kSharpened,  // after it was scaled
  kNegated,    // after it was centred: the data set was photographed on white, and is on black
};
ATELIER_NAMES(StepId, "as-drawn", "filled", "trimmed", "scaled", "centred", "toned", "as-seen",
              "as-taken", "cut-out", "sharpened", "negated");
inline constexpr std::size_t kStepCount = 11;
inline constexpr std::array kDrawingSteps = {StepId::kAsDrawn, StepId::kFilled,  StepId::kTrimmed,
                                             StepId::kScaled,  StepId::kCentred, StepId::kToned,
                                             StepId::kSeen};
inline constexpr std::array kPhotoSteps = {StepId::kAsTaken, StepId::kCutOut,    StepId::kTrimmed,
                                           StepId::kScaled,  StepId::kSharpened, StepId::kCentred,
                                           StepId::kNegated, StepId::kSeen};

// The first and the last are no steps that one could leave out.
[[nodiscard]] constexpr bool can_skip(StepId id) {
  return id != StepId::kAsDrawn && id != StepId::kAsTaken && id != StepId::kSeen;
}

// By StepId, of those that can be: which are left out.
using SkippedSteps = std::array<bool, kStepCount>;

struct Step {
  StepId id{};
  GrayImage image;       // after it; empty of those steps of a photo that are in colour
  bool skipped = false;  // it was asked to be left out: see PreprocessOptions
  ColorImage color;      // of those

  [[nodiscard]] int width() const { return color.empty() ? image.width : color.width; }
  [[nodiscard]] int height() const { return color.empty() ? image.height : color.height; }
};

// What the network would get if preprocessing ended there: all of the picture, squeezed into 28x28
// whatever its shape.
[[nodiscard]] GrayImage squeezed(const Step& step);

struct PreprocessOptions {
  // Brighter pixels are ink: 5 % of 255, the margin by which the data set's authors told cloth from
  // background when they trimmed (arXiv 1708.07747, section 2).
  std::uint8_t ink_threshold = 12;

  // Less than this is no garment yet, but magnified to 28 pixels it would look like one. As
  // fractions of the canvas's side and area: two dabs of the standard brush, a line of 1 x 170 mm
  // on a square of 240 mm. Of the 10,000 test images none has less than 25/28 and 9.6 %.
  float least_extent = 0.15F;
  float least_ink = 0.003F;

  // The middle nine tenths of the test images have a mean ink between these (5th and 95th
  // percentile of the mean over pixels > 12; median 161). A drawing outside is brought to the
  // nearer one; a cloth that was chosen within stays what it is.
  float least_mean_ink = 78.0F;
  float greatest_mean_ink = 210.0F;

  // By StepId, of those that can be. Without being trimmed, the drawing is its whole canvas; not
  // scaled, it is as large in the frame as it is on the canvas; not centred, it stands where it
  // does on the canvas, as nearly as it can. Without all three a canvas is averaged as it is.
  SkippedSteps skipped{};
  [[nodiscard]] bool skips(StepId id) const { return skipped[static_cast<std::size_t>(id)]; }
};

struct Preprocessed {
  std::vector<Step> steps;  // never empty after preprocess(); the last is kSeen
  Rect ink;                 // of the drawing; empty if there is no ink
  bool blank = true;        // too little ink to be worth an answer

  // Where what is seen comes from: that part of the drawing, `scaled` pixels large, stands at
  // `scaled` in the frame.
  Rect part, scaled;

  // Of a photo: 255 where its background was taken away, as large as its first step; else empty.
  GrayImage background;

  [[nodiscard]] const GrayImage& seen() const&;
  [[nodiscard]] GrayImage seen() &&;  // by value, so that preprocess(...).seen() does not dangle
};

// `drawing` must not be empty.
//
// kWhole: every pixel that is seen is the mean of its share of the canvas, nothing else; of a
// sample repeated to any multiple of 28 this is the sample again, bit by bit. Steps: as drawn,
// seen.
//
// kBoundingBox: all steps, kFilled where there is something to fill; of a blank drawing only as
// drawn and seen, which is black.
[[nodiscard]] Preprocessed preprocess(const GrayImage& drawing, Framing framing,
                                      const PreprocessOptions& options = {});

// Where what is seen lies on the drawing, in pixels of it; with its margins it may reach beyond.
struct FrameOnDrawing {
  float x{}, y{}, width{}, height{};
};
[[nodiscard]] FrameOnDrawing seen_frame(const Preprocessed& preprocessed);

}  // namespace atelier::core
