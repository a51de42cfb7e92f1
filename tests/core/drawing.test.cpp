// SPDX-License-Identifier: MIT
// Why: a drawing is the one thing here that a visitor made. Nothing may get lost, and what comes
// back must be the very same pixels.
#include "core/drawing.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "tests/core/naive.hpp"

using atelier::core::blank_image;
using atelier::core::Drawing;
using atelier::core::Framing;
using atelier::core::GrayImage;
using atelier::core::kCanvasSide;
using atelier::core::kSamplePixels;
using atelier::core::preprocess;
using atelier::core::Stroke;
using atelier::core::StrokePoint;
using atelier::core::Tool;

namespace {

using Sample = std::array<std::uint8_t, kSamplePixels>;

Sample random_sample(naive::Random& random) {
  Sample sample{};
  for (std::uint8_t& pixel : sample) pixel = random.gray();
  return sample;
}

Stroke random_stroke(naive::Random& random) {
  // Few fillings: they cover the most and would take most of the time.
  constexpr std::array kTools = {Tool::kBrush, Tool::kBrush,  Tool::kBrush,  Tool::kBrush,
                                 Tool::kBrush, Tool::kEraser, Tool::kEraser, Tool::kFill};
  Stroke stroke{kTools[static_cast<std::size_t>(random.below(8))],
                random.gray(),
                random.between(0.01F, 0.1F),
                random.below(4) == 0,
                {}};
  StrokePoint point{random.between(0.0F, 1.0F), random.between(0.0F, 1.0F), 0.5F};
  for (int i = 1 + random.below(8); i > 0; --i) {
    stroke.points.push_back(point);
    point.x += random.between(-0.1F, 0.1F);
    point.y += random.between(-0.1F, 0.1F);
    point.pressure = random.between(0.0F, 1.0F);
  }
  return stroke;
}

const Stroke kBar{Tool::kBrush, 200, 0.1F, false, {{0.2F, 0.5F}, {0.8F, 0.5F}}};

bool is_blank(const Drawing& drawing) {
  return drawing.raster() == blank_image(kCanvasSide, kCanvasSide);
}

}  // namespace

TEST_CASE("a new drawing is blank and has no past", "[core][drawing]") {
  Drawing drawing;
  CHECK(is_blank(drawing));
  CHECK(drawing.framing() == Framing::kBoundingBox);
  CHECK_FALSE(drawing.sample_index());
  CHECK_FALSE(drawing.can_undo());
  CHECK_FALSE(drawing.can_redo());
  CHECK_FALSE(drawing.undo());
  CHECK_FALSE(drawing.redo());
}

TEST_CASE("a stroke drawn point by point is the same as the whole at once", "[core][drawing]") {
  naive::Random random(30);
  Drawing at_once;
  Drawing by_hand;
  for (int round = 0; round < 25; ++round) {
    const Stroke stroke = random_stroke(random);
    at_once.apply(stroke);

    Stroke start = stroke;
    start.points.resize(1);
    by_hand.begin_stroke(start);
    const std::span<const StrokePoint> rest = std::span(stroke.points).subspan(1);
    const std::size_t half = rest.size() / 2;
    for (const StrokePoint& point : rest.first(half)) by_hand.extend_stroke({&point, 1});
    by_hand.extend_stroke(rest.subspan(half));
    by_hand.end_stroke();
    REQUIRE(by_hand.raster() == at_once.raster());
  }
}

