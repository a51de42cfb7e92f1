// SPDX-License-Identifier: MIT
// app/ask.hpp: a question that State asks of a job: what has been asked, what is known, and why it
// is not. One question at a time; a newer one takes the place of the one that is under way.
//
//   Ask<FindChanges, Change::Key> changes;             // in the feature's state
//   want(state.change.changes, wanted_key(state), state.last_token, ports.work, question);
//   state.change.changes.answer(wanted_key(state))     // null while it is not known
//
// A key is all that the answer depends on, small and quick to compare; its model_id names the model
// that is asked ("": none). The answer comes as WorkDone or WorkFailed and finds its question by
// the token: features/asks.hpp.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "app/asked.hpp"
#include "app/pack.hpp"
#include "app/token.hpp"
#include "app/work.hpp"
#include "core/result.hpp"

namespace atelier::app {

template <class Job, class Key>
struct Ask {
  using Answer = typename Job::Answer;
  struct Known {
    Key key;
    Answer answer;
  };
  struct Refusal {
    Key key;
    core::Error error;
  };
  std::optional<Asked<Key>> in_flight;
  std::optional<Known> known;      // what was answered last
  std::optional<Refusal> refusal;  // it is not asked again
  float share{};                   // of what is in flight that is done, 0..1
  std::optional<Answer> so_far;    // to what is in flight, from jobs that tell

  // The answer to just that; null while it is not known.
  [[nodiscard]] const Answer* answer(const std::optional<Key>& key) const {
    return key && known && known->key == *key ? &known->answer : nullptr;
  }
  [[nodiscard]] const core::Error* error(const std::optional<Key>& key) const {
    return key && refusal && refusal->key == *key ? &refusal->error : nullptr;
  }
  [[nodiscard]] bool awaits(Token token) const { return in_flight && in_flight->token == token; }

  // What has come; false if it is for somebody else.
  bool take(const WorkDone& event) {
    if (!awaits(event.token)) return false;
    settle(unpack_result<Answer>(event.answer));
    return true;
  }
  bool take(const WorkFailed& event) {
    if (!awaits(event.token)) return false;
    settle(event.error);
    return true;
  }
  bool take(const WorkProgress& event) {
    if (!awaits(event.token)) return false;
    share = event.share;
    if (event.so_far.empty()) return true;
    if (auto answer = unpack<Answer>(event.so_far)) so_far = std::move(answer).value();
    return true;
  }

 private:
  void settle(core::Result<Answer> result) {
    Key key = std::move(in_flight->question);
    in_flight.reset();
    so_far.reset();
    if constexpr (requires(const Answer& answer) { Job::is_sound(answer); }) {
      if (result && !Job::is_sound(result.value())) {
        result = core::Error{core::ErrorCode::kEngineFailed, "an answer of another size"};
      }
    }
    if (result) {
      known = Known{std::move(key), std::move(result).value()};
      refusal.reset();
    } else {
      refusal = Refusal{std::move(key), result.error()};
    }
  }
};

// Takes back what is under way, unless it is about `wanted`.
template <class Job, class Key>
void take_back(Ask<Job, Key>& ask, Work& work, const std::optional<Key>& wanted = {}) {
  if (!ask.in_flight || (wanted && ask.in_flight->question == *wanted)) return;
  work.cancel(ask.in_flight->token);
  ask.in_flight.reset();
  ask.so_far.reset();
}

// Asks what is wanted, unless that is known, refused or under way, and takes back what is not
// wanted any more. `question` makes the job's question when it is needed.
template <class Job, class Key, class MakeQuestion>
void want(Ask<Job, Key>& ask, const std::optional<Key>& wanted, Token& last_token, Work& work,
          const MakeQuestion& question) {
  take_back(ask, work, wanted);
  if (!wanted || ask.in_flight || ask.answer(wanted) != nullptr || ask.error(wanted) != nullptr) {
    return;
  }
  ask.in_flight = {++last_token, *wanted};
  ask.share = 0;
  const typename Job::Question asked = question();
  work.start(last_token, Job::kName, wanted->model_id, pack(asked));
}

}  // namespace atelier::app
