// SPDX-License-Identifier: MIT
// The exports of bridge_abi.hpp that carry out actions. Each returns 0, and does nothing, where the
// action is not possible.
#include <emscripten/emscripten.h>

#include <cmath>
#include <string>
#include <utility>

#include "core/class_names.hpp"
#include "features/draw/steps.hpp"
#include "features/explain/stress/stress.hpp"
#include "features/report/close_images.hpp"
#include "features/update.hpp"
#include "seam/bridge/attached.hpp"
#include "seam/bridge/bridge_abi.hpp"

using namespace atelier;
using namespace atelier::bridge;

namespace {

bool has_sample(std::uint32_t index) { return index < state().test_set.loader.view().count(); }

}  // namespace

extern "C" {

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
                                           int gray, float size, int mirrored, int tolerance,
                                           int gap) {
  const bool in_range = tool >= 0 && tool <= static_cast<int>(core::Tool::kPolygon) && gray >= 0 &&
                        gray <= 255 && tolerance >= 0 && tolerance <= core::kGreatestTolerance &&
                        gap >= 0 && gap <= core::kGreatestGap;
  if (!in_range || point_count > core::kMaxStrokePoints) return 0;
  core::Stroke stroke{
      .tool = static_cast<core::Tool>(tool),
      .gray = static_cast<std::uint8_t>(gray),
      .size = size,
      .mirrored = mirrored != 0,
      .points = {},
      .reach = {static_cast<std::uint8_t>(tolerance), static_cast<std::uint8_t>(gap)}};
  stroke.points.reserve(point_count);
  for (std::size_t k = 0; k < point_count; ++k) {
    stroke.points.push_back({points[3 * k], points[3 * k + 1], points[3 * k + 2]});
  }
  return core::validate(stroke) ? act(app::ApplyStroke{std::move(stroke)}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_arrange(float dx, float dy, float scale, float degrees) {
  const auto ink = app::drawn_box(state());
  if (!ink) return 0;
  constexpr float kRadians = 3.14159265F / 180;
  const auto arrangement = core::Arrangement::about(
      ink->x + ink->width / 2, ink->y + ink->height / 2, scale, degrees * kRadians, dx, dy);
  if (!core::is_valid(arrangement)) return 0;
  act(app::ArrangeDrawing{arrangement});
  return act(app::EndStroke{});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_soften() { return act(app::SoftenDrawing{}); }
EMSCRIPTEN_KEEPALIVE int atelier_do_invert() { return act(app::InvertDrawing{}); }

EMSCRIPTEN_KEEPALIVE int atelier_do_trace(int label) {
  if (label < 0) return act(app::SetTrace{});
  const auto wanted = static_cast<std::uint8_t>(label);
  const bool possible = label < static_cast<int>(core::kClassCount) &&
                        state().test_set.loader.view().class_counts()[wanted] > 0;
  return possible ? act(app::SetTrace{wanted}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_clear() { return act(app::ClearDrawing{}); }

EMSCRIPTEN_KEEPALIVE int atelier_do_undo() { return app::can_undo(state()) ? act(app::Undo{}) : 0; }

EMSCRIPTEN_KEEPALIVE int atelier_do_redo() {
  return state().drawing.can_redo() ? act(app::Redo{}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_select_model(const char* id, std::size_t id_bytes) {
  const std::string wanted(id, id_bytes);
  return app::find_model(state(), wanted) != nullptr ? act(app::SelectModel{wanted}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_open_why(int topic) {
  if (topic < 0) return act(app::OpenWhy{});
  if (topic > static_cast<int>(app::WhyTopic::kStress)) return 0;
  return act(app::OpenWhy{static_cast<app::WhyTopic>(topic)});
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

EMSCRIPTEN_KEEPALIVE int atelier_do_inside(int layer, int map, int row, int column) {
  if (layer < 0 || (map >= 0 && (row < 0 || column < 0))) return 0;
  app::InsideSettings settings{.layer = static_cast<std::uint32_t>(layer)};
  if (map >= 0) {
    settings.cell = {static_cast<std::uint32_t>(map), static_cast<std::uint32_t>(row),
                     static_cast<std::uint32_t>(column)};
  }
  return act(app::SetInside{settings});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_change(int method, int target, int strength) {
  const bool known = (method == 0 || method == 1) && target < static_cast<int>(core::kClassCount) &&
                     strength <= app::kMostStrength;
  if (!known) return 0;
  app::ChangeSettings settings{.method = static_cast<app::ChangeMethod>(method)};
  if (target >= 0) settings.target = static_cast<std::uint8_t>(target);
  if (strength >= 0) settings.strength = strength;
  return act(app::SetChange{settings});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_stress(float shift_x, float shift_y, float turn, float scale,
                                           float blur, float contrast, float noise,
                                           std::uint32_t seed, int along) {
  const core::Distortion distortion{.shift_x = shift_x,
                                    .shift_y = shift_y,
                                    .turn = turn,
                                    .scale = scale,
                                    .blur = blur,
                                    .contrast = contrast,
                                    .noise = noise,
                                    .seed = seed};
  const bool known =
      app::is_in_range(distortion) && along < static_cast<int>(app::kStressKinds.size());
  if (!known) return 0;
  app::SetStress action{.distortion = distortion};
  if (along >= 0) action.along = static_cast<app::StressKind>(along);
  return act(action);
}

EMSCRIPTEN_KEEPALIVE int atelier_do_switch_step(int step, int on) {
  if (step == -1) return act(app::SwitchAllStepsOn{});
  const bool known = step >= 0 && step < static_cast<int>(core::kStepCount);
  const auto id = static_cast<core::StepId>(step);
  return known && app::can_switch_step(state(), id) ? act(app::SwitchStep{id, on != 0}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_open_photo(const char* name, std::size_t name_bytes, int width,
                                               int height, const std::uint8_t* rgba,
                                               std::size_t byte_count) {
  if (!core::check_photo(width, height, byte_count)) return 0;
  return act(app::OpenPhoto{{name, name_bytes}, core::on_white(width, height, {rgba, byte_count})});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_show_photo() {
  return state().photo.there() ? act(app::ShowPhoto{}) : 0;
}

EMSCRIPTEN_KEEPALIVE int atelier_do_show_drawing() { return act(app::ShowDrawing{}); }

EMSCRIPTEN_KEEPALIVE int atelier_do_adjust_photo(float background_tolerance, float trim_tolerance,
                                                 float sharpening, int resampling) {
  core::PhotoOptions options = state().photo.options;
  options.background_tolerance = background_tolerance;
  options.trim_tolerance = trim_tolerance;
  options.sharpening = sharpening;
  options.resampling = resampling == 0 ? core::Resampling::kSkipping : core::Resampling::kAveraging;
  return act(app::AdjustPhoto{options});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_crop_photo(float x, float y, float width, float height) {
  const core::ColorImage& image = state().photo.image;
  if (image.empty()) return 0;
  if (width == 0) return act(app::CropPhoto{});
  const auto pixels = [](float share, int side) {
    return static_cast<int>(std::lround(share * static_cast<float>(side)));
  };
  const int left = pixels(x, image.width);
  const int top = pixels(y, image.height);
  return act(app::CropPhoto{core::Rect{left, top, pixels(x + width, image.width) - left,
                                       pixels(y + height, image.height) - top}});
}

EMSCRIPTEN_KEEPALIVE int atelier_do_temperature(float temperature) {
  if (temperature == 0) return act(app::SetTemperature{});
  const bool known =
      temperature >= app::kLeastTemperature && temperature <= app::kGreatestTemperature;
  return known ? act(app::SetTemperature{temperature}) : 0;
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
  return app::pairs_share(state()) ? act(app::CancelPairs{}) : 0;
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

}  // extern "C"