TEST_CASE("250 random steps can be undone, redone and branched, to the last pixel",
          "[core][drawing]") {
  struct Seen {
    GrayImage raster;
    std::optional<std::uint32_t> sample_index;
  };
  naive::Random random(31);
  Drawing drawing;
  std::vector<Seen> past{{drawing.raster(), std::nullopt}};  // the states up to the newest
  std::size_t present = 0;                                   // the one that is shown
  const auto matches = [&] {
    return drawing.raster() == past[present].raster &&
           drawing.sample_index() == past[present].sample_index &&
           drawing.can_undo() == (present > 0) && drawing.can_redo() == (present + 1 < past.size());
  };
  bool all_match = true;
  for (int step = 0; step < 250; ++step) {
    const int choice = random.below(12);
    if (choice < 2) {
      const bool undone = drawing.undo();
      all_match = all_match && undone == (present > 0);
      if (undone) --present;
    } else if (choice < 4) {
      const bool redone = drawing.redo();
      all_match = all_match && redone == (present + 1 < past.size());
      if (redone) ++present;
    } else {
      const GrayImage before = drawing.raster();
      const auto index_before = drawing.sample_index();
      if (choice == 4) {
        drawing.clear();
      } else if (choice == 5) {
        drawing.start_from_sample(static_cast<std::uint32_t>(step), random_sample(random));
      } else {
        drawing.apply(random_stroke(random));
      }
      if (drawing.raster() != before || drawing.sample_index() != index_before) {
        past.resize(++present);
        past.push_back({drawing.raster(), drawing.sample_index()});
      }
    }
    all_match = all_match && matches();
  }
  CHECK(all_match);
  while (drawing.redo()) ++present;
  while (drawing.undo()) {
    --present;
    all_match = all_match && matches();
  }
  CHECK(present == 0);
  while (drawing.redo()) {
    ++present;
    all_match = all_match && matches();
  }
  CHECK(present + 1 == past.size());
  CHECK(all_match);
}

TEST_CASE("undo leaves no difference to never having done it", "[core][drawing]") {
  naive::Random random(32);
  Drawing plain;
  Drawing hesitant;
  for (int i = 0; i < 40; ++i) {
    const Stroke stroke = random_stroke(random);
    plain.apply(stroke);

    const GrayImage before = hesitant.raster();
    hesitant.apply(random_stroke(random));
    if (hesitant.raster() != before) hesitant.undo();
    hesitant.apply(stroke);
    REQUIRE(hesitant.raster() == plain.raster());
  }
}

TEST_CASE("at least 200 strokes can be undone and take little memory", "[core][drawing]") {
  naive::Random random(33);
  Drawing drawing;
  int steps = 0;
  while (steps < 220) {
    const bool could_undo = drawing.can_undo();
    const std::size_t bytes = drawing.history_bytes();
    drawing.apply(random_stroke(random));
    if (drawing.history_bytes() != bytes || drawing.can_undo() != could_undo) ++steps;
  }
  CHECK(drawing.history_bytes() < 4'000'000);
  int undone = 0;
  while (drawing.undo()) ++undone;
  CHECK(undone == steps);
  CHECK(is_blank(drawing));
}

TEST_CASE("a hundred steps can be taken back, though each is noise all over", "[core][drawing]") {
  naive::Random random(34);
  Drawing drawing;
  std::vector<std::uint32_t> states;  // a check sum of each
  const auto sum = [&] {
    std::uint32_t hash = 2166136261U;
    for (const std::uint8_t pixel : drawing.raster().pixels) hash = (hash ^ pixel) * 16777619U;
    return hash;
  };
  // Samples of noise, moved so that no two neighbours are alike, and shrunk until a pixel of theirs
  // is one of the canvas's: two steps each, nothing of which can be packed.
  constexpr int kRounds = 70;
  for (int round = 0; round < kRounds; ++round) {
    Stroke hatching{Tool::kBrush, random.gray(), 0.004F, false, {}};
    for (int k = 0; k < 900; ++k) {
      hatching.points.push_back({random.between(0.0F, 1.0F), random.between(0.0F, 1.0F)});
    }
    drawing.apply(hatching);
    states.push_back(sum());
    drawing.arrange(atelier::core::Arrangement::about(0.5F, 0.5F, 1.02F, 0.3F));
    drawing.end_stroke();
    states.push_back(sum());
    REQUIRE(drawing.history_bytes() <= std::size_t{32} << 20U);
  }
  CHECK(drawing.history_bytes() > Drawing::kHistoryBytes / 2);  // it is noise indeed
  std::size_t present = states.size() - 1;
  std::size_t undone = 0;
  while (drawing.undo()) {
    ++undone;
    if (undone <= present) REQUIRE(sum() == states[present - undone]);
  }
  CHECK(undone >= Drawing::kLeastSteps);
  for (std::size_t k = undone; k > 0; --k) REQUIRE(drawing.redo());
  CHECK(sum() == states.back());
}

