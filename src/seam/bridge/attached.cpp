// SPDX-License-Identifier: MIT
#include "seam/bridge/attached.hpp"

#include <utility>

#include "app/action.hpp"
#include "app/event.hpp"
#include "features/update.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {
namespace {

Program attached;

}  // namespace

void attach(Program program) { attached = std::move(program); }

const Program& program() { return attached; }

const app::State& state() { return *attached.state; }

void push(app::Event event) {
  attached.events->push(std::move(event));
  atelier_js_request_frame();
}

void complete(app::Event event) {
  push(std::move(event));
  attached.on_completion();
}

void take_events() {
  for (app::Event& event : attached.events->take()) {
    app::update(*attached.state, std::move(event), *attached.ports);
  }
}

app::EngineKind engine_of(int engine) {
  return engine == 0 ? app::EngineKind::kAtelierNn : app::EngineKind::kOrtWeb;
}

app::Reading reading_of(int number) {
  return app::Reading::from_number(static_cast<std::size_t>(number) % app::kReadingCount);
}

}  // namespace atelier::bridge
