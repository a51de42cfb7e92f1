// SPDX-License-Identifier: MIT
// app/work.hpp: the port by which jobs are asked, and what comes back. Bytes alone: app/ask.hpp
// knows whose they are.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "app/event.hpp"
#include "app/token.hpp"
#include "core/result.hpp"

namespace atelier::app {

// Does jobs (app/job.hpp), here or elsewhere.
class Work {
 public:
  virtual ~Work() = default;
  // `job`: its kName. `model`: the id of the model that it is about, empty for none. `question`,
  // packed, is copied during the call. Answer: any number of WorkProgress, then WorkDone or
  // WorkFailed.
  virtual void start(Token token, std::string_view job, std::string_view model,
                     std::span<const std::byte> question) = 0;
  // Nobody waits for it any more, and nothing more comes.
  virtual void cancel(Token token) = 0;
};

struct WorkProgress {
  Token token{};
  float share{};                  // of the work that is done, 0..1
  std::vector<std::byte> so_far;  // the answer as far as it is known, packed; or empty
};
// `answer`: as pack_result() makes it, so it may still be an error.
struct WorkDone {
  Token token{};
  std::vector<std::byte> answer;
};
// Nothing has answered.
struct WorkFailed {
  static constexpr std::string_view kType = "work-failed";
  Token token{};
  core::Error error;
};
template <class Fields>
void describe(Fields& f, WorkFailed& e) {
  f("token", e.token);
  f("error", e.error);
}
// They find whose they are by the token; nobody waits any more: dropped. features/asks.cpp.
void on(State& state, WorkProgress&& event, Ports& ports);
void on(State& state, WorkDone&& event, Ports& ports);
void on(State& state, WorkFailed&& event, Ports& ports);

}  // namespace atelier::app
