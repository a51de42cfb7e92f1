// SPDX-License-Identifier: MIT
#include "features/answer/words.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "app/error_words.hpp"
#include "app/say.hpp"

namespace atelier::app {
namespace {

template <typename... Values>
std::string formatted(const char* format, Values... values) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, values...);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

int runner_up(const core::Prediction& prediction) {
  int second = prediction.label == 0 ? 1 : 0;
  for (int label = 0; label < 10; ++label) {
    const auto at = [&](int k) { return prediction.probabilities[static_cast<std::size_t>(k)]; };
    if (label != prediction.label && at(label) > at(second)) second = label;
  }
  return second;
}

std::string transfer_words(const std::string& what, const Transfer& transfer) {
  if (transfer.bytes_received == 0) return what;
  const std::string received = byte_size(transfer.bytes_received);
  // A server that compresses announces fewer bytes than arrive; then the total says nothing.
  if (transfer.bytes_total < transfer.bytes_received) {
    return say("loading.received", {{"what", what}, {"received", received}});
  }
  return say("loading.received-of",
             {{"what", what}, {"received", received}, {"total", byte_size(transfer.bytes_total)}});
}

// 2.98e-7 -> "3e-7": with its first digit alone, rounded up, so that it stays a limit.
std::string one_digit(double value) {
  int exponent = 0;
  double unit = 1;
  while (value < unit && exponent > -30) {
    --exponent;
    unit /= 10;
  }
  const double digit = std::ceil(value / unit - 1e-4);  // what a float adds to 0.6 is no limit
  return exponent > -4 ? decimals(digit * unit, -exponent) : formatted("%.0fe%d", digit, exponent);
}

bool has_arrived(const Transfer& transfer) {
  return transfer.bytes_total > 0 && transfer.bytes_received >= transfer.bytes_total;
}

VerdictWords with_sureness(std::string headline, const char* sureness) {
  return {std::move(headline),
          say("answer.sureness", {{"sureness", sureness}}),
          say("answer.sureness-title", {{"sureness", sureness}}),
          {}};
}

// Below, no class stands out enough to be a guess at what the network does not know.
constexpr float kLeastGuess = 0.5F;

}  // namespace

VerdictWords verdict_words(const core::Prediction& prediction, const ClassNames& names) {
  const auto class_name = [&](int label) { return names[static_cast<std::size_t>(label)]; };
  const float top = prediction.probabilities[static_cast<std::size_t>(prediction.label)];
  switch (prediction.verdict) {
    case core::Verdict::kBlank:
      return {say("answer.blank"), "", "", ""};
    case core::Verdict::kUnfamiliar:
      if (top < kLeastGuess) return {say("answer.nothing-known"), "", "", ""};
      return {say("answer.guess", {{"name", class_name(prediction.label)}}), "", "",
              say("answer.unlike")};
    case core::Verdict::kUnsure: {
      VerdictWords words =
          with_sureness(say("answer.guess", {{"name", class_name(prediction.label)}}), "not");
      words.doubt = say("answer.or", {{"name", class_name(runner_up(prediction))}});
      return words;
    }
    case core::Verdict::kAnswer:
      break;
  }
  return with_sureness(class_name(prediction.label), top >= 0.95F ? "sure" : "fairly");
}

std::string announcement(const State& state) {
  const Answer* answer = current_answer(state);
  if (answer == nullptr) return {};
  const VerdictWords words = verdict_words(answer->prediction, answer_names(state));
  const bool labelled = state.input.label && shows_sample(state);
  return say("answer.announced",
             {{"headline", words.headline},
              {"sureness", words.doubt.empty()        ? words.confidence.empty() ? "none" : "sure"
                           : words.confidence.empty() ? "unlike"
                                                      : "unsure"},
              {"confidence", words.confidence},
              {"doubt", words.doubt},
              {"labelled", labelled},
              {"label", labelled ? label_names(state)[*state.input.label] : std::string()}});
}

std::string images_words(std::size_t count) { return say("count.images", {{"count", count}}); }

std::string progress_words(const State& state) {
  const TestSet& set = state.test_set;
  if (!set.error && !set.complete()) {
    return transfer_words(say("loading.test-set"),
                          {set.images.bytes_received, set.images.bytes_total});
  }
  const EngineKind answering = answering_engine(state);
  if (state.engines[answering].phase == Engine::Phase::kReady || current_error(state) != nullptr) {
    return {};
  }
  // Whichever comes first will answer, and that is our own if it comes at all.
  const Engine& own = state.engines[EngineKind::kAtelierNn];
  const bool own_failed = own.phase == Engine::Phase::kFailed;
  const Transfer& transfer =
      own_failed ? state.engines[EngineKind::kOrtWeb].transfer : own.transfer;
  return has_arrived(transfer) ? say("loading.starts")
                               : transfer_words(say("loading.network"), transfer);
}

std::string evaluation_progress_words(const Evaluation& evaluation) {
  const std::size_t done = evaluation.metrics.count();
  const std::size_t count = evaluation.answers.size();
  if (done == 0 || evaluation.elapsed_ms <= 0) {
    return say("evaluation.progress", {{"done", done}, {"count", count}});
  }
  const double per_ms = static_cast<double>(done) / evaluation.elapsed_ms;
  const double left_s = static_cast<double>(count - done) / per_ms / 1000;
  return say("evaluation.progress-and-speed", {{"done", done},
                                               {"count", count},
                                               {"rate", static_cast<std::uint64_t>(per_ms * 1000)},
                                               {"left", decimals(left_s, 1)}});
}

std::string evaluation_words(const Evaluation& evaluation) {
  return say("evaluation.done", {{"model", evaluation.model_id},
                                 {"count", evaluation.metrics.count()},
                                 {"engine", engine_title(evaluation.engine)},
                                 {"workers", evaluation.workers},
                                 {"seconds", decimals(evaluation.elapsed_ms / 1000, 1)}});
}

std::string engine_title(EngineKind engine) {
  return engine == EngineKind::kAtelierNn ? say("engine.own") : say("engine.ort");
}

std::string notice_words(const core::Error& error) {
  return say("engine.fallback", {{"reason", error_words(error.code)}});
}

std::string engine_state_words(const State& state, EngineKind kind) {
  const Engine& engine = state.engines[kind];
  switch (engine.phase) {
    case Engine::Phase::kFailed:
      return say("engine.unavailable");
    case Engine::Phase::kReady:
      return say("engine.ready");
    case Engine::Phase::kStarting:
      break;
  }
  if (state.engines[other(kind)].phase == Engine::Phase::kStarting) return "";
  if (has_arrived(engine.transfer)) return say("engine.starting");
  return transfer_words(say("engine.loading"), engine.transfer);
}

std::string agreement_words(const Agreement& agreement) {
  if (agreement.inputs == 0) return {};
  if (agreement.largest_difference <= 0) return say("engine.agree", {{"count", agreement.inputs}});
  return say("engine.differ",
             {{"count", agreement.inputs},
              {"difference", one_digit(static_cast<double>(agreement.largest_difference))}});
}

}  // namespace atelier::app
