// SPDX-License-Identifier: MIT
#include "ui/engine_switch.hpp"

#include "ui/widgets.hpp"

namespace atelier::ui {

void EngineSwitch::draw_content(const PanelContext& context, Box box) {
  const app::Engines& engines = context.state.engines;
  const auto add = [&](app::EngineKind kind, const char* label) {
    const Box at = box.cut_left(chip_width(context.theme, label));
    box.cut_left(kGap8);
    const Box middle{at.x, at.center().y - kChipHeight / 2, at.width, kChipHeight};
    if (!chip(context.theme, label, middle, label, engines.wanted == kind)) return;
    context.actions.push_back(app::SelectEngine{kind});
    // Whoever asks for one that has failed wants it tried again.
    const bool failed = engines[kind].phase == app::Engine::Phase::kFailed;
    if (failed) context.actions.push_back(app::Retry{});
  };
  add(app::EngineKind::kOrtWeb, "ONNX Runtime");
  add(app::EngineKind::kAtelierNn, "Atelier");
}

}  // namespace atelier::ui
