// SPDX-License-Identifier: MIT
// The exports of bridge_abi.hpp by which JS reads: what is shown, images, and answers to what it
// asks.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/prediction.hpp"
#include "features/answer/job.hpp"
#include "features/data/own_data.hpp"
#include "features/draw/actions.hpp"
#include "features/outline.hpp"
#include "features/report/report.hpp"
#include "features/snapshot.hpp"
#include "features/update.hpp"
#include "seam/bridge/attached.hpp"
#include "seam/bridge/bridge_abi.hpp"

using namespace atelier;
using namespace atelier::bridge;

namespace {

// The last question of atelier_piece(), and what is wrong with its answer.
std::vector<std::byte> piece;
std::string piece_refusal;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE double atelier_state_version() { return static_cast<double>(state().version); }

EMSCRIPTEN_KEEPALIVE const char* atelier_given_out() { return given_out().data(); }
EMSCRIPTEN_KEEPALIVE std::size_t atelier_given_out_bytes() { return given_out().size(); }

EMSCRIPTEN_KEEPALIVE const char* atelier_snapshot() {
  return give_out(app::snapshot_json(state(), program().frames_drawn()));
}

EMSCRIPTEN_KEEPALIVE const char* atelier_status() { return give_out(app::status_json(state())); }

EMSCRIPTEN_KEEPALIVE const char* atelier_outline() {
  // Who reads it has the steps in sight, whatever the drawn view showed last.
  if (!state().step_answers.in_sight) {
    app::update(*program().state, app::Action(app::ShowSteps{true}), *program().ports);
  }
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

EMSCRIPTEN_KEEPALIVE const char* atelier_piece_job() { return app::ClassifyImages::kName.data(); }

EMSCRIPTEN_KEEPALIVE const std::uint8_t* atelier_piece(std::uint32_t first, std::size_t count) {
  app::ClassifyImages::Question question;
  question.pixels.resize(count * core::kSamplePixels);
  const std::size_t arrived = atelier_test_images(first, count, question.pixels.data());
  question.pixels.resize(arrived * core::kSamplePixels);
  piece = app::pack(question);
  return reinterpret_cast<const std::uint8_t*>(piece.data());
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_piece_bytes() { return piece.size(); }

EMSCRIPTEN_KEEPALIVE const char* atelier_piece_logits(const std::uint8_t* answer,
                                                      std::size_t answer_bytes, std::size_t count,
                                                      float* logits) {
  const auto parcel = std::as_bytes(std::span(answer, answer_bytes));
  const auto result = app::unpack_result<app::ClassifyImages::Answer>(parcel);
  const bool whole = result && result.value().logits.size() == count * core::kClassCount;
  if (whole) {
    std::copy(result.value().logits.begin(), result.value().logits.end(), logits);
    return nullptr;
  }
  piece_refusal = result ? "an answer to other images" : result.error().detail;
  return piece_refusal.c_str();
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
