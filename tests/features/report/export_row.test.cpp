// SPDX-License-Identifier: MIT
// Why: what is saved must be what is shown, and readable on a page of somebody else's.
#include "features/report/panel/export_row.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

// Twelve images, labelled 0 to 9, 0 and 1; every one is taken for a shirt.
struct EvaluatedPage : Page {
  EvaluatedPage() : Page({1280, 1600}) {
    program.load_model();
    program.load_test_set(12);
    program.act(app::SetView{app::View::kReport});
    program.act(app::Evaluate{app::EngineKind::kAtelierNn});
    frames(2);
  }
  void answer() {
    std::vector<float> logits;
    for (int k = 0; k < 12; ++k) {
      const auto row = logits_for(6);
      logits.insert(logits.end(), row.begin(), row.end());
    }
    const app::Token token = program.jobs.started.back().token;
    program.send(app::EvaluationLogits{token, 0, logits});
    program.send(app::EvaluationDone{token, 1});
    frames(2);
  }
};

using Color = std::array<int, 3>;

Color color_at(const core::ColorImage& picture, int x, int y) {
  const auto at = 3 * static_cast<std::size_t>(y * picture.width + x);
  return {picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2]};
}

Color color_of(ImU32 color) {
  return {static_cast<int>(color & 0xFFU), static_cast<int>((color >> 8U) & 0xFFU),
          static_cast<int>((color >> 16U) & 0xFFU)};
}

// Pixels of a rectangle that are not of this colour.
int others(const core::ColorImage& picture, int left, int top, int width, int height, Color color) {
  int count = 0;
  for (int y = top; y < top + height; ++y) {
    for (int x = left; x < left + width; ++x) count += color_at(picture, x, y) == color ? 0 : 1;
  }
  return count;
}

}  // namespace

TEST_CASE("a complete evaluation is saved as CSV, as JSON and as a picture", "[ui][export]") {
  EvaluatedPage page;
  page.answer();
  page.click(page.item("save csv", "report"));
  page.click(page.item("save json", "report"));
  page.click(page.item("save png", "report"));
  std::vector<std::string> names;
  for (const auto& saved : page.program.saver.saved) names.push_back(saved.name);
  CHECK(names == std::vector<std::string>{"answers-small-atelier-nn.csv",
                                          "report-small-atelier-nn.json",
                                          "confusion-small-atelier-nn.png"});
}

TEST_CASE("the picture of the matrix has its cells and words, on white in either theme",
          "[ui][export]") {
  EvaluatedPage page;
  page.surroundings.dark = GENERATE(false, true);
  page.answer();
  page.click(page.item("save png", "report"));
  const auto saved = page.emitted<app::SavePicture>();
  REQUIRE(saved.size() == 1);
  const core::ColorImage& picture = saved[0].picture;
  REQUIRE(picture.pixels.size() == std::size_t{3} * static_cast<std::size_t>(picture.width) *
                                       static_cast<std::size_t>(picture.height));
  const ui::Palette& colors = ui::palette(false);
  const Color white = color_of(colors.surface);
  CHECK(color_at(picture, 2, 2) == white);

  // The first cell's corner is under caption and heads, right of the names.
  constexpr int kLeft = 40 + 168, kTop = 40 + 56 + 40, kCell = 92;
  const auto corner = [&](int label, int answer) {
    return color_at(picture, kLeft + answer * kCell + 6, kTop + label * kCell + 6);
  };
  for (int label = 0; label < 10; ++label) {
    CAPTURE(label);
    CHECK(corner(label, 0) == color_of(colors.sunk));
    CHECK(corner(label, 6) == color_of(ui::heat_color({}, 1).fill));
  }
  CHECK(others(picture, 40, 40, 600, 40, white) > 500);              // the caption
  CHECK(others(picture, 40, kTop, 160, 10 * kCell, white) > 1'000);  // the names
  CHECK(others(picture, kLeft + 6 * kCell + 20, kTop + 20, 52, 52,
               color_of(ui::heat_color({}, 1).fill)) > 20);  // a number
}

TEST_CASE("there is nothing to save while it runs", "[ui][export]") {
  EvaluatedPage page;
  page.program.act(app::SaveReport{app::ReportFormat::kJson});
  CHECK(page.program.saver.saved.empty());
}
