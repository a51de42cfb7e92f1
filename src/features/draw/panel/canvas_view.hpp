// SPDX-License-Identifier: MIT
// features/draw/panel/canvas_view.hpp: which part of the sheet the drawing square shows: all of it,
// or magnified.
#pragma once

#include <algorithm>

#include "kit/box.hpp"

namespace atelier::ui {

class CanvasView {
 public:
  static constexpr float kGreatestZoom = 8;

  // Where all of the sheet lies on the page when this part of it fills `square`, whose sides are
  // equal.
  [[nodiscard]] Box sheet(const Box& square) const {
    const float side = square.width * zoom_;
    return {square.x - x_ * side, square.y - y_ * side, side, side};
  }
  [[nodiscard]] bool magnified() const { return zoom_ > 1; }

  // What is seen at `from` comes to `to` and is `scale` times as large; the sheet never leaves a
  // part of the square empty. Fingers that go along beside each other come a little closer and
  // apart again: what they ask for beyond the limits counts until settle().
  void zoom(const Box& square, ImVec2 from, ImVec2 to, float scale) {
    const Box before = sheet(square);
    const ImVec2 held{(from.x - before.x) / before.width, (from.y - before.y) / before.width};
    wanted_ *= scale;
    zoom_ = std::clamp(wanted_, 1.0F, kGreatestZoom);
    const float side = square.width * zoom_;
    const float room = 1 - 1 / zoom_;
    x_ = std::clamp(held.x - (to.x - square.x) / side, 0.0F, room);
    y_ = std::clamp(held.y - (to.y - square.y) / side, 0.0F, room);
  }
  void pan(const Box& square, ImVec2 by) {
    zoom(square, square.center(), {square.center().x + by.x, square.center().y + by.y}, 1);
  }
  // The gesture is over. As good as fitting is fitting.
  void settle(float least = 1.1F) {
    wanted_ = zoom_;
    if (zoom_ < least) fit();
  }
  void fit() { *this = {}; }

 private:
  float zoom_ = 1;    // as shown
  float wanted_ = 1;  // before it was kept within the limits
  float x_ = 0;       // of the sheet, to the left of the square
  float y_ = 0;
};

}  // namespace atelier::ui
