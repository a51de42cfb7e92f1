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
  std::vector<ModelInfo> models;
  std::string default_id;
};
struct ModelsFailed {
  core::Error error;
};
void on(State& state, ModelsListed&& event, Ports& ports);
void on(State& state, ModelsFailed&& event, Ports& ports);

// Bytes of the engine, where it is not a part of the page, and of the model together.
struct EngineProgress {
  EngineKind engine{};
  std::uint64_t bytes_received{};
  std::uint64_t bytes_total{};
};
void on(State& state, EngineProgress&& event, Ports& ports);

// ---- the visitor's own --------------------------------------------------------------------------

// A file is being opened, as a model.
struct OwnModelOpening {
  std::string title;
};
enum class OpeningStep { kFile, kEngine, kTrial };
ATELIER_NAMES(OpeningStep, "file", "engine", "trial");
// Bytes of the file or the engine, images of the trial.
struct OwnModelProgress {
  OpeningStep step{};
  std::uint64_t done{};
  std::uint64_t total{};  // 0: not known
};
// How many of the images tried a reading names right.
struct ReadingScore {
  std::uint32_t right{};
  std::uint32_t tried{};  // 0: the model cannot be read so
};
using ReadingScores = std::array<ReadingScore, kReadingCount>;  // by Reading::number()
struct OwnModelReady {
  std::string title;
  std::string form;  // "float32 [N, 1, 28, 28], gives logits"
  std::uint64_t bytes{};
  Reading reading;
  ReadingScores scores;
  std::string sha256{};  // of the file, 64 digits; empty where the browser cannot tell
};
// The file cannot be used; a model that was there before is there still.
struct OwnModelRefused {
  core::Error error;
};
// The model that was ready answers no more.
struct OwnModelLost {
  core::Error error;
};
void on(State& state, OwnModelOpening&& event, Ports& ports);
void on(State& state, OwnModelProgress&& event, Ports& ports);
void on(State& state, OwnModelReady&& event, Ports& ports);
void on(State& state, OwnModelRefused&& event, Ports& ports);
void on(State& state, OwnModelLost&& event, Ports& ports);

}  // namespace atelier::app