TEST_CASE("what is kept takes no more than 24 MB, once it is more than a hundred steps",
          "[core][drawing]") {
  naive::Random random(37);
  Drawing drawing;
  // A step of a sample takes some 30 kB, and clearing it as much.
  for (int round = 0; round < 600; ++round) {
    drawing.start_from_sample(static_cast<std::uint32_t>(round), random_sample(random));
    drawing.clear();
  }
  CHECK(drawing.history_bytes() <= Drawing::kHistoryBytes);
  CHECK(drawing.history_bytes() > Drawing::kHistoryBytes - 100'000);
}

TEST_CASE("a line is straight from the first point to the last, wherever the hand went between",
          "[core][drawing]") {
  naive::Random random(38);
  for (int round = 0; round < 12; ++round) {
    Stroke line = random_stroke(random);
    line.tool = Tool::kLine;
    Drawing drawing;
    drawing.apply(line);

    Stroke straight = line;
    straight.tool = Tool::kBrush;
    straight.points = {line.points.front(), line.points.back()};
    Drawing expected;
    expected.apply(straight);
    REQUIRE(drawing.raster() == expected.raster());

    Drawing by_hand;
    Stroke start = line;
    start.points.resize(1);
    by_hand.begin_stroke(start);
    for (const StrokePoint& point : line.points) by_hand.extend_stroke({&point, 1});
    by_hand.end_stroke();
    REQUIRE(by_hand.raster() == expected.raster());
    by_hand.undo();
    REQUIRE(is_blank(by_hand));
    REQUIRE_FALSE(by_hand.can_undo());
  }
}

TEST_CASE("a polygon is one step", "[core][drawing]") {
  Drawing drawing;
  drawing.apply({Tool::kPolygon, 160, 0.1F, false, {{0.2F, 0.2F}, {0.8F, 0.2F}, {0.5F, 0.9F}}});
  CHECK(drawing.raster().at(kCanvasSide / 2, kCanvasSide / 2) == 160);
  CHECK(drawing.raster().at(kCanvasSide / 10, kCanvasSide / 2) == 0);
  drawing.apply({Tool::kPolygon, 160, 0.1F, false, {{0.2F, 0.2F}, {0.8F, 0.9F}}});
  REQUIRE(drawing.undo());
  CHECK(is_blank(drawing));
  CHECK_FALSE(drawing.can_undo());
}

TEST_CASE("arranging starts from the drawing as it was when the gesture began", "[core][drawing]") {
  using atelier::core::Arrangement;
  Drawing drawing;
  drawing.apply(kBar);
  const GrayImage before = drawing.raster();
  for (int k = 1; k <= 60; ++k) {
    drawing.arrange(Arrangement::about(0.5F, 0.5F, 1.0F, 0.05F * static_cast<float>(k)));
  }
  drawing.arrange(Arrangement{.dx = 0.1F});
  drawing.end_stroke();
  CHECK(drawing.raster() == atelier::core::arranged(before, {.dx = 0.1F}));
  REQUIRE(drawing.undo());
  CHECK(drawing.raster() == before);
  CHECK(drawing.redo());

  // It may be given up, and a stroke ends it.
  drawing.arrange(Arrangement{.dx = 0.3F});
  drawing.cancel_stroke();
  CHECK(drawing.raster() == atelier::core::arranged(before, {.dx = 0.1F}));
  drawing.arrange(Arrangement{.dx = -0.1F});
  drawing.apply({Tool::kEraser, 0, 0.05F, false, {{0.5F, 0.5F}}});
  REQUIRE(drawing.undo());
  CHECK(drawing.raster() == before);
  REQUIRE(drawing.undo());
  drawing.arrange(Arrangement{.a = 0.0F});
  CHECK_FALSE(drawing.raster() == before);
  CHECK(drawing.can_redo());
}

TEST_CASE("softening and inverting are steps, and what began as a sample remains one",
          "[core][drawing]") {
  naive::Random random(39);
  Drawing drawing;
  drawing.start_from_sample(5, random_sample(random));
  const GrayImage sample = drawing.raster();
  drawing.soften();
  CHECK(drawing.raster() != sample);
  CHECK(drawing.sample_index() == 5U);
  drawing.invert();
  drawing.invert();
  REQUIRE(drawing.undo());
  REQUIRE(drawing.undo());
  REQUIRE(drawing.undo());
  CHECK(drawing.raster() == sample);
}

TEST_CASE("clearing can be undone and starts a blank drawing", "[core][drawing]") {
  naive::Random random(35);
  Drawing drawing;
  drawing.start_from_sample(7, random_sample(random));
  const GrayImage sample = drawing.raster();
  drawing.clear();
  CHECK(is_blank(drawing));
  CHECK(drawing.framing() == Framing::kBoundingBox);
  CHECK_FALSE(drawing.sample_index());
  REQUIRE(drawing.undo());
  CHECK(drawing.raster() == sample);
  CHECK(drawing.framing() == Framing::kWhole);
  CHECK(drawing.sample_index() == 7U);
}

TEST_CASE("a sample that is not touched comes back as it is in the file", "[core][drawing]") {
  naive::Random random(36);
  Drawing drawing;
  for (std::uint32_t index = 0; index < 20; ++index) {
    Sample sample = random_sample(random);
    if (index == 0) sample.fill(0);
    if (index == 1) sample.fill(255);
    if (index == 2) {
      sample.fill(0);
      sample[400] = 1;
    }
    if (index > 10) {  // mostly background, as the real ones
      for (std::uint8_t& pixel : sample) pixel = random.below(2) == 0 ? std::uint8_t{0} : pixel;
    }
    drawing.start_from_sample(index, sample);
    CHECK(drawing.sample_index() == index);
    const auto result = preprocess(drawing.raster(), drawing.framing());
    CHECK(std::equal(sample.begin(), sample.end(), result.seen().pixels.begin(),
                     result.seen().pixels.end()));
  }
}

TEST_CASE("starting from a sample keeps what was drawn before", "[core][drawing]") {
  Drawing drawing;
  drawing.apply(kBar);
  const GrayImage mine = drawing.raster();
  // An all black sample changes no pixel of a blank canvas, but it is a change all the same.
  drawing.start_from_sample(3, Sample{});
  drawing.clear();
  CHECK_FALSE(drawing.sample_index());
  REQUIRE(drawing.undo());
  CHECK(drawing.sample_index() == 3U);
  REQUIRE(drawing.undo());
  CHECK(drawing.raster() == mine);
  CHECK(drawing.framing() == Framing::kBoundingBox);
}

TEST_CASE("a cancelled stroke leaves no trace", "[core][drawing]") {
  Drawing drawing;
  drawing.apply(kBar);
  drawing.apply({Tool::kBrush, 90, 0.2F, false, {{0.5F, 0.5F}}});
  drawing.undo();
  const GrayImage before = drawing.raster();
  for (const Tool tool : {Tool::kBrush, Tool::kEraser, Tool::kFill}) {
    Stroke stroke = kBar;
    stroke.tool = tool;
    stroke.gray = 120;
    drawing.begin_stroke(stroke);
    CHECK(drawing.raster() != before);
    drawing.cancel_stroke();
    CHECK(drawing.raster() == before);
    CHECK(drawing.can_redo());  // the past is as it was, too
  }
  drawing.end_stroke();
  drawing.cancel_stroke();
  drawing.extend_stroke(kBar.points);
  CHECK(drawing.raster() == before);
}

TEST_CASE("what changes nothing is no step and does not cost the redo", "[core][drawing]") {
  Drawing drawing;
  drawing.clear();
  CHECK_FALSE(drawing.can_undo());
  drawing.apply(kBar);
  drawing.undo();
  drawing.clear();
  drawing.apply({Tool::kEraser, 0, 0.3F, false, {{0.5F, 0.5F}}});
  drawing.apply({Tool::kBrush, 255, 0.1F, false, {{-0.9F, -0.9F}}});
  drawing.apply({Tool::kFill, 255, 0.1F, false, {{1.5F, 0.5F}}});
  CHECK_FALSE(drawing.can_undo());
  CHECK(drawing.can_redo());
}

TEST_CASE("anything else ends a stroke that is in progress", "[core][drawing]") {
  Drawing whole;
  whole.apply(kBar);
  Drawing drawing;

  drawing.begin_stroke(kBar);
  CHECK_FALSE(drawing.can_undo());
  CHECK(drawing.undo());
  CHECK(is_blank(drawing));
  CHECK(drawing.redo());
  CHECK(drawing.raster() == whole.raster());

  drawing.begin_stroke({Tool::kEraser, 0, 0.1F, false, {{0.5F, 0.5F}}});
  drawing.clear();
  CHECK(is_blank(drawing));
  CHECK(drawing.undo());
  CHECK(drawing.undo());
  CHECK(drawing.raster() == whole.raster());
}

TEST_CASE("the version grows with every change of the picture", "[core][drawing]") {
  Drawing drawing;
  std::uint64_t version = drawing.version();
  const auto grown = [&] {
    const bool has_grown = drawing.version() > version;
    version = drawing.version();
    return has_grown;
  };
  drawing.begin_stroke(kBar);
  CHECK(grown());
  drawing.extend_stroke(std::vector<StrokePoint>{{0.5F, 0.9F}});
  CHECK(grown());
  drawing.cancel_stroke();
  CHECK(grown());
  drawing.apply(kBar);
  CHECK(grown());
  drawing.undo();
  CHECK(grown());
  drawing.redo();
  CHECK(grown());
  drawing.clear();
  CHECK(grown());
  drawing.start_from_sample(0, Sample{});
  CHECK(grown());
}

TEST_CASE("a mirrored fill fills both halves of a symmetric drawing once", "[core][drawing]") {
  Drawing drawing;
  // Two sleeves apart from each other, then one body across the middle.
  drawing.apply({Tool::kBrush,
                 200,
                 0.02F,
                 true,
                 {{0.1F, 0.1F}, {0.3F, 0.1F}, {0.3F, 0.3F}, {0.1F, 0.3F}, {0.1F, 0.1F}}});
  drawing.apply({Tool::kFill, 120, 0.1F, true, {{0.2F, 0.2F}}});
  const GrayImage& raster = drawing.raster();
  CHECK(raster.at(112, 112) == 120);
  CHECK(raster.at(kCanvasSide - 1 - 112, 112) == 120);
  CHECK(raster.at(280, 112) == 0);
  // A second pouring from the other side would take the outline, 200, for the same tone as 190.
  drawing.apply({Tool::kFill, 190, 0.1F, true, {{0.4F, 0.5F}}});
  bool symmetric = true;
  for (int y = 0; y < kCanvasSide; ++y) {
    for (int x = 0; x < kCanvasSide / 2; ++x) {
      symmetric = symmetric && raster.at(x, y) == raster.at(kCanvasSide - 1 - x, y);
    }
  }
  CHECK(symmetric);
  CHECK(raster.at(280, 112) == 190);
  CHECK(raster.at(112, 56) == 200);
}

TEST_CASE("points far outside are moved to the border of what is legal, others are dropped",
          "[core][drawing]") {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  Drawing expected;
  expected.apply({Tool::kBrush, 200, 0.1F, false, {{0.5F, 0.5F}, {2.0F, 0.5F, 1.0F}}});
  Drawing drawing;
  drawing.begin_stroke({Tool::kBrush, 200, 0.1F, false, {{0.5F, 0.5F}}});
  drawing.extend_stroke(std::vector<StrokePoint>{{nan, 0.5F}, {9.0F, 0.5F, 7.0F}, {0.5F, nan}});
  drawing.end_stroke();
  CHECK(drawing.raster() == expected.raster());

  drawing.apply({Tool::kBrush, 100, nan, false, {{0.5F, 0.5F}}});
  drawing.apply({Tool::kBrush, 100, 0.1F, false, {}});
  drawing.apply({Tool::kFill, 100, 0.1F, false, {{nan, 0.5F}}});
  CHECK(drawing.raster() == expected.raster());
  drawing.undo();
  CHECK_FALSE(drawing.can_undo());
}
