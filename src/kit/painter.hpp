// SPDX-License-Identifier: MIT
// kit/painter.hpp: paints a picture to be saved, with the page's own colours and fonts. The screen
// is drawn by the graphics card; this needs none.
#pragma once

#include <string_view>

#include "core/png.hpp"
#include "kit/box.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

class Painter {
 public:
  // Whole pixels, filled with `ground`.
  Painter(int width, int height, ImU32 ground);

  // Pixels whose centres lie in `box`. Opaque.
  void fill(const Box& box, ImU32 color);
  // One line, centred in the height of `box`, with an ellipsis where it does not fit; `size` is
  // that of the em square in pixels. Between frames of ImGui alone, or in one.
  void text(const Theme& theme, const Box& box, ImFont* font, float size, ImU32 color,
            std::string_view text, Align align = Align::kLeft);

  [[nodiscard]] core::ColorImage take() { return std::move(image_); }

 private:
  void draw_glyph(const ImTextureData& atlas, const ImFontGlyph& glyph, ImVec2 origin, ImU32 color);
  void blend(int x, int y, ImU32 color, float coverage);

  core::ColorImage image_;
};

}  // namespace atelier::ui
