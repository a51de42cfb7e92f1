// SPDX-License-Identifier: MIT
// The export of bridge_abi.hpp that carries out actions.
#include <emscripten/emscripten.h>

#include <optional>
#include <span>
#include <utility>

#include "features/dispatch.hpp"
#include "features/update.hpp"
#include "seam/bridge/attached.hpp"
#include "seam/bridge/bridge_abi.hpp"

using namespace atelier;
using namespace atelier::bridge;

namespace {

app::Refusal last_refusal;  // whose sentence JS reads after the call that it was made in

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int atelier_dispatch(const char* json, std::size_t json_bytes,
                                          const std::uint8_t* attachment,
                                          std::size_t attachment_bytes) {
  take_events();
  auto refusal = app::dispatch(*program().state, *program().ports, {json, json_bytes},
                               std::as_bytes(std::span(attachment, attachment_bytes)));
  program().on_activity();
  atelier_js_request_frame();
  if (!refusal) return 0;
  last_refusal = *std::move(refusal);
  return last_refusal.reason == app::Refusal::Reason::kMalformed ? 1 : 2;
}

EMSCRIPTEN_KEEPALIVE const char* atelier_refusal() { return last_refusal.sentence.data(); }

EMSCRIPTEN_KEEPALIVE std::size_t atelier_refusal_bytes() { return last_refusal.sentence.size(); }

}  // extern "C"
