// SPDX-License-Identifier: MIT
#include "features/draw/kept_drawing.hpp"

#include "core/base64.hpp"
#include "features/answer/classification.hpp"

namespace atelier::app {

void keep_drawing(State& state, Ports& ports) {
  const core::Drawing& drawing = state.drawing;
  if (drawing.is_changing() || drawing.version() == state.kept_drawing_version) return;
  state.kept_drawing_version = drawing.version();
  // A browser that refuses costs the next visit the drawing, and this one nothing.
  static_cast<void>(ports.settings.save(
      kDrawingKey, drawing.sample_index() ? std::string() : core::to_base64url(drawing.packed())));
}

void take_drawing(State& state, std::string_view text) {
  if (state.input.source != InputSource::kNone || state.drawing.can_undo()) return;
  const auto packed = core::from_base64url(text);
  if (!packed || packed->empty() || !state.drawing.restore(*packed)) return;
  state.kept_drawing_version = state.drawing.version();
  show_drawing(state);
}

}  // namespace atelier::app
