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
std::string last_text;

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

const char* give_out(std::string text) {
  last_text = std::move(text);
  return last_text.data();
}

const std::string& given_out() { return last_text; }

app::EngineKind engine_of(int engine) {
  return engine == 0 ? app::EngineKind::kAtelierNn : app::EngineKind::kOrtWeb;
}

}  // namespace atelier::bridge
