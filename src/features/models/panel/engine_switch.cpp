// SPDX-License-Identifier: MIT
#include "features/models/panel/engine_switch.hpp"

#include "app/say.hpp"
#include "features/models/actions.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

void EngineSwitch::draw_content(const PanelContext& context, Box box) {
  const app::Engines& engines = context.state.engines;
  const auto add = [&](app::EngineKind kind, const char* id, app::Key label) {
    if (!chip_at_left(context.theme, id, box, app::say(label), engines.wanted == kind)) return;
    context.actions.push_back(app::SelectEngine{kind});
    // Whoever asks for one that has failed wants it tried again.
    const bool failed = engines[kind].phase == app::Engine::Phase::kFailed;
    if (failed) context.actions.push_back(app::Retry{});
  };
  add(app::EngineKind::kOrtWeb, "ort", "engine.ort-short");
  add(app::EngineKind::kAtelierNn, "nn", "engine.own-short");
}

}  // namespace atelier::ui
