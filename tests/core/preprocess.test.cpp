// SPDX-License-Identifier: MIT
// Why: matching the data set's framing is what makes the difference between a toy and a classifier.
#include "core/preprocess.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <vector>

#include "core/drawing.hpp"
#include "tests/core/naive.hpp"

using atelier::core::blank_image;
using atelier::core::Drawing;
using atelier::core::Framing;
using atelier::core::GrayImage;
using atelier::core::ink_bounds;
using atelier::core::kCanvasSide;
using atelier::core::kSampleSide;
using atelier::core::preprocess;
using atelier::core::Preprocessed;
using atelier::core::PreprocessOptions;
using atelier::core::Rect;
using atelier::core::repeat_pixels;
using atelier::core::resize_area;
using atelier::core::Step;
using atelier::core::StepId;
using atelier::core::Stroke;
using atelier::core::Tool;

namespace {

const PreprocessOptions kOptions;

void fill(GrayImage& image, const Rect& rect, std::uint8_t gray) {
  for (int y = rect.y; y < rect.y + rect.height; ++y) {
    for (int x = rect.x; x < rect.x + rect.width; ++x) image.at(x, y) = gray;
  }
}

// A T-shirt of noisy cloth; `unit` pixels are a tenth of its width.
GrayImage shirt(int left, int top, int unit, std::uint8_t gray, std::uint32_t seed = 0) {
  GrayImage image = blank_image(kCanvasSide, kCanvasSide);
  fill(image, {left, top, 10 * unit, 4 * unit}, gray);
  fill(image, {left + 2 * unit, top, 6 * unit, 13 * unit}, gray);
  fill(image, {left + 4 * unit, top, 2 * unit, unit}, 0);
  if (seed == 0) return image;
  naive::Random random(seed);
  for (std::uint8_t& pixel : image.pixels) {
    if (pixel > 0) pixel = static_cast<std::uint8_t>(pixel - 20 + random.below(40));
  }
  return image;
}

GrayImage scribble(naive::Random& random) {
  Drawing drawing;
  Stroke stroke{Tool::kBrush, 180, random.between(0.02F, 0.12F), random.below(2) == 0, {}};
  for (int i = 0; i < 12; ++i) {
    stroke.points.push_back({random.between(0.1F, 0.9F), random.between(0.1F, 0.9F)});
  }
  drawing.apply(stroke);
  return drawing.raster();
}

const GrayImage& step(const Preprocessed& result, StepId id) {
  const auto found = std::find_if(result.steps.begin(), result.steps.end(),
                                  [id](const Step& candidate) { return candidate.id == id; });
  REQUIRE(found != result.steps.end());
  return found->image;
}

PreprocessOptions without(std::initializer_list<StepId> off) {
  PreprocessOptions options;
  for (const StepId id : off) options.skipped[static_cast<std::size_t>(id)] = true;
  return options;
}

double mean_ink(const GrayImage& image) {
  double sum = 0.0;
  int count = 0;
  for (const std::uint8_t pixel : image.pixels) {
    if (pixel <= kOptions.ink_threshold) continue;
    sum += pixel;
    ++count;
  }
  return sum / count;
}

}  // namespace

TEST_CASE("a free drawing goes through all steps in their order", "[core][preprocess]") {
  const GrayImage drawing = shirt(200, 100, 20, 150);
  const Preprocessed result = preprocess(drawing, Framing::kBoundingBox);
  CHECK_FALSE(result.blank);
  std::vector<StepId> ids;
  for (const Step& taken : result.steps) ids.push_back(taken.id);
  CHECK(ids == std::vector{StepId::kAsDrawn, StepId::kTrimmed, StepId::kScaled, StepId::kCentred,
                           StepId::kToned, StepId::kSeen});
  CHECK(step(result, StepId::kAsDrawn) == drawing);
  const GrayImage& trimmed = step(result, StepId::kTrimmed);
  CHECK(trimmed.width == 200);
  CHECK(trimmed.height == 260);
  const GrayImage& scaled = step(result, StepId::kScaled);
  CHECK(scaled == resize_area(trimmed, 22, 28));
  CHECK(result.seen() == step(result, StepId::kToned));
  CHECK(&result.seen() == &result.steps.back().image);
}

