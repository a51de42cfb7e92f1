// SPDX-License-Identifier: MIT
// The exports of bridge_abi.hpp by which JS reads: what is shown, images, and answers to what it
// asks.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/prediction.hpp"
#include "features/data/own_data.hpp"
#include "features/outline.hpp"
#include "features/report/report.hpp"
#include "features/snapshot.hpp"
#include "seam/bridge/attached.hpp"
#include "seam/bridge/bridge_abi.hpp"

using namespace atelier;
using namespace atelier::bridge;

namespace {

// The text that JS reads after the call that made it.
std::string given_out;

const char* give_out(std::string text) {
  given_out = std::move(text);
  return given_out.data();
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE double atelier_state_version() { return static_cast<double>(state().version); }

EMSCRIPTEN_KEEPALIVE std::size_t atelier_text_bytes() { return given_out.size(); }

EMSCRIPTEN_KEEPALIVE const char* atelier_snapshot() {
  return give_out(app::snapshot_json(state(), program().frames_drawn()));
}

EMSCRIPTEN_KEEPALIVE const char* atelier_status() { return give_out(app::status_json(state())); }

EMSCRIPTEN_KEEPALIVE const char* atelier_outline() {
  // Who reads it has the steps in sight, whatever the drawn view showed last.
  if (!state().step_answers.in_sight) act(app::ShowSteps{true});
  return give_out(app::outline(state()).json());
}

EMSCRIPTEN_KEEPALIVE int atelier_probabilities(const float* logits, float* probabilities) {
  const app::ModelInfo* model = app::current_model(state());
  if (model == nullptr) return 0;
  const auto prediction =
      core::judge({logits, core::kClassCount}, model->temperature, model->thresholds, false);
  if (!prediction) return 0;
  std::copy(prediction.value().probabilities.begin(), prediction.value().probabilities.end(),
            probabilities);
  return 1;
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_test_images(std::uint32_t first, std::size_t count,
                                                     std::uint8_t* pixels) {
  const std::span<const std::uint8_t> all = state().test_set.loader.view().pixels();
  const std::size_t begin = std::min(first * core::kSamplePixels, all.size());
  const auto wanted = all.subspan(begin, std::min(count * core::kSamplePixels, all.size() - begin));
  std::copy(wanted.begin(), wanted.end(), pixels);
  return wanted.size() / core::kSamplePixels;
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_trial_images(std::size_t count, std::uint8_t* pixels,
                                                      std::uint8_t* labels) {
  const core::DatasetView view = app::trial_set(state()).loader.view();
  const std::size_t many = std::min({count, view.count(), view.labels().size()});
  std::copy_n(view.pixels().begin(), many * core::kSamplePixels, pixels);
  std::copy_n(view.labels().begin(), many, labels);
  return many;
}

EMSCRIPTEN_KEEPALIVE const char* atelier_report(const float* logits, std::size_t count, int engine,
                                                const char* id, std::size_t id_bytes,
                                                double elapsed_ms, std::uint32_t workers) {
  const app::ModelInfo* model = app::find_model(state(), {id, id_bytes});
  if (model == nullptr) return nullptr;
  auto report = app::report_json(state().test_set, {logits, count * core::kClassCount},
                                 {engine_of(engine), *model, elapsed_ms, workers});
  return report ? give_out(std::move(*report)) : nullptr;
}

EMSCRIPTEN_KEEPALIVE int atelier_nn_classify(const std::uint8_t* pixels, float* logits) {
  auto& engine = *program().atelier_nn;
  return engine.run({pixels, core::kSamplePixels}, {logits, core::kClassCount}) ? 1 : 0;
}

}  // extern "C"
