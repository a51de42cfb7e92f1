// SPDX-License-Identifier: MIT
#include "features/snapshot.hpp"

#include "app/say.hpp"
#include "app/write_json.hpp"
#include "features/answer/words.hpp"
#include "features/described.hpp"

namespace atelier::app {

std::string snapshot_json(const State& state, std::uint64_t frames) {
  WriteJson json;
  json.whole([&] { describe_snapshot(json, state, frames); });
  return json.text();
}

std::string status_json(const State& state) {
  WriteJson json;
  json.whole([&] { describe_status(json, state); });
  return json.text();
}

}  // namespace atelier::app
