// SPDX-License-Identifier: MIT
#include "kit/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace atelier::ui {
namespace {

constexpr ImU32 rgb(unsigned hex) {
  return IM_COL32((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF, 0xFF);
}

constexpr Palette kLight = {
    .paper = rgb(0xF7F5F1),
    .surface = rgb(0xFFFFFF),
    .sunk = rgb(0xEFECE6),
    .text = rgb(0x1D1B19),
    .muted = rgb(0x6C675F),
    .line = rgb(0xE2DED6),
    .accent = rgb(0xC8402A),
    .accent_soft = rgb(0xF6E3DD),
    .on_accent = rgb(0xFFFFFF),
    .sure = rgb(0x1F7A5C),
    .unsure = rgb(0xA66300),
    .cloth = rgb(0x000000),
    .bar = rgb(0xB9B3A8),
};

constexpr Palette kDark = {
    .paper = rgb(0x131316),
    .surface = rgb(0x1B1B1F),
    .sunk = rgb(0x0E0E10),
    .text = rgb(0xF1EEE9),
    .muted = rgb(0x9B968E),
    .line = rgb(0x2C2C32),
    .accent = rgb(0xFF7D61),
    .accent_soft = rgb(0x3A211C),
    .on_accent = rgb(0x131316),
    .sure = rgb(0x4CC59B),
    .unsure = rgb(0xE6A642),
    .cloth = rgb(0x000000),
    .bar = rgb(0x55524D),
};

// From little to much, each away from its page's own brightness. On dark that is cividis, made to
// be read alike by all eyes (Nunez, Anderton and Renslow, 2018, doi 10.1371/journal.pone.0199239);
// on paper its yellow would shine where there is least, so there only brightness falls, to its
// blue.
constexpr std::array<ImU32, 5> kHeatOnDark = {rgb(0x00224E), rgb(0x434E6C), rgb(0x7D7C78),
                                              rgb(0xBCAF6F), rgb(0xFEE838)};
constexpr std::array<ImU32, 5> kHeatOnPaper = {rgb(0xDCE4EC), rgb(0xA9BDD2), rgb(0x7391B4),
                                               rgb(0x3A5A88), rgb(0x00224E)};

ImU32 between(ImU32 a, ImU32 b, float part) {
  const auto channel = [&](int shift) {
    const auto from = static_cast<float>((a >> shift) & 0xFFU);
    const auto to = static_cast<float>((b >> shift) & 0xFFU);
    return static_cast<ImU32>(from + (to - from) * part + 0.5F) << shift;
  };
  return channel(IM_COL32_R_SHIFT) | channel(IM_COL32_G_SHIFT) | channel(IM_COL32_B_SHIFT) |
         IM_COL32_A_MASK;
}

}  // namespace

Heat heat_color(const Theme& theme, float value) {
  const bool dark = theme.colors == &kDark;
  const auto& scale = dark ? kHeatOnDark : kHeatOnPaper;
  const float place = std::clamp(value, 0.0F, 1.0F) * 4;
  const auto first = std::min(static_cast<std::size_t>(place), std::size_t{3});
  const ImU32 fill = between(scale[first], scale[first + 1], place - static_cast<float>(first));
  const bool bright = dark ? place > 1.9F : place < 1.6F;
  return {fill, bright ? rgb(0x131316) : rgb(0xFFFFFF)};
}

ImU32 opinion_color(float value, float strength) {
  constexpr ImU32 kFor = rgb(0xFF9A1F), kAgainst = rgb(0x3D8BFF);
  const float opacity = std::clamp(std::abs(value) * strength, 0.0F, 1.0F);
  const auto alpha = static_cast<ImU32>(opacity * 255 + 0.5F);
  return ((value > 0 ? kFor : kAgainst) & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
}

const Palette& palette(bool dark) { return dark ? kDark : kLight; }

ImFont* Theme::font(Style style) const {
  switch (style) {
    case Style::kCaption:
    case Style::kSmall:
    case Style::kBody:
      return fonts.regular;
    case Style::kSmallMedium:
      return fonts.medium;
    case Style::kSmallStrong:
    case Style::kBodyStrong:
    case Style::kTitle:
    case Style::kAnswer:
      break;
  }
  return fonts.semibold;
}

float Theme::size(Style style) {
  switch (style) {
    case Style::kCaption:
      return 12;
    case Style::kSmall:
    case Style::kSmallMedium:
    case Style::kSmallStrong:
      return 13;
    case Style::kBody:
    case Style::kBodyStrong:
      return 15;
    case Style::kTitle:
      return 22;
    case Style::kAnswer:
      return 28;
  }
  return 15;
}

float Theme::imgui_size(Style style) const { return size(style) * fonts.height_per_em; }

float Theme::line_height(Style style) { return size(style) * 1.4F; }

void apply_to_imgui(const Theme& theme) {
  const Palette& colors = *theme.colors;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.PopupRounding = kRadius;
  style.FrameRounding = kRadius;
  style.FramePadding = {kGap12, 9};
  style.ItemSpacing = {0, 0};
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.TouchExtraPadding = theme.coarse_pointer ? ImVec2(4, 4) : ImVec2(0, 0);
  style.FontSizeBase = theme.imgui_size(Style::kBody);

  const auto set = [&](ImGuiCol index, ImU32 color) {
    style.Colors[index] = ImGui::ColorConvertU32ToFloat4(color);
  };
  set(ImGuiCol_WindowBg, colors.paper);
  set(ImGuiCol_ChildBg, 0);
  set(ImGuiCol_PopupBg, colors.surface);
  set(ImGuiCol_Border, colors.line);
  set(ImGuiCol_Text, colors.text);
  set(ImGuiCol_TextDisabled, colors.muted);
  set(ImGuiCol_FrameBg, colors.surface);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, colors.line);
  set(ImGuiCol_ScrollbarGrabHovered, colors.muted);
  set(ImGuiCol_ScrollbarGrabActive, colors.muted);
  set(ImGuiCol_TextSelectedBg, colors.accent_soft);
  set(ImGuiCol_NavCursor, colors.accent);
}

}  // namespace atelier::ui
