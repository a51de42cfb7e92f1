// SPDX-License-Identifier: MIT
// features/draw/panel/polygon_tool.hpp: corners, one a press; the first one again, the last one
// again (which is a double click) or Enter fills the shape, Escape gives it up. It is no stroke
// before it is filled.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "app/state.hpp"
#include "features/draw/state.hpp"
#include "kit/box.hpp"
#include "kit/panel_context.hpp"
#include "kit/pointer_trail.hpp"

namespace atelier::ui {

class PolygonTool {
 public:
  // `sheet`: where all of the drawing square lies on the page.
  void take(const PointerSample& sample, const Box& sheet, const app::Tools& tools,
            app::Actions& actions);
  // True if a key was taken: Enter, Escape, or what takes a corner back.
  bool take_keys(const PanelContext& context);
  void draw(const PanelContext& context, const Box& sheet) const;
  void give_up() {
    corners_.clear();
    pressed_ = false;
  }
  [[nodiscard]] bool begun() const { return !corners_.empty() || pressed_; }

 private:
  void fill(const app::Tools& tools, app::Actions& actions);

  std::vector<core::StrokePoint> corners_;  // in 0..1 of the sheet
  bool pressed_ = false;                    // the next one is being placed
  ImVec2 pointer_;                          // on the page, while it is
};

}  // namespace atelier::ui
