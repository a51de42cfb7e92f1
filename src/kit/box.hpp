// SPDX-License-Identifier: MIT
// kit/box.hpp: a rectangle on the page in CSS pixels. Layout is done by cutting: a panel takes a
// strip off the box it was given and passes on the rest.
#pragma once

#include <algorithm>

#include "imgui.h"

namespace atelier::ui {

struct Box {
  float x{}, y{}, width{}, height{};

  [[nodiscard]] ImVec2 min() const { return {x, y}; }
  [[nodiscard]] ImVec2 max() const { return {x + width, y + height}; }
  [[nodiscard]] ImVec2 center() const { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] bool contains(ImVec2 point) const {
    return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
  }
  [[nodiscard]] Box inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(width - 2 * dx, 0.0F), std::max(height - 2 * dy, 0.0F)};
  }
  [[nodiscard]] Box inset(float all) const { return inset(all, all); }
  // As wide, `size` high, in the middle of the height.
  [[nodiscard]] Box middle(float size) const { return {x, center().y - size / 2, width, size}; }

  // Each takes a strip of `size` off one side and leaves the rest in *this.
  Box cut_left(float size) {
    const float taken = std::min(size, width);
    const Box strip{x, y, taken, height};
    x += taken;
    width -= taken;
    return strip;
  }
  Box cut_right(float size) {
    const float taken = std::min(size, width);
    width -= taken;
    return {x + width, y, taken, height};
  }
  Box cut_top(float size) {
    const float taken = std::min(size, height);
    const Box strip{x, y, width, taken};
    y += taken;
    height -= taken;
    return strip;
  }
  Box cut_bottom(float size) {
    const float taken = std::min(size, height);
    height -= taken;
    return {x, y + height, width, taken};
  }
};

}  // namespace atelier::ui
