// SPDX-License-Identifier: MIT
// ui/ui.hpp: the whole page, drawn by Dear ImGui between NewFrame and Render on a ground of the
// theme's paper. Reads State, appends Actions; owns only what concerns the looks.
#pragma once

#include "app/actions.hpp"
#include "app/state.hpp"
#include "ui/about_panel.hpp"
#include "ui/draw_panel.hpp"
#include "ui/explore_panel.hpp"
#include "ui/image_view.hpp"
#include "ui/pointer_trail.hpp"
#include "ui/prediction_panel.hpp"
#include "ui/theme.hpp"

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

  // Returns true while something moves by itself, so that another frame is due.
  [[nodiscard]] bool draw(const app::State& state, const Surroundings& surroundings,
                          PointerTrail trail, double now_ms, app::Actions& actions);

  // After this frame's actions were carried out and before it is rendered.
  void refresh(const app::State& state);

 private:
  Textures& textures_;
  SampleSheets sheets_;
  DrawPanel draw_;
  ExplorePanel explore_;
  AboutPanel about_;
  PredictionPanel prediction_;
};

}  // namespace atelier::ui
