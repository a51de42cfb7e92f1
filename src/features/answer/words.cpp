// SPDX-License-Identifier: MIT
#include "features/answer/words.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

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

std::string transfer_words(std::string_view what, const Transfer& transfer) {
  std::string text(what);
  if (transfer.bytes_received == 0) return text;
  text += ", " + byte_size(transfer.bytes_received);
  // A server that compresses announces fewer bytes than arrive; then the total says nothing.
  if (transfer.bytes_total >= transfer.bytes_received && transfer.bytes_total > 0) {
    text += " of " + byte_size(transfer.bytes_total);
  }
  return text;
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
  return exponent > -4 ? formatted("%.*f", -exponent, digit * unit)
                       : formatted("%.0fe%d", digit, exponent);
}

bool has_arrived(const Transfer& transfer) {
  return transfer.bytes_total > 0 && transfer.bytes_received >= transfer.bytes_total;
}

}  // namespace

VerdictWords verdict_words(const core::Prediction& prediction, const ClassNames& names) {
  const auto class_name = [&](int label) { return names[static_cast<std::size_t>(label)]; };
  const float top = prediction.probabilities[static_cast<std::size_t>(prediction.label)];
  switch (prediction.verdict) {
    case core::Verdict::kBlank:
      return {"Nothing here yet", ""};
    case core::Verdict::kUnfamiliar:
      return {"This looks like nothing in the training set", ""};
    case core::Verdict::kUnsure:
      return {class_name(prediction.label) + " or " + class_name(runner_up(prediction)) + "?",
              "not sure"};
    case core::Verdict::kAnswer:
      break;
  }
  return {class_name(prediction.label), top >= 0.95F ? "sure" : "fairly sure"};
}

std::string announcement(const State& state) {
  const Answer* answer = current_answer(state);
  if (answer == nullptr) return {};
  const VerdictWords words = verdict_words(answer->prediction, answer_names(state));
  std::string text = words.headline;
  if (answer->prediction.verdict == core::Verdict::kUnsure) {
    text += " Not sure";  // after the headline's question mark
  } else if (!words.confidence.empty()) {
    text += ", " + words.confidence;
  }
  if (state.input.label && shows_sample(state)) {
    text += ". True class: ";
    text += label_names(state)[*state.input.label];
  }
  return text + ".";
}

std::string images_words(std::size_t count) {
  return grouped(count) + (count == 1 ? " image" : " images");
}

std::string progress_words(const State& state) {
  const TestSet& set = state.test_set;
  if (!set.error && !set.complete()) {
    return transfer_words("Loading the test set",
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
  return has_arrived(transfer) ? "Starting the network"
                               : transfer_words("Loading the network", transfer);
}

std::string evaluation_progress_words(const Evaluation& evaluation) {
  const std::size_t done = evaluation.metrics.count();
  const std::size_t count = evaluation.answers.size();
  std::string text = grouped(done) + " of " + grouped(count) + " images";
  if (done == 0 || evaluation.elapsed_ms <= 0) return text;
  const double per_ms = static_cast<double>(done) / evaluation.elapsed_ms;
  const double left_s = static_cast<double>(count - done) / per_ms / 1000;
  return text + ", " + grouped(static_cast<std::uint64_t>(per_ms * 1000)) + " a second, " +
         decimals(left_s, 1) + " s left";
}

std::string evaluation_words(const Evaluation& evaluation) {
  std::string text = evaluation.model_id + ", " + grouped(evaluation.metrics.count()) +
                     " images, by " + engine_title(evaluation.engine);
  if (evaluation.workers > 0) {
    text +=
        " in " + grouped(evaluation.workers) + (evaluation.workers == 1 ? " worker" : " workers");
  }
  return text + ", " + decimals(evaluation.elapsed_ms / 1000, 1) + " s";
}

std::string engine_title(EngineKind engine) {
  return engine == EngineKind::kAtelierNn ? "Atelier's own engine" : "ONNX Runtime Web";
}

std::string notice_words(const core::Error& error) {
  return "ONNX Runtime Web could not be started, so Atelier's own engine answers in its place. " +
         std::string(core::sentence(error.code));
}

std::string engine_state_words(const State& state, EngineKind kind) {
  const Engine& engine = state.engines[kind];
  switch (engine.phase) {
    case Engine::Phase::kFailed:
      return "not available";
    case Engine::Phase::kReady:
      return "ready";
    case Engine::Phase::kStarting:
      break;
  }
  if (state.engines[other(kind)].phase == Engine::Phase::kStarting) return "";
  if (has_arrived(engine.transfer)) return "starting";
  return transfer_words("loading", engine.transfer);
}

std::string agreement_words(const Agreement& agreement) {
  if (agreement.inputs == 0) return {};
  const std::string images =
      agreement.inputs == 1 ? "the one image" : "the " + grouped(agreement.inputs) + " images";
  const std::string so_far = "On " + images + " that both engines have answered so far, ";
  if (agreement.largest_difference <= 0) return so_far + "their probabilities are the same.";
  return so_far + "the largest difference between their probabilities is " +
         one_digit(static_cast<double>(agreement.largest_difference)) + ".";
}

}  // namespace atelier::app
