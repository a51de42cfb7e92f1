// SPDX-License-Identifier: MIT
// Whatever text is sent as an action, with whatever beside it: it is a proper one, or is refused in
// a sentence; and what is said of it twice is the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "features/dispatch.hpp"

namespace {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  // Behind a line's end: what travels beside the JSON.
  const std::size_t end = std::min(all.find('\n'), size);
  const auto attachment = std::as_bytes(std::span(data, size)).subspan(end);
  const auto refusal = atelier::app::check_action(all.substr(0, end), attachment);
  const auto again = atelier::app::check_action(all.substr(0, end), attachment);
  require(refusal.has_value() == again.has_value());
  if (!refusal) return 0;
  require(refusal->sentence == again->sentence);
  require(refusal->reason == atelier::app::Refusal::Reason::kMalformed);
  // As long as the longest list of words, and what was given is cut short.
  require(!refusal->sentence.empty() && refusal->sentence.size() < 2000);
  return 0;
}
