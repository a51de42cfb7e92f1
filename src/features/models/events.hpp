// SPDX-License-Identifier: MIT
// features/models/events.hpp: what is told of the models, the engines and a visitor's own model.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/engine_kind.hpp"
#include "app/event.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "features/models/model_info.hpp"
#include "features/models/reading.hpp"

namespace atelier::app {

struct ModelsListed {
  static constexpr std::string_view kType = "models-listed";
  std::vector<ModelInfo> models;
  std::string default_id;
};
template <class Fields>
void describe(Fields& f, ModelsListed& e) {
  f("models", e.models);
  f("default", e.default_id);
}
struct ModelsFailed {
  static constexpr std::string_view kType = "models-failed";
  core::Error error;
};
template <class Fields>
void describe(Fields& f, ModelsFailed& e) {
  f("error", e.error);
}
void on(State& state, ModelsListed&& event, Ports& ports);
void on(State& state, ModelsFailed&& event, Ports& ports);

// Bytes of the engine, where it is not a part of the page, and of the model together.
struct EngineProgress {
  static constexpr std::string_view kType = "engine-progress";
  static constexpr bool kWaits = true;
  EngineKind engine{};
  std::uint64_t bytes_received{};
  std::uint64_t bytes_total{};
};
template <class Fields>
void describe(Fields& f, EngineProgress& e) {
  f("engine", e.engine);
  f("bytes_received", e.bytes_received);
  f("bytes_total", e.bytes_total);
}
void on(State& state, EngineProgress&& event, Ports& ports);

// ---- the visitor's own --------------------------------------------------------------------------

// A file is being opened, as a model.
struct OwnModelOpening {
  static constexpr std::string_view kType = "own-model-opening";
  static constexpr bool kWaits = true;
  std::string title;
};
template <class Fields>
void describe(Fields& f, OwnModelOpening& e) {
  f("title", e.title);
}
enum class OpeningStep { kFile, kEngine, kTrial };
ATELIER_NAMES(OpeningStep, "file", "engine", "trial");
// Bytes of the file or the engine, images of the trial.
struct OwnModelProgress {
  static constexpr std::string_view kType = "own-model-progress";
  static constexpr bool kWaits = true;
  OpeningStep step{};
  std::uint64_t done{};
  std::uint64_t total{};  // 0: not known
};
template <class Fields>
void describe(Fields& f, OwnModelProgress& e) {
  f("step", e.step);
  f("done", e.done);
  f("total", e.total);
}
// How many of the images tried a reading names right.
struct ReadingScore {
  std::uint32_t right{};
  std::uint32_t tried{};  // 0: the model cannot be read so
};
template <class Fields>
void describe(Fields& f, ReadingScore& s) {
  f("right", s.right);
  f("tried", s.tried);
}
using ReadingScores = std::array<ReadingScore, kReadingCount>;  // by Reading::number()
struct OwnModelReady {
  static constexpr std::string_view kType = "own-model-ready";
  std::string title;
  std::string form;  // "float32 [N, 1, 28, 28], gives logits"
  std::uint64_t bytes{};
  Reading reading;
  ReadingScores scores;
  std::string sha256{};  // of the file, 64 digits; empty where the browser cannot tell
};
template <class Fields>
void describe(Fields& f, OwnModelReady& e) {
  f("title", e.title);
  f("form", e.form);
  f("bytes", e.bytes);
  f("range", e.reading.range);
  f("inverted", e.reading.inverted);
  f("scores", e.scores);
  f("sha256", e.sha256);
}
// The file cannot be used; a model that was there before is there still.
struct OwnModelRefused {
  static constexpr std::string_view kType = "own-model-refused";
  core::Error error;
};
template <class Fields>
void describe(Fields& f, OwnModelRefused& e) {
  f("error", e.error);
}
// The model that was ready answers no more.
struct OwnModelLost {
  static constexpr std::string_view kType = "own-model-lost";
  core::Error error;
};
template <class Fields>
void describe(Fields& f, OwnModelLost& e) {
  f("error", e.error);
}
void on(State& state, OwnModelOpening&& event, Ports& ports);
void on(State& state, OwnModelProgress&& event, Ports& ports);
void on(State& state, OwnModelReady&& event, Ports& ports);
void on(State& state, OwnModelRefused&& event, Ports& ports);
void on(State& state, OwnModelLost&& event, Ports& ports);

}  // namespace atelier::app
