// SPDX-License-Identifier: MIT
#include "kit/widgets.hpp"

#include <cmath>
#include <string>

#include "kit/cut_to_fit.hpp"

namespace atelier::ui {
namespace {

ImDrawList& draw_list() { return *ImGui::GetWindowDrawList(); }

const char* end_of(std::string_view text) { return text.data() + text.size(); }

}  // namespace

void tooltip(const Theme& theme, std::string_view text) {
  // Without a delay: a delay would need frames to be drawn while nothing happens.
  if (theme.coarse_pointer || text.empty() || !ImGui::IsItemHovered()) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(10, 7));
  ImGui::BeginTooltip();
  ImGui::PushFont(theme.font(Style::kSmall), theme.imgui_size(Style::kSmall));
  ImGui::TextUnformatted(text.data(), end_of(text));
  ImGui::PopFont();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

ImVec2 text_size(const Theme& theme, Style style, std::string_view text, float wrap_width) {
  return theme.font(style)->CalcTextSizeA(theme.imgui_size(style), FLT_MAX, wrap_width, text.data(),
                                          end_of(text));
}

std::string shortened(const Theme& theme, Style style, std::string_view text, float width) {
  if (text_size(theme, style, text).x <= width + 1.0F) return std::string(text);
  return cut_to_fit(
      text, [&](const std::string& tried) { return text_size(theme, style, tried).x <= width; });
}

void draw_text(const Theme& theme, const Box& box, Style style, ImU32 color, std::string_view text,
               Align align) {
  std::string cut;
  ImVec2 size = text_size(theme, style, text);
  if (size.x > box.width + 1.0F) {
    cut = shortened(theme, style, text, box.width);
    text = cut;
    size = text_size(theme, style, text);
  }
  ImVec2 at{box.x, std::round(box.y + (box.height - size.y) / 2)};
  if (align == Align::kCenter) at.x += (box.width - size.x) / 2;
  if (align == Align::kRight) at.x += box.width - size.x;
  draw_list().AddText(theme.font(style), theme.imgui_size(style), at, color, text.data(),
                      end_of(text));
}

float draw_paragraph(const Theme& theme, const Box& box, Style style, ImU32 color,
                     std::string_view text) {
  ImFont* font = theme.font(style);
  const float size = theme.imgui_size(style);
  const float line_height = Theme::line_height(style);
  ImVec2 at{box.x, box.y + (line_height - size) / 2};
  const char* line = text.data();
  const char* end = end_of(text);
  // Line by line, because ImGui sets text solid and ours has a line height of 1.4.
  while (line < end) {
    const char* newline = line;
    while (newline < end && *newline != '\n') ++newline;
    const char* line_end = font->CalcWordWrapPosition(size, line, newline, box.width);
    if (line_end == line && line < newline) ++line_end;
    draw_list().AddText(font, size, at, color, line, line_end);
    at.y += line_height;
    line = line_end;
    while (line < newline && *line == ' ') ++line;
    if (line == newline && line < end) ++line;
  }
  return at.y - box.y - (line_height - size) / 2;
}

void draw_aside(const Theme& theme, const Box& box, std::string_view text) {
  if (text_size(theme, Style::kCaption, text).x <= box.width) {
    draw_text(theme, box, Style::kCaption, theme.colors->muted, text);
  } else {
    draw_paragraph(theme, box, Style::kCaption, theme.colors->muted, text);
  }
}

void draw_rising_text(const Theme& theme, ImVec2 at, float angle, Style style, ImU32 color,
                      std::string_view text) {
  ImDrawList& list = draw_list();
  // Written level, where nothing of it is clipped away, and then turned.
  const ImVec2 level = list.GetClipRectMin();
  const int first = list.VtxBuffer.Size;
  list.AddText(theme.font(style), theme.imgui_size(style), level, color, text.data(), end_of(text));
  const float middle = std::floor(level.y) + text_size(theme, style, text).y / 2;
  const float cosine = std::cos(angle);
  const float sine = std::sin(angle);
  for (int k = first; k < list.VtxBuffer.Size; ++k) {
    ImVec2& vertex = list.VtxBuffer[k].pos;
    const float along = vertex.x - std::floor(level.x);
    const float down = vertex.y - middle;
    vertex = {at.x + along * cosine + down * sine, at.y - along * sine + down * cosine};
  }
}

Style fitting_style(const Theme& theme, std::string_view text, float width,
                    std::initializer_list<Style> styles) {
  Style last = Style::kBody;
  for (const Style style : styles) {
    last = style;
    if (text_size(theme, style, text).x <= width) break;
  }
  return last;
}

Press press_area(const char* id, const Box& box) {
  ImGui::SetCursorScreenPos(box.min());
  const bool pressed = ImGui::InvisibleButton(
      id, {std::max(box.width, 1.0F), std::max(box.height, 1.0F)}, ImGuiButtonFlags_EnableNav);
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return {pressed, hovered, ImGui::IsItemActive()};
}

float chip_width(const Theme& theme, std::string_view label) {
  return std::round(text_size(theme, Style::kSmallMedium, label).x + 2 * kGap16);
}

bool chip(const Theme& theme, const char* id, const Box& box, std::string_view label,
          bool selected) {
  const Palette& colors = *theme.colors;
  // The chip is 36 high, what can be touched is 44.
  const Box target = theme.coarse_pointer ? box.inset(0, (box.height - kTarget) / 2) : box;
  const Press press = press_area(id, target);
  const float radius = box.height / 2;
  ImU32 fill = press.hovered ? colors.sunk : colors.surface;
  if (selected) fill = colors.text;
  draw_list().AddRectFilled(box.min(), box.max(), fill, radius);
  if (!selected) frame(theme, box, press.hovered ? colors.muted : colors.line, radius);
  draw_text(theme, box, Style::kSmallMedium, selected ? colors.paper : colors.text, label,
            Align::kCenter);
  return press.pressed;
}

bool chip_at_left(const Theme& theme, const char* id, Box& row, std::string_view label,
                  bool selected) {
  const Box at = row.cut_left(chip_width(theme, label)).middle(kChipHeight);
  row.cut_left(kGap8);
  return chip(theme, id, at, label, selected);
}

bool chip_at_right(const Theme& theme, const char* id, Box& row, std::string_view label,
                   bool selected) {
  const Box at = row.cut_right(chip_width(theme, label)).middle(kChipHeight);
  row.cut_right(kGap8);
  return chip(theme, id, at, label, selected);
}

bool text_link(const Theme& theme, const char* id, const Box& line, std::string_view text,
               ImU32 color) {
  const float height = theme.coarse_pointer ? kTarget : line.height;
  const Press press =
      press_area(id, {line.x - kGap4, line.bottom() - height, line.width + kGap8, height});
  const ImU32 ink = press.hovered ? theme.colors->text : color;
  draw_text(theme, line, Style::kCaption, ink, text);
  draw_list().AddLine({line.x, line.bottom() - 1}, {line.right(), line.bottom() - 1}, ink);
  return press.pressed;
}

bool icon_button(const Theme& theme, const char* id, const Box& box, Icon icon,
                 std::string_view tooltip_text, IconButtonOptions options) {
  const Palette& colors = *theme.colors;
  ImGui::BeginDisabled(!options.enabled);
  const Press press = press_area(id, box);
  ImGui::EndDisabled();
  tooltip(theme, tooltip_text);
  const bool lit = press.hovered && options.enabled;
  draw_list().AddRectFilled(box.min(), box.max(), lit ? colors.sunk : colors.surface, kRadius);
  frame(theme, box, options.selected ? colors.accent : colors.line, kRadius,
        options.selected ? 2.0F : 1.0F);
  ImU32 ink = options.selected ? colors.accent : colors.text;
  if (!options.enabled) ink = colors.line;
  draw_icon(draw_list(), icon, box.center(), 20, ink);
  return press.pressed;
}

bool slider(const Theme& theme, const char* id, const Box& box, float& value, float least,
            float most, std::string_view tooltip_text) {
  const Palette& colors = *theme.colors;
  constexpr float kKnob = 9;
  const float before = value;
  const Press press = press_area(id, box);
  tooltip(theme, tooltip_text);
  const float left = box.x + kKnob;
  const float length = box.width - 2 * kKnob;
  if (press.held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const float at = std::clamp((ImGui::GetIO().MousePos.x - left) / length, 0.0F, 1.0F);
    value = least + at * (most - least);
  }
  if (ImGui::IsItemFocused()) {
    const float step = (most - least) / 20;
    if (ImGui::IsKeyPressed(ImGuiKey_Equal)) value = std::min(value + step, most);
    if (ImGui::IsKeyPressed(ImGuiKey_Minus)) value = std::max(value - step, least);
  }
  const float knob_x = left + length * (value - least) / (most - least);
  const float middle = box.center().y;
  ImDrawList& list = draw_list();
  list.AddRectFilled({box.x, middle - 2}, {box.right(), middle + 2}, colors.line, 2);
  list.AddRectFilled({box.x, middle - 2}, {knob_x, middle + 2}, colors.accent, 2);
  list.AddCircleFilled({knob_x, middle}, kKnob, colors.surface);
  list.AddCircle({knob_x, middle}, kKnob, colors.accent, 0, 2);
  return value != before;
}

void bar(const Theme& theme, const Box& box, float fraction, ImU32 color) {
  const float radius = box.height / 2;
  draw_list().AddRectFilled(box.min(), box.max(), theme.colors->sunk, radius);
  if (fraction <= 0) return;
  // The smallest probability is still seen.
  const float filled = std::max(box.width * std::clamp(fraction, 0.0F, 1.0F), 2.0F);
  draw_list().AddRectFilled(box.min(), {box.x + filled, box.bottom()}, color,
                            std::min(radius, filled / 2));
}

void empty_state(const Theme& theme, const Box& box, std::string_view headline,
                 std::string_view sentence) {
  const float width = std::min(box.width - 2 * kGap16, 420.0F);
  Box text{box.center().x - width / 2, box.center().y - 28, width, 26};
  draw_text(theme, text, Style::kBodyStrong, theme.colors->text, headline, Align::kCenter);
  text.y += 30;
  draw_text(theme, {text.x, text.y, width, 26}, Style::kSmall, theme.colors->muted, sentence,
            Align::kCenter);
}

void frame(const Theme&, const Box& box, ImU32 color, float radius, float thickness) {
  const float half = thickness / 2;
  const Box line = box.inset(half);
  draw_list().AddRect(line.min(), line.max(), color, radius, 0, thickness);
}

void TouchScroll::move_by(float distance) const {
  if (axis_ == ScrollAxis::kVertical) {
    ImGui::SetScrollY(ImGui::GetScrollY() + distance);
  } else {
    ImGui::SetScrollX(ImGui::GetScrollX() + distance);
  }
}

bool TouchScroll::update(const Theme& theme) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool touch = io.MouseSource == ImGuiMouseSource_TouchScreen;
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    dragging_ = touch && ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem |
                                                ImGuiHoveredFlags_ChildWindows);
    dragged_ = false;
    velocity_ = 0;
  }
  if (dragging_ && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    dragged_ = dragged_ || ImGui::IsMouseDragging(ImGuiMouseButton_Left, 8);
    if (dragged_) {
      const float moved = axis_ == ScrollAxis::kVertical ? -io.MouseDelta.y : -io.MouseDelta.x;
      move_by(moved);
      // Smoothed, because a finger's last sample before it lifts is often a rest.
      const float now = io.DeltaTime > 0 ? moved / io.DeltaTime : 0;
      velocity_ += 0.4F * (now - velocity_);
    }
    return false;
  }
  dragging_ = false;
  constexpr float kRest = 20;  // CSS pixels a second: slower than this cannot be seen
  if (theme.still || std::abs(velocity_) < kRest) {
    velocity_ = 0;
    return false;
  }
  move_by(velocity_ * io.DeltaTime);
  velocity_ *= std::exp(-3.0F * io.DeltaTime);
  return true;
}

}  // namespace atelier::ui