TEST_CASE("whatever is drawn, its longest edge becomes 28 and its box is centred",
          "[core][preprocess]") {
  naive::Random random(40);
  for (int round = 0; round < 40; ++round) {
    const Preprocessed result = preprocess(scribble(random), Framing::kBoundingBox);
    REQUIRE_FALSE(result.blank);
    const GrayImage& trimmed = step(result, StepId::kTrimmed);
    const GrayImage& scaled = step(result, StepId::kScaled);
    CHECK(std::max(scaled.width, scaled.height) == kSampleSide);
    // The shape is kept as well as whole pixels can.
    const double exact = double(std::min(trimmed.width, trimmed.height)) * kSampleSide /
                         std::max(trimmed.width, trimmed.height);
    CHECK(std::abs(std::min(scaled.width, scaled.height) - exact) <= 0.5001);

    const GrayImage& centred = step(result, StepId::kCentred);
    REQUIRE(centred.width == kSampleSide);
    REQUIRE(centred.height == kSampleSide);
    const Rect ink = ink_bounds(centred, 0);
    const Rect own = ink_bounds(scaled, 0);
    const double left = ink.x - own.x;
    const double top = ink.y - own.y;
    // Of two equally good places the lower right one, as in the data set.
    CHECK(left - (kSampleSide - scaled.width) / 2.0 == Catch::Approx(0.25).margin(0.25));
    CHECK(top - (kSampleSide - scaled.height) / 2.0 == Catch::Approx(0.25).margin(0.25));
  }
}

TEST_CASE("where on the canvas it is drawn makes no difference", "[core][preprocess]") {
  const GrayImage seen = preprocess(shirt(0, 0, 23, 150, 5), Framing::kBoundingBox).seen();
  for (const int shift : {1, 7, 100, 261}) {
    const GrayImage shifted = shirt(shift, shift, 23, 150, 5);
    CHECK(preprocess(shifted, Framing::kBoundingBox).seen() == seen);
  }
}

TEST_CASE("how large it is drawn makes next to no difference", "[core][preprocess]") {
  const GrayImage seen = preprocess(shirt(10, 10, 40, 150), Framing::kBoundingBox).seen();
  for (const int unit : {11, 17, 25, 33}) {
    const GrayImage other = preprocess(shirt(50, 60, unit, 150), Framing::kBoundingBox).seen();
    int greatest = 0;
    for (std::size_t i = 0; i < seen.pixels.size(); ++i) {
      greatest = std::max(greatest, std::abs(seen.pixels[i] - other.pixels[i]));
    }
    CHECK(greatest <= 2);
  }
}

TEST_CASE("too little ink is blank and the network sees nothing of it", "[core][preprocess]") {
  const GrayImage black = blank_image(kSampleSide, kSampleSide);
  const auto check_blank = [&](const GrayImage& drawing) {
    const Preprocessed result = preprocess(drawing, Framing::kBoundingBox);
    CHECK(result.blank);
    REQUIRE(result.steps.size() == 2);
    CHECK(result.steps.front().id == StepId::kAsDrawn);
    CHECK(result.seen() == black);
  };
  check_blank(blank_image(kCanvasSide, kCanvasSide));
  check_blank(blank_image(kCanvasSide, kCanvasSide, 12));  // not black, but no ink either

  GrayImage dot = blank_image(kCanvasSide, kCanvasSide);
  fill(dot, {300, 300, 83, 83}, 255);  // a pixel less than 15 % of 560
  check_blank(dot);
  fill(dot, {300, 300, 84, 84}, 255);
  CHECK_FALSE(preprocess(dot, Framing::kBoundingBox).blank);

  GrayImage hair = blank_image(kCanvasSide, kCanvasSide);
  fill(hair, {10, 10, 470, 2}, 255);  // 940 pixels, 0.3 % are 941
  check_blank(hair);
  fill(hair, {10, 10, 471, 2}, 255);
  CHECK_FALSE(preprocess(hair, Framing::kBoundingBox).blank);
}

TEST_CASE("a cloth of a usual gray keeps it, others are brought to the nearest usual one",
          "[core][preprocess]") {
  for (const int gray : {90, 125, 160, 195, 208}) {
    const Preprocessed result =
        preprocess(shirt(100, 100, 28, static_cast<std::uint8_t>(gray)), Framing::kBoundingBox);
    CHECK(result.seen() == step(result, StepId::kCentred));
  }
  const GrayImage bright = preprocess(shirt(100, 100, 28, 255), Framing::kBoundingBox).seen();
  CHECK(mean_ink(bright) == Catch::Approx(kOptions.greatest_mean_ink).margin(1.0));
  const GrayImage dark = preprocess(shirt(100, 100, 28, 30), Framing::kBoundingBox).seen();
  CHECK(mean_ink(dark) == Catch::Approx(kOptions.least_mean_ink).margin(1.0));
}

