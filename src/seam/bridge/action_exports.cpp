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
  const bool malformed = refusal->reason == app::Refusal::Reason::kMalformed;
  give_out(std::move(refusal->sentence));
  return malformed ? 1 : 2;
}

}  // extern "C"
