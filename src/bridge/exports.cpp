// SPDX-License-Identifier: MIT
// The exports of bridge_abi.hpp: copy what JS passes, queue an event or carry out an action.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "app/close_images.hpp"
#include "app/own_data.hpp"
#include "app/report.hpp"
#include "app/snapshot.hpp"
#include "app/update.hpp"
#include "bridge/bridge.hpp"
#include "bridge/bridge_abi.hpp"

namespace atelier::bridge {
namespace {

// C exports have no other way to the one State of the page than a variable.
struct Attached {
  Program program;
  std::vector<app::ModelInfo> models_listed;  // until atelier_models_done
  app::OwnDataDropped own_data;               // until atelier_own_data_end
  std::optional<app::OwnDataRefused> own_data_refusal;
  std::string snapshot;
  std::string announcement;
  std::string report;
};
Attached attached;

void push(app::Event event) {
  attached.program.events->push(std::move(event));
  atelier_js_request_frame();
}

// The same for what has been asked for: what follows from it is asked for at once.
void complete(app::Event event) {
  push(std::move(event));
  attached.program.on_completion();
}

const app::State& state() { return *attached.program.state; }

int act(const app::Action& action) {
  // In the order in which they came: what was told before the action happened before it.
  for (const app::Event& event : attached.program.events->take()) {
    app::update(*attached.program.state, event, *attached.program.ports);
  }
  app::update(*attached.program.state, action, *attached.program.ports);
  attached.program.on_activity();
  atelier_js_request_frame();
  return 1;
}

bool has_sample(std::uint32_t index) { return index < state().test_set.loader.view().count(); }

app::DatasetFile file_of(int file) {
  return file == 0 ? app::DatasetFile::kLabels : app::DatasetFile::kImages;
}

app::EngineKind engine_of(int engine) {
  return engine == 0 ? app::EngineKind::kAtelierNn : app::EngineKind::kOrtWeb;
}

core::Error error_of(int kind, const char* detail, std::size_t detail_bytes) {
  constexpr std::array kCodes = {
      core::ErrorCode::kFileNotFound,      core::ErrorCode::kNetwork,
      core::ErrorCode::kHtmlInsteadOfData, core::ErrorCode::kModelUnusable,
      core::ErrorCode::kEngineFailed,      core::ErrorCode::kOutOfMemory,
      core::ErrorCode::kOnnxNotOnnx,       core::ErrorCode::kOnnxUnsupported,
      core::ErrorCode::kOnnxTooNew,        core::ErrorCode::kOnnxExternalData,
      core::ErrorCode::kModelInput,        core::ErrorCode::kModelOutput,
      core::ErrorCode::kModelTooSlow,      core::ErrorCode::kTooLarge,
      core::ErrorCode::kNoLabels};
  assert(kind >= 0 && static_cast<std::size_t>(kind) < kCodes.size());
  return {kCodes[static_cast<std::size_t>(kind)], std::string(detail, detail_bytes)};
}

app::Reading reading_of(int number) {
  return app::Reading::from_number(static_cast<std::size_t>(number) % app::kReadingCount);
}

std::uint64_t count_of(double number) {
  return number > 0 ? static_cast<std::uint64_t>(number) : 0;
}

}  // namespace

void attach(Program program) { attached.program = std::move(program); }

}  // namespace atelier::bridge

using namespace atelier;
using namespace atelier::bridge;