TEST_CASE("toning keeps the proportion of light and dark", "[core][preprocess]") {
  GrayImage drawing = shirt(100, 100, 28, 255);
  fill(drawing, {156, 240, 168, 84}, 235);
  const Preprocessed result = preprocess(drawing, Framing::kBoundingBox);
  const GrayImage& before = step(result, StepId::kCentred);
  const double factor = double{kOptions.greatest_mean_ink} / mean_ink(before);
  REQUIRE(factor < 1.0);
  for (std::size_t i = 0; i < before.pixels.size(); ++i) {
    CHECK(std::abs(result.seen().pixels[i] - factor * before.pixels[i]) <= 0.5001);
  }
}

TEST_CASE("what toning would lift beyond white stays white", "[core][preprocess]") {
  GrayImage drawing = shirt(100, 100, 28, 20);
  fill(drawing, {156, 240, 168, 28}, 250);
  const Preprocessed result = preprocess(drawing, Framing::kBoundingBox);
  CHECK(mean_ink(step(result, StepId::kCentred)) < kOptions.least_mean_ink);
  CHECK(*std::max_element(result.seen().pixels.begin(), result.seen().pixels.end()) == 255);
}

TEST_CASE("a whole canvas is averaged and nothing else", "[core][preprocess]") {
  naive::Random random(41);
  const GrayImage drawing = naive::noise(random, kCanvasSide, kCanvasSide);
  const Preprocessed result = preprocess(drawing, Framing::kWhole);
  REQUIRE(result.steps.size() == 2);
  CHECK(result.steps.front().image == drawing);
  CHECK(result.seen() == resize_area(drawing, kSampleSide, kSampleSide));
  CHECK_FALSE(result.blank);
}

TEST_CASE("a repeated sample is seen as it is, even where it is blank", "[core][preprocess]") {
  naive::Random random(42);
  for (const int factor : {1, 3, 10, 20}) {
    GrayImage sample = naive::noise(random, kSampleSide, kSampleSide);
    CHECK(preprocess(repeat_pixels(sample, factor), Framing::kWhole).seen() == sample);
    sample = blank_image(kSampleSide, kSampleSide);
    sample.at(0, 27) = 200;
    const Preprocessed result = preprocess(repeat_pixels(sample, factor), Framing::kWhole);
    CHECK(result.seen() == sample);
    CHECK(result.blank);
  }
}

TEST_CASE("canvases of any shape and size are taken", "[core][preprocess]") {
  for (const auto& [width, height] : {std::pair{1, 1}, std::pair{28, 28}, std::pair{700, 3},
                                      std::pair{5, 900}, std::pair{27, 29}}) {
    const GrayImage drawing = blank_image(width, height, 100);
    for (const Framing framing : {Framing::kBoundingBox, Framing::kWhole}) {
      const GrayImage seen = preprocess(drawing, framing).seen();
      CHECK(seen.width == kSampleSide);
      CHECK(seen.height == kSampleSide);
    }
  }
}

TEST_CASE("a drawing of lines is filled first, unless that is switched off", "[core][preprocess]") {
  Drawing lines;
  lines.apply({Tool::kBrush,
               200,
               0.02F,
               false,
               {{0.2F, 0.3F}, {0.8F, 0.3F}, {0.7F, 0.8F}, {0.25F, 0.8F}, {0.2F, 0.3F}}});
  const GrayImage& drawing = lines.raster();
  const Preprocessed result = preprocess(drawing, Framing::kBoundingBox);
  REQUIRE(result.steps.size() == 7);
  CHECK(result.steps[1].id == StepId::kFilled);
  CHECK(step(result, StepId::kAsDrawn) == drawing);
  const GrayImage& filled = step(result, StepId::kFilled);
  CHECK(int{filled.at(280, 300)} == Catch::Approx(0.8 * mean_ink(drawing)).margin(1));
  CHECK(step(result, StepId::kTrimmed) == atelier::core::crop(filled, result.ink));
  CHECK(ink_bounds(filled, kOptions.ink_threshold) == result.ink);

  const Preprocessed as_lines =
      preprocess(drawing, Framing::kBoundingBox, without({StepId::kFilled}));
  REQUIRE(as_lines.steps.size() == 7);
  CHECK(as_lines.steps[1].skipped);
  CHECK(step(as_lines, StepId::kTrimmed) == atelier::core::crop(drawing, result.ink));
  CHECK(as_lines.seen().at(14, 14) == 0);
  CHECK(result.seen().at(14, 14) > 100);
}

