// SPDX-License-Identifier: MIT
// Why: six features ask through this. What is known must be what was asked, nothing may be asked
// twice, and an answer to an older question must not be taken for one to the newest.
#include "app/ask.hpp"

#include <catch_amalgamated.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/job.hpp"

using namespace atelier::app;
using atelier::core::Error;
using atelier::core::ErrorCode;
using atelier::core::Result;

namespace halves {

// Half of an even number.
struct Halve {
  static constexpr std::string_view kName = "halve";
  struct Question {
    int number{};
  };
  struct Answer {
    int half{};
  };
  static Result<Answer> run(Workbench&, const Question& question, Progress& progress) {
    progress.so_far(0.5F, Answer{-1});
    if (progress.cancelled()) return cancelled_error();
    if (question.number % 2 != 0) return Error{ErrorCode::kEngineFailed, "odd"};
    return Answer{question.number / 2};
  }
  static bool is_sound(const Answer& answer) { return answer.half < 1000; }
};
template <class Fields>
void describe(Fields& f, Halve::Question& q) {
  f("number", q.number);
}
template <class Fields>
void describe(Fields& f, Halve::Answer& a) {
  f("half", a.half);
}

}  // namespace halves

namespace {

using halves::Halve;

struct Key {
  int number{};
  std::string model_id;
  friend bool operator==(const Key&, const Key&) = default;
};

struct RecordingWork final : Work {
  std::vector<Token> started, cancelled;
  std::vector<std::byte> question;
  std::string model;

  void start(Token token, std::string_view job, std::string_view model_id,
             std::span<const std::byte> bytes) override {
    CHECK(job == "halve");
    started.push_back(token);
    model = model_id;
    question.assign(bytes.begin(), bytes.end());
  }
  void cancel(Token token) override { cancelled.push_back(token); }
};

struct Told final : Progress {
  float last{};
  std::vector<std::byte> so_far;
  bool stop = false;
  [[nodiscard]] bool cancelled() override { return stop; }

 protected:
  void tell(float share, std::span<const std::byte> bytes) override {
    last = share;
    so_far.assign(bytes.begin(), bytes.end());
  }
};

struct Asking {
  Ask<Halve, Key> ask;
  RecordingWork work;
  Token last_token = 10;

  void wants(std::optional<Key> key) {
    want(ask, key, last_token, work, [&] { return Halve::Question{key->number}; });
  }
  // As a worker would.
  WorkDone done() {
    Workbench bench;
    Told told;
    return {last_token, run_packed<Halve>(bench, work.question, told)};
  }
};

}  // namespace

TEST_CASE("a question is asked once and known afterwards", "[app][ask]") {
  Asking asking;
  const Key key{8, "small"};
  asking.wants(key);
  asking.wants(key);
  CHECK(asking.work.started == std::vector<Token>{11});
  CHECK(asking.work.model == "small");
  CHECK(asking.ask.answer(key) == nullptr);
  CHECK(asking.ask.take(asking.done()));
  REQUIRE(asking.ask.answer(key) != nullptr);
  CHECK(asking.ask.answer(key)->half == 4);
  CHECK(asking.ask.answer(Key{8, "large"}) == nullptr);
  CHECK(asking.ask.answer(std::nullopt) == nullptr);
  asking.wants(key);
  CHECK(asking.work.started.size() == 1);
}

TEST_CASE("the newest question wins, and what nobody wants is taken back", "[app][ask]") {
  Asking asking;
  asking.wants(Key{2, ""});
  const WorkDone old = asking.done();
  asking.wants(Key{4, ""});
  CHECK(asking.work.cancelled == std::vector<Token>{11});
  CHECK(!asking.ask.take(old));
  CHECK(!asking.ask.known);
  asking.wants(std::nullopt);
  CHECK(asking.work.cancelled == std::vector<Token>{11, 12});
  CHECK(!asking.ask.in_flight);
}

TEST_CASE("a refusal is remembered, and not asked again", "[app][ask]") {
  Asking asking;
  const Key key{7, ""};
  asking.wants(key);
  CHECK(asking.ask.take(asking.done()));
  REQUIRE(asking.ask.error(key) != nullptr);
  CHECK(asking.ask.error(key)->detail == "odd");
  asking.wants(key);
  CHECK(asking.work.started.size() == 1);
  asking.wants(Key{9, ""});
  CHECK(asking.ask.take(WorkFailed{asking.last_token, {ErrorCode::kNetwork, "gone"}}));
  CHECK(asking.ask.error(Key{9, ""})->code == ErrorCode::kNetwork);
}

TEST_CASE("an answer that is malformed or unsound is a refusal", "[app][ask]") {
  Asking asking;
  asking.wants(Key{8, ""});
  CHECK(asking.ask.take(WorkDone{asking.last_token, {std::byte{1}, std::byte{9}}}));
  CHECK(asking.ask.error(Key{8, ""}) != nullptr);
  asking.wants(Key{4000, ""});
  CHECK(asking.ask.take(asking.done()));
  CHECK(asking.ask.answer(Key{4000, ""}) == nullptr);
  CHECK(asking.ask.error(Key{4000, ""}) != nullptr);
}

TEST_CASE("what is known so far is shown until the answer is there", "[app][ask]") {
  Asking asking;
  asking.wants(Key{8, ""});
  CHECK(asking.ask.take(WorkProgress{asking.last_token, 0.25F, pack(Halve::Answer{-1})}));
  CHECK(asking.ask.share == 0.25F);
  REQUIRE(asking.ask.so_far);
  CHECK(asking.ask.so_far->half == -1);
  CHECK(asking.ask.take(asking.done()));
  CHECK(!asking.ask.so_far);
}

TEST_CASE("a job tells how far it is, and stops when it is cancelled", "[app][ask]") {
  Workbench bench;
  Told told;
  const auto question = pack(Halve::Question{8});
  CHECK(unpack_result<Halve::Answer>(run_packed<Halve>(bench, question, told)).value().half == 4);
  CHECK(told.last == 0.5F);
  CHECK(unpack<Halve::Answer>(told.so_far).value().half == -1);
  told.stop = true;
  CHECK(!unpack_result<Halve::Answer>(run_packed<Halve>(bench, question, told)));
  CHECK(!unpack_result<Halve::Answer>(run_packed<Halve>(bench, {}, told)));
}