extern "C" {

EMSCRIPTEN_KEEPALIVE void atelier_start() {
  app::start(*attached.program.state, *attached.program.ports);
}

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

static_assert(sizeof(AtelierModel) == 72 && offsetof(AtelierModel, sha256) == 64,
              "web/module.ts writes this layout");

EMSCRIPTEN_KEEPALIVE void atelier_model_listed(const AtelierModel* model) {
  attached.models_listed.push_back(
      {.id = {model->id, model->id_bytes},
       .title = {model->title, model->title_bytes},
       .sha256 = {model->sha256, model->sha256_bytes},
       .parameters = static_cast<std::uint32_t>(count_of(model->parameters)),
       .macs = count_of(model->macs),
       .bytes = count_of(model->bytes),
       .test_accuracy = model->test_accuracy,
       .temperature = model->temperature,
       .thresholds = {.unsure_probability = model->unsure_probability,
                      .unsure_margin = model->unsure_margin,
                      .unfamiliar_energy = model->unfamiliar_energy}});
}

EMSCRIPTEN_KEEPALIVE void atelier_models_done(const char* default_id,
                                              std::size_t default_id_bytes) {
  complete(app::ModelsListed{std::exchange(attached.models_listed, {}),
                             std::string(default_id, default_id_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_models_failed(int error, const char* detail,
                                                std::size_t detail_bytes) {
  attached.models_listed.clear();
  complete(app::ModelsFailed{error_of(error, detail, detail_bytes)});
}

EMSCRIPTEN_KEEPALIVE void atelier_engine_progress(int engine, double bytes_received,
                                                  double bytes_total) {
  push(app::EngineProgress{engine_of(engine), count_of(bytes_received), count_of(bytes_total)});
}

EMSCRIPTEN_KEEPALIVE int atelier_model_file(std::uint32_t token, const std::uint8_t* bytes,
                                            std::size_t byte_count) {
  const auto file = std::as_bytes(std::span(bytes, byte_count));
  const bool usable = attached.program.atelier_nn->take_file(token, file);
  atelier_js_request_frame();
  attached.program.on_completion();
  return usable ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void atelier_model_done(std::uint32_t token) {
  complete(app::ModelLoaded{token});
}

EMSCRIPTEN_KEEPALIVE void atelier_model_failed(std::uint32_t token, int error, const char* detail,
                                               std::size_t detail_bytes) {
  complete(app::ModelFailed{token, error_of(error, detail, detail_bytes)});
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
                                                  double bytes, int reading,
                                                  const std::uint32_t* scores) {
  app::OwnModelReady event{.title = {title, title_bytes},
                           .form = {form, form_bytes},
                           .bytes = count_of(bytes),
                           .reading = reading_of(reading),
                           .scores = {}};
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
  attached.own_data = {};
  attached.own_data_refusal.reset();
}

EMSCRIPTEN_KEEPALIVE void atelier_own_data_file(const char* name, std::size_t name_bytes,
                                                const std::uint8_t* bytes, std::size_t byte_count) {
  auto file = core::read_data_file(std::as_bytes(std::span(bytes, byte_count)));
  if (file) {
    attached.own_data.files.push_back({{name, name_bytes}, std::move(file).value()});
  } else {
    attached.own_data_refusal = app::OwnDataRefused{{name, name_bytes}, file.error()};
  }
}

EMSCRIPTEN_KEEPALIVE void atelier_own_data_picture(const char* name, std::size_t name_bytes,
                                                   int width, int height,
                                                   const std::uint8_t* pixels) {
  assert(width >= 1 && height >= 1);
  const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  const core::GrayImage image{width, height, {pixels, pixels + size}};
  attached.own_data.pictures.push_back({{name, name_bytes}, core::as_sample(image)});
}

EMSCRIPTEN_KEEPALIVE void atelier_own_data_unreadable(const char* name, std::size_t name_bytes,
                                                      const char* detail,
                                                      std::size_t detail_bytes) {
  attached.own_data_refusal = app::OwnDataRefused{
      {name, name_bytes}, {core::ErrorCode::kCannotRead, std::string(detail, detail_bytes)}};
}

EMSCRIPTEN_KEEPALIVE void atelier_own_data_end() {
  app::OwnDataDropped dropped = std::exchange(attached.own_data, {});
  if (attached.own_data_refusal) return complete(*std::exchange(attached.own_data_refusal, {}));
  complete(std::move(dropped));
}

// ---- actions ------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE int atelier_do_view(int view) {
  const bool known = view >= 0 && view <= static_cast<int>(app::View::kAbout);
  return known ? act(app::SetView{static_cast<app::View>(view)}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_select_sample(std::uint32_t index) {
  return has_sample(index) ? act(app::SelectSample{index}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_edit_sample(std::uint32_t index) {
  return has_sample(index) ? act(app::EditSample{index}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_stroke(const float* points, std::size_t point_count, int tool,
                                           int gray, float size, int mirrored) {
  const bool in_range = tool >= 0 && tool <= 2 && gray >= 0 && gray <= 255;
  if (!in_range || point_count > core::kMaxStrokePoints) return 0;
  core::Stroke stroke{.tool = static_cast<core::Tool>(tool),
                      .gray = static_cast<std::uint8_t>(gray),
                      .size = size,
                      .mirrored = mirrored != 0,
                      .points = {}};
  stroke.points.reserve(point_count);
  for (std::size_t k = 0; k < point_count; ++k) {
    stroke.points.push_back({points[3 * k], points[3 * k + 1], points[3 * k + 2]});
  }
  return core::validate(stroke) ? act(app::ApplyStroke{std::move(stroke)}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_clear() { return act(app::ClearDrawing{}); }

EMSCRIPTEN_KEEPALIVE int atelier_do_undo() { return app::can_undo(state()) ? act(app::Undo{}) : 0; }

EMSCRIPTEN_KEEPALIVE int atelier_do_redo() {
  return state().drawing.can_redo() ? act(app::Redo{}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_select_model(const char* id, std::size_t id_bytes) {
  const std::string wanted(id, id_bytes);
  const auto& models = state().models;
  const bool known = std::any_of(models.begin(), models.end(),
                                 [&](const app::ModelInfo& model) { return model.id == wanted; });
  return known ? act(app::SelectModel{wanted}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_explain(int method, int label, int patch, int stride,
                                            float strength) {
  const bool known = method <= 1 && label < static_cast<int>(core::kClassCount) &&
                     (patch == 3 || patch == 5 || patch == 7) && stride >= 1 && stride <= 3 &&
                     strength >= 0 && strength <= 1;
  if (!known) return 0;
  app::ExplanationSettings settings{.patch = patch, .stride = stride, .strength = strength};
  if (method >= 0) settings.method = static_cast<app::ExplanationMethod>(method);
  if (label >= 0) settings.label = static_cast<std::uint8_t>(label);
  return act(app::Explain{settings});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_select_engine(int engine) {
  const app::EngineKind kind = engine_of(engine);
  const bool failed = state().engines[kind].phase == app::Engine::Phase::kFailed;
  return failed ? 0 : act(app::SelectEngine{kind});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_evaluate(int engine) {
  const bool possible = state().test_set.complete() && app::current_model(state()) != nullptr;
  return possible ? act(app::Evaluate{engine_of(engine)}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_cancel_evaluation() {
  return state().report.running ? act(app::CancelEvaluation{}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_report_section(int section) {
  const bool known = section >= 0 && section <= static_cast<int>(app::ReportSection::kCompare);
  return known ? act(app::ShowReportSection{static_cast<app::ReportSection>(section)}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_show_evaluation(std::uint32_t id) {
  return app::find_evaluation(state(), id) != nullptr ? act(app::ShowEvaluation{id}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_compare_with(std::uint32_t id) {
  return app::find_evaluation(state(), id) != nullptr ? act(app::CompareWith{id}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_select_cell(int label, int answer) {
  const auto is_class = [](int number) {
    return number >= 0 && number < static_cast<int>(core::kClassCount);
  };
  if (label < 0 && answer < 0) return act(app::SelectCell{});
  if (!is_class(label) || !is_class(answer)) return 0;
  return act(app::SelectCell{
      app::Cell{static_cast<std::uint8_t>(label), static_cast<std::uint8_t>(answer)}});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_vote_on_label(std::uint32_t index, int vote) {
  if (!state().test_set.loader.view().label(index) || vote > 1) return 0;
  if (vote < 0) return act(app::VoteOnLabel{index, {}});
  return act(app::VoteOnLabel{index, static_cast<app::Vote>(vote)});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_save_votes() {
  return state().votes.by_image.empty() ? 0 : act(app::SaveVotes{});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_find_pairs(int space) {
  const auto wanted = space == 0 ? app::PairSpace::kPixels : app::PairSpace::kFeatures;
  return app::can_find_pairs(state(), wanted) ? act(app::FindPairs{wanted}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_cancel_pairs() {
  return state().report.close.search ? act(app::CancelPairs{}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_filter(int label, int prediction, int right, int verdict,
                                           float least_confidence, float most_confidence,
                                           int sort) {
  constexpr int kClasses = core::kClassCount;
  const bool known = label < kClasses && prediction < kClasses && right <= 1 &&
                     verdict <= static_cast<int>(core::Verdict::kUnfamiliar) && sort >= 0 &&
                     sort <= static_cast<int>(app::ExploreSort::kHighestLoss);
  if (!known) return 0;
  app::ExploreFilter filter;
  if (label >= 0) filter.label = static_cast<std::uint8_t>(label);
  if (prediction >= 0) filter.prediction = static_cast<std::uint8_t>(prediction);
  if (right >= 0) filter.right = right == 1;
  if (verdict >= 0) filter.verdict = static_cast<core::Verdict>(verdict);
  filter.least_confidence = least_confidence;
  filter.most_confidence = most_confidence;
  filter.sort = static_cast<app::ExploreSort>(sort);
  return act(app::SetFilter{filter});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_save_sprite() {
  return state().explore.indices.empty() ? 0 : act(app::SaveSprite{});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_save_report(int format) {
  const bool complete = app::shown_evaluation(state()) != nullptr && !state().report.running;
  return complete ? act(app::SaveReport{static_cast<app::ReportFormat>(format)}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_retry() { return act(app::Retry{}); }

EMSCRIPTEN_KEEPALIVE int atelier_do_dismiss_notice() { return act(app::DismissNotice{}); }

EMSCRIPTEN_KEEPALIVE int atelier_do_use_bundled_data() {
  return state().bundled ? act(app::UseBundledData{}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_rename_class(int label, const char* name,
                                                 std::size_t name_bytes) {
  if (label < -1 || label >= static_cast<int>(core::kClassCount)) return 0;
  if (label == -1) return act(app::ResetClassNames{});
  return act(app::RenameClass{static_cast<std::uint8_t>(label), {name, name_bytes}});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_read_own_model(int reading) {
  const bool possible = app::find_model(state(), app::kOwnModelId) != nullptr &&
                        state().own_model.scores[reading_of(reading).number()].tried > 0;
  return possible ? act(app::ReadOwnModel{reading_of(reading)}) : 0;
}

// ---- reading ------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE double atelier_state_version() { return static_cast<double>(state().version); }

EMSCRIPTEN_KEEPALIVE const char* atelier_snapshot() {
  attached.snapshot = app::snapshot_json(state(), attached.program.frames_drawn());
  return attached.snapshot.data();
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_snapshot_bytes() { return attached.snapshot.size(); }

EMSCRIPTEN_KEEPALIVE const char* atelier_announcement() {
  attached.announcement = app::announcement(state());
  return attached.announcement.data();
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_announcement_bytes() {
  return attached.announcement.size();
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

EMSCRIPTEN_KEEPALIVE std::size_t atelier_test_image_count() {
  return state().test_set.loader.view().count();
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
  attached.report = report.value_or(std::string());
  return report ? attached.report.data() : nullptr;
}

EMSCRIPTEN_KEEPALIVE std::size_t atelier_report_bytes() { return attached.report.size(); }

EMSCRIPTEN_KEEPALIVE int atelier_nn_classify(const std::uint8_t* pixels, float* logits) {
  auto& engine = *attached.program.atelier_nn;
  return engine.run({pixels, core::kSamplePixels}, {logits, core::kClassCount}) ? 1 : 0;
}

}  // extern "C"
