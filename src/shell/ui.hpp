// SPDX-License-Identifier: MIT
// shell/ui.hpp: the whole page, drawn by Dear ImGui between NewFrame and Render. Reads State,
// appends Actions; owns only what concerns the looks.
#pragma once

#include <tuple>
#include <vector>

#include "app/action.hpp"
#include "app/state.hpp"
#include "features/answer/panel/prediction_panel.hpp"
#include "kit/image_view.hpp"
#include "kit/panel_context.hpp"
#include "kit/pointer_trail.hpp"
#include "kit/theme.hpp"
#include "shell/views.hpp"

namespace atelier::ui {

// What the page stands in, this frame.
struct Surroundings {
  ImVec2 size;  // CSS pixels
  float inset_top = 0;
  float inset_bottom = 0;
  bool dark = false;
  bool coarse_pointer = false;
  bool still = false;  // prefers-reduced-motion
  Fonts fonts;         // those that are null are replaced by ImGui's own
};

class Ui {
 public:
  explicit Ui(Textures& textures) : textures_(textures) {}

  struct Frame {
    std::vector<Ground> grounds;  // to be cleared to before the rest is rendered, the first first
    bool moving = false;          // by itself, so that another frame is due
    bool shows_steps = false;     // of preprocessing: see app::ShowSteps
  };
  [[nodiscard]] Frame draw(const app::State& state, const Surroundings& surroundings, double now_ms,
                           app::Actions& actions);

  // The strokes that the pointer has made since the last call. Not only in frames: what is drawn
  // should be in front of the network as soon as it is drawn. A stroke whose beginning followed
  // something pressed that no frame has seen yet waits for that frame: the bin's press must not
  // take away what was drawn after it.
  void take_strokes(const app::State& state, PointerTrail trail, app::Actions& actions);
  [[nodiscard]] bool has_waiting_strokes() const { return !waiting_.empty(); }

  // Two fingers at this place zoom; elsewhere they scroll.
  [[nodiscard]] bool wants_pinch(const app::State& state, ImVec2 at) const;

 private:
  Textures& textures_;
  SampleSheets sheets_;
  ViewPanels views_;
  DrawPanel& draw_ = std::get<DrawPanel>(views_);
  PredictionPanel prediction_;
  std::vector<PointerSample> waiting_;  // from the beginning of a stroke on
};

}  // namespace atelier::ui
