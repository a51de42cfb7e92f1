// SPDX-License-Identifier: MIT
// The exports of bridge_abi.hpp by which JS tells what has come: copies what it passes and queues
// an event.
#include <emscripten/emscripten.h>

#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/class_names.hpp"
#include "features/answer/events.hpp"
#include "features/data/events.hpp"
#include "features/explain/change/events.hpp"
#include "features/explain/map/events.hpp"
#include "features/explain/neighbours/events.hpp"
#include "features/explain/stress/events.hpp"
#include "features/models/events.hpp"
#include "features/photo/events.hpp"
#include "features/report/events.hpp"
#include "features/update.hpp"
#include "seam/bridge/attached.hpp"
#include "seam/bridge/bridge_abi.hpp"

using namespace atelier;
using namespace atelier::bridge;

namespace {

// What comes in several calls, until the last of them.
struct Arriving {
  std::vector<app::ModelInfo> models_listed;  // until atelier_models_done
  app::OwnDataDropped own_data;               // until atelier_own_data_end
  std::optional<app::OwnDataRefused> own_data_refusal;
};
Arriving arriving;

app::DatasetFile file_of(int file) {
  return file == 0 ? app::DatasetFile::kLabels : app::DatasetFile::kImages;
}

core::Error error_of(int code, const char* detail, std::size_t detail_bytes) {
  assert(code >= 0 && static_cast<std::size_t>(code) < core::count_of<core::ErrorCode>);
  return {static_cast<core::ErrorCode>(code), std::string(detail, detail_bytes)};
}

std::uint64_t count_of(double number) {
  return number > 0 ? static_cast<std::uint64_t>(number) : 0;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void atelier_start() { app::start(*program().state, *program().ports); }

// ---- the test set -------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void atelier_dataset_started(int file, double bytes_total) {
  push(app::DatasetFileStarted{file_of(file), count_of(bytes_total)});
}

EMSCRIPTEN_KEEPALIVE void atelier_dataset_chunk(int file, const std::uint8_t* bytes,
                                                std::size_t byte_count) {
  const auto* first = reinterpret_cast<const std::byte*>(bytes);
  push(app::DatasetFileChunk{file_of(file), {first, first + byte_count}});
}

EMSCRIPTEN_KEEPALIVE void atelier_dataset_ended(int file) {
  push(app::DatasetFileEnded{file_of(file)});
}

EMSCRIPTEN_KEEPALIVE void atelier_dataset_failed(int file, int error, const char* detail,
                                                 std::size_t detail_bytes) {
  push(app::DatasetFileFailed{file_of(file), error_of(error, detail, detail_bytes)});
}

// ---- models and engine --------------------------------------------------------------------------

static_assert(sizeof(AtelierModel) == 88 && offsetof(AtelierModel, reads_drawings) == 80,
              "web/abi_values.ts writes this layout");

EMSCRIPTEN_KEEPALIVE void atelier_model_listed(const AtelierModel* model) {
  arriving.models_listed.push_back(
      {.id = {model->id, model->id_bytes},
       .title = {model->title, model->title_bytes},
       .sha256 = {model->sha256, model->sha256_bytes},
       .reads_drawings = model->reads_drawings != 0,
       .parameters = static_cast<std::uint32_t>(count_of(model->parameters)),
       .macs = count_of(model->macs),
       .bytes = count_of(model->bytes),
       .test_accuracy = model->test_accuracy,
       .temperature = model->temperature,
       .thresholds = {.unsure_probability = model->unsure_probability,
                      .unsure_margin = model->unsure_margin,
                      .unfamiliar_energy = model->unfamiliar_energy},
       .neighbours_bytes = count_of(model->neighbours_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_models_done(const char* default_id,
                                              std::size_t default_id_bytes) {
  complete(app::ModelsListed{std::exchange(arriving.models_listed, {}),
                             std::string(default_id, default_id_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_models_failed(int error, const char* detail,
                                                std::size_t detail_bytes) {
  arriving.models_listed.clear();
  complete(app::ModelsFailed{error_of(error, detail, detail_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_engine_progress(int engine, double bytes_received,
                                                  double bytes_total) {
  push(app::EngineProgress{engine_of(engine), count_of(bytes_received), count_of(bytes_total)});
}

EMSCRIPTEN_KEEPALIVE int atelier_model_file(std::uint32_t token, const std::uint8_t* bytes,
                                            std::size_t byte_count) {
  const auto file = std::as_bytes(std::span(bytes, byte_count));
  const bool usable = program().atelier_nn->take_file(token, file);
  atelier_js_request_frame();
  program().on_completion();
  return usable ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void atelier_model_done(std::uint32_t token) {
  complete(app::ModelLoaded{token});
}

EMSCRIPTEN_KEEPALIVE void atelier_model_failed(std::uint32_t token, int error, const char* detail,
                                               std::size_t detail_bytes) {
  complete(app::ModelFailed{token, error_of(error, detail, detail_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_training_part(std::uint32_t token, const std::uint8_t* bytes,
                                                std::size_t byte_count) {
  program().neighbours->take_part(token, std::as_bytes(std::span(bytes, byte_count)));
  atelier_js_request_frame();
  program().on_completion();
}

EMSCRIPTEN_KEEPALIVE void atelier_training_part_failed(std::uint32_t token, int error,
                                                       const char* detail,
                                                       std::size_t detail_bytes) {
  program().neighbours->part_failed(token, error_of(error, detail, detail_bytes));
  atelier_js_request_frame();
  program().on_completion();
}

EMSCRIPTEN_KEEPALIVE void atelier_training_progress(double bytes_received, double bytes_total) {
  push(app::NeighboursProgress{count_of(bytes_received), count_of(bytes_total)});
}

EMSCRIPTEN_KEEPALIVE void atelier_classify_done(std::uint32_t token, const float* logits,
                                                double elapsed_ms) {
  app::Classified event{.token = token, .elapsed_ms = elapsed_ms};
  std::copy_n(logits, event.logits.size(), event.logits.begin());
  complete(std::move(event));
}

EMSCRIPTEN_KEEPALIVE void atelier_classify_failed(std::uint32_t token, int error,
                                                  const char* detail, std::size_t detail_bytes) {
  complete(app::ClassifyFailed{token, error_of(error, detail, detail_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_occluded(std::uint32_t token, const float* values) {
  constexpr int kSide = core::kSampleSide;
  complete(app::Explained{
      token, kSide, kSide, {values, values + core::kClassCount * core::kSamplePixels}, {}});
}

EMSCRIPTEN_KEEPALIVE void atelier_occlude_failed(std::uint32_t token, int error, const char* detail,
                                                 std::size_t detail_bytes) {
  complete(app::ExplainFailed{token, error_of(error, detail, detail_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_changes_found(std::uint32_t token, const std::uint8_t* images,
                                                const float* logits, std::size_t count) {
  complete(app::ChangesFound{token,
                             {images, images + count * core::kSamplePixels},
                             {logits, logits + count * core::kClassCount}});
}

EMSCRIPTEN_KEEPALIVE void atelier_batch_classified(std::uint32_t token, const float* logits,
                                                   std::size_t count) {
  complete(app::StressClassified{token, {logits, logits + count * core::kClassCount}});
}

EMSCRIPTEN_KEEPALIVE void atelier_evaluation_logits(std::uint32_t token, std::uint32_t first,
                                                    const float* logits, std::size_t count) {
  push(app::EvaluationLogits{token, first, {logits, logits + count * core::kClassCount}});
}

EMSCRIPTEN_KEEPALIVE void atelier_evaluation_done(std::uint32_t token, std::uint32_t workers) {
  complete(app::EvaluationDone{token, workers});
}

EMSCRIPTEN_KEEPALIVE void atelier_evaluation_failed(std::uint32_t token, int error,
                                                    const char* detail, std::size_t detail_bytes) {
  complete(app::EvaluationFailed{token, error_of(error, detail, detail_bytes)});
}

// ---- the visitor's model ------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void atelier_own_model_opening(const char* title, std::size_t title_bytes) {
  push(app::OwnModelOpening{std::string(title, title_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_own_model_progress(int step, double done, double total) {
  push(app::OwnModelProgress{static_cast<app::OpeningStep>(step), count_of(done), count_of(total)});
}

EMSCRIPTEN_KEEPALIVE void atelier_own_model_ready(const char* title, std::size_t title_bytes,
                                                  const char* form, std::size_t form_bytes,
                                                  const char* sha256, std::size_t sha256_bytes,
                                                  double bytes, int reading,
                                                  const std::uint32_t* scores) {
  app::OwnModelReady event{.title = {title, title_bytes},
                           .form = {form, form_bytes},
                           .bytes = count_of(bytes),
                           .reading = reading_of(reading),
                           .scores = {},
                           .sha256 = {sha256, sha256_bytes}};
  for (std::size_t k = 0; k < event.scores.size(); ++k) {
    event.scores[k] = {scores[2 * k], scores[2 * k + 1]};
  }
  complete(std::move(event));
}

EMSCRIPTEN_KEEPALIVE void atelier_own_model_refused(int error, const char* detail,
                                                    std::size_t detail_bytes) {
  complete(app::OwnModelRefused{error_of(error, detail, detail_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_own_model_lost(int error, const char* detail,
                                                 std::size_t detail_bytes) {
  complete(app::OwnModelLost{error_of(error, detail, detail_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_pairs_progress(std::uint32_t token, float share) {
  push(app::PairsProgress{token, share});
}

EMSCRIPTEN_KEEPALIVE void atelier_pairs_found(std::uint32_t token, const std::uint32_t* images,
                                              const float* distances, std::size_t count) {
  app::PairsFound event{.token = token, .pairs = {}};
  for (std::size_t k = 0; k < count; ++k) {
    event.pairs.push_back({images[2 * k], images[2 * k + 1], distances[k]});
  }
  complete(std::move(event));
}

EMSCRIPTEN_KEEPALIVE void atelier_pairs_failed(std::uint32_t token, int error, const char* detail,
                                               std::size_t detail_bytes) {
  complete(app::PairsFailed{token, error_of(error, detail, detail_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_setting(const char* key, std::size_t key_bytes, const char* value,
                                          std::size_t value_bytes) {
  push(app::SettingLoaded{{key, key_bytes}, {value, value_bytes}});
}

// ---- the visitor's images -----------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void atelier_own_data_begin() {
  arriving.own_data = {};
  arriving.own_data_refusal.reset();
}

EMSCRIPTEN_KEEPALIVE void atelier_own_data_file(const char* name, std::size_t name_bytes,
                                                const std::uint8_t* bytes, std::size_t byte_count) {
  auto file = core::read_data_file(std::as_bytes(std::span(bytes, byte_count)));
  if (file) {
    arriving.own_data.files.push_back({{name, name_bytes}, std::move(file).value()});
  } else {
    arriving.own_data_refusal = app::OwnDataRefused{{name, name_bytes}, file.error()};
  }
}

EMSCRIPTEN_KEEPALIVE void atelier_own_data_picture(const char* name, std::size_t name_bytes,
                                                   int width, int height,
                                                   const std::uint8_t* pixels) {
  assert(width >= 1 && height >= 1);
  const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  core::GrayImage image{width, height, {pixels, pixels + size}};
  arriving.own_data.pictures.push_back({{name, name_bytes}, core::as_sample(image)});
  arriving.own_data.originals.add_picture(std::move(image));
}

EMSCRIPTEN_KEEPALIVE void atelier_own_data_unreadable(const char* name, std::size_t name_bytes,
                                                      const char* detail,
                                                      std::size_t detail_bytes) {
  arriving.own_data_refusal = app::OwnDataRefused{
      {name, name_bytes}, {core::ErrorCode::kCannotRead, std::string(detail, detail_bytes)}};
}

EMSCRIPTEN_KEEPALIVE void atelier_own_data_end() {
  app::OwnDataDropped dropped = std::exchange(arriving.own_data, {});
  if (arriving.own_data_refusal) return complete(*std::exchange(arriving.own_data_refusal, {}));
  complete(std::move(dropped));
}

EMSCRIPTEN_KEEPALIVE void atelier_photo_opening() { push(app::PhotoOpening{}); }

EMSCRIPTEN_KEEPALIVE void atelier_photo_refused(int error, const char* name, std::size_t name_bytes,
                                                const char* detail, std::size_t detail_bytes) {
  complete(app::PhotoRefused{{name, name_bytes}, error_of(error, detail, detail_bytes)});
}

}  // extern "C"
