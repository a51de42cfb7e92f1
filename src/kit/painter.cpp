// SPDX-License-Identifier: MIT
#include "kit/painter.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <imgui_internal.h>

#include "kit/cut_to_fit.hpp"

namespace atelier::ui {
namespace {

// How much of a glyph covers a point of the atlas, 0..1; between texels their mixture.
float coverage_at(const ImTextureData& atlas, float u, float v) {
  const float x = u * static_cast<float>(atlas.Width) - 0.5F;
  const float y = v * static_cast<float>(atlas.Height) - 0.5F;
  const auto left = static_cast<int>(std::floor(x));
  const auto top = static_cast<int>(std::floor(y));
  const float dx = x - static_cast<float>(left);
  const float dy = y - static_cast<float>(top);
  // The last byte of a texel is its opacity, in either format.
  const auto texel = [&](int column, int row) {
    const int at =
        std::clamp(row, 0, atlas.Height - 1) * atlas.Width + std::clamp(column, 0, atlas.Width - 1);
    return static_cast<float>(atlas.Pixels[(at + 1) * atlas.BytesPerPixel - 1]) / 255;
  };
  const float upper = texel(left, top) * (1 - dx) + texel(left + 1, top) * dx;
  const float lower = texel(left, top + 1) * (1 - dx) + texel(left + 1, top + 1) * dx;
  return upper * (1 - dy) + lower * dy;
}

// Of those whose centres lie beyond an edge.
int first_pixel(float edge) { return static_cast<int>(std::ceil(edge - 0.5F)); }

}  // namespace

Painter::Painter(int width, int height, ImU32 ground)
    : image_{width, height,
             std::vector<std::uint8_t>(3 * static_cast<std::size_t>(width) *
                                       static_cast<std::size_t>(height))} {
  fill({0, 0, static_cast<float>(width), static_cast<float>(height)}, ground);
}

void Painter::blend(int x, int y, ImU32 color, float coverage) {
  if (x < 0 || x >= image_.width || y < 0 || y >= image_.height) return;
  const auto pixel = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) +
                          static_cast<std::size_t>(x));
  std::size_t channel = 0;
  for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT}) {
    std::uint8_t& value = image_.pixels[pixel + channel++];
    const auto wanted = static_cast<float>((color >> shift) & 0xFFU);
    const float mixed = static_cast<float>(value) * (1 - coverage) + wanted * coverage;
    value = static_cast<std::uint8_t>(std::lround(mixed));
  }
}

void Painter::fill(const Box& box, ImU32 color) {
  for (int y = first_pixel(box.y); y < first_pixel(box.bottom()); ++y) {
    for (int x = first_pixel(box.x); x < first_pixel(box.right()); ++x) blend(x, y, color, 1);
  }
}

void Painter::draw_glyph(const ImTextureData& atlas, const ImFontGlyph& glyph, ImVec2 origin,
                         ImU32 color) {
  const Box box{origin.x + glyph.X0, origin.y + glyph.Y0, glyph.X1 - glyph.X0, glyph.Y1 - glyph.Y0};
  if (box.width <= 0 || box.height <= 0) return;
  for (int y = first_pixel(box.y); y < first_pixel(box.bottom()); ++y) {
    const float down = (static_cast<float>(y) + 0.5F - box.y) / box.height;
    for (int x = first_pixel(box.x); x < first_pixel(box.right()); ++x) {
      const float across = (static_cast<float>(x) + 0.5F - box.x) / box.width;
      blend(x, y, color,
            coverage_at(atlas, glyph.U0 + across * (glyph.U1 - glyph.U0),
                        glyph.V0 + down * (glyph.V1 - glyph.V0)));
    }
  }
}

void Painter::text(const Theme& theme, const Box& box, ImFont* font, float size, ImU32 color,
                   std::string_view text, Align align) {
  const float height = size * theme.fonts.height_per_em;
  const auto width_of = [&](std::string_view line) {
    return font->CalcTextSizeA(height, FLT_MAX, 0, line.data(), line.data() + line.size()).x;
  };
  std::string cut;
  if (width_of(text) > box.width) {
    cut = cut_to_fit(text, [&](const std::string& tried) { return width_of(tried) <= box.width; });
    text = cut;
  }
  const char* const end = text.data() + text.size();
  const float width = width_of(text);
  float x = box.x;
  if (align == Align::kCenter) x += (box.width - width) / 2;
  if (align == Align::kRight) x += box.width - width;
  x = std::round(x);
  const float y = std::round(box.y + (box.height - height) / 2);
  ImFontBaked* baked = font->GetFontBaked(height);
  for (const char* letter = text.data(); letter < end;) {
    unsigned int code = 0;
    letter += ImTextCharFromUtf8(&code, letter, end);
    // Finding a glyph may make a new atlas, so that is looked up after it.
    const ImFontGlyph& glyph = *baked->FindGlyph(static_cast<ImWchar>(code));
    if (glyph.Visible != 0) draw_glyph(*font->ContainerAtlas->TexData, glyph, {x, y}, color);
    x += glyph.AdvanceX;
  }
}

}  // namespace atelier::ui
