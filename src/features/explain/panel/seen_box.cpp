// SPDX-License-Identifier: MIT
#include "features/explain/panel/seen_box.hpp"

#include "core/preprocess.hpp"
#include "features/photo/panel/photo_view.hpp"
#include "features/photo/photo.hpp"

namespace atelier::ui {

Box seen_box(const app::State& state, const Box& canvas) {
  if (app::shows_sample(state)) return canvas;
  const core::FrameOnDrawing frame = core::seen_frame(state.steps);
  const bool photo = app::shows_photo(state);
  const Box whole = photo ? photo_box(state.photo, canvas) : canvas;
  const int width = photo ? state.photo.image.width : core::kCanvasSide;
  const float scale = whole.width / static_cast<float>(width);
  return {whole.x + scale * frame.x, whole.y + scale * frame.y, scale * frame.width,
          scale * frame.height};
}

}  // namespace atelier::ui
