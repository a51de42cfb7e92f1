// SPDX-License-Identifier: MIT
// kit/widgets.hpp: the vocabulary that all panels share. Every widget is given its box; nothing
// flows, so what is written here is where it stands.
#pragma once

#include <string>
#include <string_view>

#include "kit/box.hpp"
#include "kit/icons.hpp"
#include "kit/theme.hpp"

namespace atelier::ui {

enum class Align { kLeft, kCenter, kRight };

// ---- text ---------------------------------------------------------------------------------------

[[nodiscard]] ImVec2 text_size(const Theme& theme, Style style, std::string_view text,
                               float wrap_width = 0);

// One line, centred in the height of `box`; cut with an ellipsis where it does not fit.
void draw_text(const Theme& theme, const Box& box, Style style, ImU32 color, std::string_view text,
               Align align = Align::kLeft);

// `text`, or as much of its beginning as fits `width` with an ellipsis. Cut between characters.
[[nodiscard]] std::string shortened(const Theme& theme, Style style, std::string_view text,
                                    float width);

// A paragraph from the top of `box`, wrapped to its width. Returns its height.
float draw_paragraph(const Theme& theme, const Box& box, Style style, ImU32 color,
                     std::string_view text);

// A sentence beside a chip, in small print: one line in the middle of the height of `box`, or,
// where it is longer, more from the top.
void draw_aside(const Theme& theme, const Box& box, std::string_view text);

// One line that begins at `at`, the middle of its height, and rises by `angle` (radians; half of pi
// is straight up).
void draw_rising_text(const Theme& theme, ImVec2 at, float angle, Style style, ImU32 color,
                      std::string_view text);

// The largest of the styles in which `text` fits `width`; the last one if none does.
[[nodiscard]] Style fitting_style(const Theme& theme, std::string_view text, float width,
                                  std::initializer_list<Style> styles);

// ---- things to press ----------------------------------------------------------------------------

struct Press {
  bool pressed = false;
  bool hovered = false;
  bool held = false;
};

// An invisible button over `box`; the others are made of it. Reached by Tab and the arrow keys.
Press press_area(const char* id, const Box& box);

// For the item before, while the pointer is over it; nothing where there is no hovering.
void tooltip(const Theme& theme, std::string_view text);

// Width of a chip with this label.
[[nodiscard]] float chip_width(const Theme& theme, std::string_view label);
// A round-ended button. `selected`: inverted, as for the current filter.
bool chip(const Theme& theme, const char* id, const Box& box, std::string_view label,
          bool selected = false);
// The same at an end of `row`, in the middle of its height; takes it and a gap off the row.
bool chip_at_left(const Theme& theme, const char* id, Box& row, std::string_view label,
                  bool selected = false);
bool chip_at_right(const Theme& theme, const char* id, Box& row, std::string_view label,
                   bool selected = false);

// Underlined small print, as wide as `line`, to be pressed; in the text's own colour under the
// pointer. A finger finds it where it is 44 high, from the bottom of `line`.
bool text_link(const Theme& theme, const char* id, const Box& line, std::string_view text,
               ImU32 color);

struct IconButtonOptions {
  bool selected = false;
  bool enabled = true;
};
bool icon_button(const Theme& theme, const char* id, const Box& box, Icon icon,
                 std::string_view tooltip, IconButtonOptions options = {});

// A horizontal slider over [least, most]. Returns true when `value` changed.
bool slider(const Theme& theme, const char* id, const Box& box, float& value, float least,
            float most, std::string_view tooltip);

// ---- things to look at --------------------------------------------------------------------------

// A track, filled from the left to `fraction` (0..1).
void bar(const Theme& theme, const Box& box, float fraction, ImU32 color);

// Centred in `box`: a headline and a sentence, for a panel that has nothing to show.
void empty_state(const Theme& theme, const Box& box, std::string_view headline,
                 std::string_view sentence);

void frame(const Theme& theme, const Box& box, ImU32 color, float radius, float thickness = 1);

// ---- scrolling ----------------------------------------------------------------------------------

enum class ScrollAxis { kVertical, kHorizontal };

// Scrolling by finger, which Dear ImGui has not: drags the content of the current window and lets
// it run out. Call inside the scrolling window. Returns true while the content moves by itself.
class TouchScroll {
 public:
  explicit TouchScroll(ScrollAxis axis) : axis_(axis) {}
  bool update(const Theme& theme);
  // True when the finger has moved the content, so that lifting it must not press anything.
  [[nodiscard]] bool dragged() const { return dragged_; }

 private:
  void move_by(float distance) const;

  ScrollAxis axis_;
  float velocity_ = 0;  // CSS pixels a second
  bool dragging_ = false;
  bool dragged_ = false;
};

}  // namespace atelier::ui