TEST_CASE("a step that is switched off is listed and does nothing", "[core][preprocess]") {
  const GrayImage drawing = shirt(60, 40, 11, 40);
  const Rect ink = ink_bounds(drawing, kOptions.ink_threshold);
  const auto seen = [&](std::initializer_list<StepId> off) {
    const Preprocessed result = preprocess(drawing, Framing::kBoundingBox, without(off));
    REQUIRE(result.steps.size() == 6);
    for (const Step& each : result.steps) {
      CHECK(each.skipped == (std::find(off.begin(), off.end(), each.id) != off.end()));
    }
    return result.seen();
  };
  const GrayImage whole = resize_area(drawing, kSampleSide, kSampleSide);
  using enum StepId;
  CHECK(seen({kTrimmed, kToned}) == whole);
  CHECK(seen({kTrimmed, kScaled, kCentred, kToned}) == whole);
  CHECK(seen({kToned}) == step(preprocess(drawing, Framing::kBoundingBox), kCentred));

  // As large as on the canvas, in the middle: 110 x 143 of 560 pixels are 6 x 7 of 28.
  const Rect small = ink_bounds(seen({kScaled, kToned}), 0);
  CHECK(small == Rect{11, 11, 6, 7});
  // And where it stands: at 60 and 40 of 560.
  CHECK(ink_bounds(seen({kScaled, kCentred, kToned}), 0) == Rect{3, 2, 6, 7});
  // Filling the height, the width is the rest's share of the left: 60 of 450.
  const GrayImage aside = seen({kCentred, kToned});
  const int width = ink_bounds(aside, 0).width;
  CHECK(ink_bounds(aside, 0) ==
        Rect{static_cast<int>(std::lround((28.0 - width) * 60 / 450)), 0, width, 28});
  CHECK(width == static_cast<int>(std::lround(28.0 * ink.width / ink.height)));
}

TEST_CASE("wherever it is drawn, what is not centred stays within the frame",
          "[core][preprocess]") {
  naive::Random random(43);
  using enum StepId;
  for (int round = 0; round < 30; ++round) {
    const GrayImage drawing = scribble(random);
    for (const auto& off : {std::vector{kCentred}, std::vector{kScaled}, std::vector{kTrimmed},
                            std::vector{kScaled, kCentred}}) {
      PreprocessOptions options;
      for (const StepId id : off) options.skipped[static_cast<std::size_t>(id)] = true;
      const Preprocessed result = preprocess(drawing, Framing::kBoundingBox, options);
      const auto frame = atelier::core::seen_frame(result);
      const Rect ink = ink_bounds(result.seen(), 0);
      REQUIRE(!ink.empty());
      // The frame says where on the drawing that ink was, to within a seen pixel.
      const float pixel = frame.width / kSampleSide;
      CHECK(std::abs(frame.x + pixel * static_cast<float>(ink.x) -
                     static_cast<float>(result.ink.x)) < pixel + 1);
    }
  }
}

TEST_CASE("what is seen lies on the drawing where its ink does", "[core][preprocess]") {
  for (const GrayImage& drawing : {shirt(40, 60, 11, 180), shirt(5, 3, 9, 120)}) {
    const Preprocessed result = preprocess(drawing, Framing::kBoundingBox);
    const auto frame = atelier::core::seen_frame(result);
    const Rect seen = ink_bounds(result.seen(), 0);
    const Rect ink = ink_bounds(drawing, 0);
    const auto place = [](float from, float length, int at) {
      return from + length * static_cast<float>(at) / static_cast<float>(kSampleSide);
    };
    CHECK(place(frame.x, frame.width, seen.x) == Catch::Approx(ink.x).margin(0.01));
    CHECK(place(frame.y, frame.height, seen.y) == Catch::Approx(ink.y).margin(0.01));
    CHECK(place(frame.x, frame.width, seen.x + seen.width) ==
          Catch::Approx(ink.x + ink.width).margin(0.01));
    CHECK(place(frame.y, frame.height, seen.y + seen.height) ==
          Catch::Approx(ink.y + ink.height).margin(0.01));
    const auto whole = atelier::core::seen_frame(preprocess(drawing, Framing::kWhole));
    CHECK(whole.x == 0);
    CHECK(whole.width == static_cast<float>(drawing.width));
  }
}
