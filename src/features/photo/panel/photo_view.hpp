// SPDX-License-Identifier: MIT
// features/photo/panel/photo_view.hpp: the photo on the canvas: what was taken away as background
// is darkened, and what is trimmed lies outside a frame. A part of it is chosen by dragging.
#pragma once

#include <optional>

#include "app/action.hpp"
#include "app/state.hpp"
#include "kit/box.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"
#include "kit/pointer_trail.hpp"

namespace atelier::ui {

// Where all of the photo lies when the drawing square fills `sheet`.
[[nodiscard]] Box photo_box(const app::Photo& photo, const Box& sheet);

class PhotoView {
 public:
  void draw(const PanelContext& context, const Box& sheet);

  // The gesture that chooses a part, from its first sample to its last.
  void take(const PointerSample& sample, const Box& sheet, const app::State& state,
            app::Actions& actions);
  void leave() { dragged_.reset(); }

 private:
  void draw_dragged(const Box& photo) const;

  ImageView view_{Sampling::kSmooth};
  struct Drag {
    ImVec2 from, to;  // in 0..1 of the photo
  };
  std::optional<Drag> dragged_;
};

}  // namespace atelier::ui
