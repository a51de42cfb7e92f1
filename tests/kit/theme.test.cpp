// SPDX-License-Identifier: MIT
// Why: a projector in a bright classroom leaves little of a contrast; these are the least ones.
#include "kit/theme.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>

using atelier::ui::Palette;
using atelier::ui::palette;

namespace {

// Relative luminance and contrast ratio of WCAG 2.2.
double luminance(ImU32 color) {
  const auto channel = [=](int shift) {
    const double value = static_cast<double>((color >> shift) & 0xFFU) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
         0.0722 * channel(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double lighter = std::max(luminance(a), luminance(b));
  const double darker = std::min(luminance(a), luminance(b));
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace

TEST_CASE("the contrast formula gives the standard's own examples", "[ui][theme]") {
  CHECK(contrast(IM_COL32_BLACK, IM_COL32_WHITE) == Catch::Approx(21.0));
  CHECK(contrast(IM_COL32_WHITE, IM_COL32_WHITE) == Catch::Approx(1.0));
  CHECK(contrast(IM_COL32(0x76, 0x76, 0x76, 0xFF), IM_COL32_WHITE) ==
        Catch::Approx(4.54).epsilon(0.002));
}

TEST_CASE("words can be read in both themes", "[ui][theme]") {
  const bool dark = GENERATE(false, true);
  CAPTURE(dark);
  const Palette& colors = palette(dark);
  for (const ImU32 ground : {colors.paper, colors.surface}) {
    CHECK(contrast(colors.text, ground) >= 7.0);
    CHECK(contrast(colors.muted, ground) >= 4.5);
  }
  CHECK(contrast(colors.sure, colors.surface) >= 4.5);
  CHECK(contrast(colors.unsure, colors.surface) >= 4.5);
  CHECK(contrast(colors.text, colors.accent_soft) >= 7.0);  // the error banner
  CHECK(contrast(colors.text, colors.sunk) >= 7.0);         // a chip under the pointer
}

TEST_CASE("marks that carry meaning can be told from their ground in both themes", "[ui][theme]") {
  const bool dark = GENERATE(false, true);
  CAPTURE(dark);
  const Palette& colors = palette(dark);
  for (const ImU32 ground : {colors.paper, colors.surface, colors.accent_soft}) {
    CHECK(contrast(colors.accent, ground) >= 3.0);
  }
}

TEST_CASE("the words on the cloth can be read, because it is dark in both themes", "[ui][theme]") {
  const Palette& words = palette(true);
  for (const bool dark : {false, true}) {
    CHECK(contrast(words.text, palette(dark).cloth) >= 7.0);
    CHECK(contrast(words.muted, palette(dark).cloth) >= 4.5);
  }
}

TEST_CASE("every colour of the palettes is opaque", "[ui][theme]") {
  for (const bool dark : {false, true}) {
    const Palette& c = palette(dark);
    for (const ImU32 color : {c.paper, c.surface, c.sunk, c.text, c.muted, c.line, c.accent,
                              c.accent_soft, c.on_accent, c.sure, c.unsure, c.cloth, c.bar}) {
      CHECK((color & IM_COL32_A_MASK) == IM_COL32_A_MASK);
    }
  }
}
