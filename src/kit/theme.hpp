// SPDX-License-Identifier: MIT
// kit/theme.hpp: every colour, size and font of the panels. Nothing else in ui/ has a literal for
// one. Colours are the page's tokens; web/style.css repeats them for the parts drawn by the DOM.
#pragma once

#include "imgui.h"

namespace atelier::ui {

struct Palette {
  ImU32 paper;    // page
  ImU32 surface;  // prediction column, chips
  ImU32 sunk;     // tracks of bars, empty cells
  ImU32 text;
  ImU32 muted;        // at least 4.5:1 on paper
  ImU32 line;         // one pixel, instead of shadows
  ImU32 accent;       // one thing at a time
  ImU32 accent_soft;  // background of the current view
  ImU32 on_accent;    // text on accent and on inverted chips
  ImU32 sure;
  ImU32 unsure;
  ImU32 cloth;  // behind every image, and black as their background is
  ImU32 bar;    // bars of the classes that are not the answer
};

[[nodiscard]] const Palette& palette(bool dark);

// Text styles: a weight and a size in CSS pixels.
enum class Style {
  kCaption,      // 12
  kSmall,        // 13
  kSmallMedium,  // 13 medium, on chips
  kSmallStrong,  // 13 semibold
  kBody,         // 15
  kBodyStrong,   // 15 semibold
  kTitle,        // 22 semibold
  kAnswer,       // 28 semibold
};

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* medium = nullptr;
  ImFont* semibold = nullptr;
  // Ascender minus descender over em: Inter's hhea table says (0.96875 + 0.2412) / 1.
  float height_per_em = 1.21F;
};

struct Theme {
  const Palette* colors = &palette(false);
  Fonts fonts;
  bool coarse_pointer = false;  // touch: nothing may depend on hover
  bool still = false;           // prefers-reduced-motion

  [[nodiscard]] ImFont* font(Style style) const;
  // The style's size as CSS means it: that of the em square.
  [[nodiscard]] static float size(Style style);
  [[nodiscard]] static float line_height(Style style);
  // The same size as ImGui means it: from the top of the ascenders to the bottom of the descenders.
  [[nodiscard]] float imgui_size(Style style) const;
};

// A place on the scale of a heat map, from 0 to 1, and a colour for numbers on it.
struct Heat {
  ImU32 fill;
  ImU32 text;
};
[[nodiscard]] Heat heat_color(const Theme& theme, float value);

// For and against, on cloth, which is black in both themes: orange and blue, which no common kind
// of colour blindness takes for each other. `value` from -1 to 1, opaque at the ends by `strength`.
[[nodiscard]] ImU32 opinion_color(float value, float strength);

// Spacing and sizes, CSS pixels.
inline constexpr float kGap4 = 4, kGap8 = 8, kGap12 = 12, kGap16 = 16, kGap20 = 20, kGap24 = 24,
                       kGap28 = 28;
inline constexpr float kRadius = 8, kRadiusLarge = 12;
inline constexpr float kTarget = 44;      // least size of anything to be touched
inline constexpr float kChipHeight = 36;  // 44 with its margin
inline constexpr float kRailWidth = 88;
inline constexpr float kBottomBarHeight = 64;
inline constexpr float kPredictionWidth = 340;
inline constexpr float kPredictionWidthNarrow = 288;
inline constexpr float kBarLabelWidth = 102;
inline constexpr float kBarGlideMs = 120;

// Sets ImGui's own style (scroll bars, input fields, tooltips, focus ring) from the theme.
void apply_to_imgui(const Theme& theme);

}  // namespace atelier::ui
