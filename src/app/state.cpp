// SPDX-License-Identifier: MIT
#include "app/state.hpp"

#include <algorithm>

namespace atelier::app {

const core::Error* current_error(const State& state) {
  if (state.test_set.error) return &*state.test_set.error;
  if (state.models_error) return &*state.models_error;
  return all_engines_failed(state) ? &*state.engines[state.engines.wanted].error : nullptr;
}

bool all_engines_failed(const State& state) {
  const auto& engines = state.engines.each;
  return std::all_of(engines.begin(), engines.end(),
                     [](const Engine& engine) { return engine.phase == Engine::Phase::kFailed; });
}

const core::Error* notice(const State& state) {
  const Engine& ort = state.engines[EngineKind::kOrtWeb];
  const bool replaced = ort.phase == Engine::Phase::kFailed &&
                        state.engines[EngineKind::kAtelierNn].phase == Engine::Phase::kReady;
  return replaced && !state.engines.notice_dismissed ? &*ort.error : nullptr;
}

EngineKind answering_engine(const State& state) {
  const EngineKind wanted = state.engines.wanted;
  const auto is_ready = [&](EngineKind kind) {
    return state.engines[kind].phase == Engine::Phase::kReady;
  };
  return is_ready(wanted) || !is_ready(other(wanted)) ? wanted : other(wanted);
}

Phase phase(const State& state) {
  if (current_error(state) != nullptr) return Phase::kFailed;
  const bool ready = state.test_set.complete() &&
                     state.engines[answering_engine(state)].phase == Engine::Phase::kReady;
  return ready ? Phase::kReady : Phase::kLoading;
}

const Answer* current_answer(const State& state) {
  const bool current = state.answer && state.answer->input_version >= state.input.first_version;
  return current ? &*state.answer : nullptr;
}

const Evaluation* shown_evaluation(const State& state) {
  const Report& report = state.report;
  if (report.running) return &*report.running;
  if (const Evaluation* chosen = find_evaluation(state, report.chosen)) return chosen;
  return report.done.empty() ? nullptr : &report.done.back();
}

const Evaluation* find_evaluation(const State& state, Token token) {
  const auto& done = state.report.done;
  const auto found = std::find_if(done.begin(), done.end(), [&](const Evaluation& evaluation) {
    return evaluation.token == token;
  });
  return found == done.end() ? nullptr : &*found;
}

bool explore_lacks_answers(const State& state) {
  return state.explore.filter.needs_answers() && shown_evaluation(state) == nullptr;
}

const ModelInfo* find_model(const State& state, std::string_view id) {
  const auto found = std::find_if(state.models.begin(), state.models.end(),
                                  [&](const ModelInfo& model) { return model.id == id; });
  return found == state.models.end() ? nullptr : &*found;
}

float calibrated_temperature(const State& state) {
  const ModelInfo* model = current_model(state);
  return model == nullptr ? 1.0F : model->temperature;
}

const ModelInfo* current_model(const State& state) {
  return find_model(state, state.engines.model_id);
}

const ModelInfo* chosen_model(const State& state) {
  const auto& chosen = state.engines.chosen_model_id;
  return chosen ? find_model(state, *chosen) : nullptr;
}

const ModelInfo* drawing_reader(const State& state) {
  const auto found = std::find_if(state.models.begin(), state.models.end(),
                                  [](const ModelInfo& model) { return model.reads_drawings; });
  return found == state.models.end() ? nullptr : &*found;
}

const ModelInfo* photograph_reader(const State& state) {
  const ModelInfo* chosen = chosen_model(state);
  return chosen != nullptr ? chosen : find_model(state, state.default_model_id);
}

bool chooses_by_input(const State& state) {
  return chosen_model(state) == nullptr && drawing_reader(state) != nullptr;
}

std::optional<std::uint8_t> shown_gray(const State& state, float x, float y) {
  const core::GrayImage& image = shows_sample(state) ? state.input.seen : state.drawing.raster();
  if (!(x >= 0 && x < 1 && y >= 0 && y < 1)) return std::nullopt;
  return image.at(static_cast<int>(x * static_cast<float>(image.width)),
                  static_cast<int>(y * static_cast<float>(image.height)));
}

std::optional<DrawnBox> drawn_box(const State& state) {
  const core::GrayImage& image = shows_sample(state) ? state.input.seen : state.drawing.raster();
  const core::Rect ink = core::ink_bounds(image, 0);
  if (ink.empty()) return std::nullopt;
  const auto share = [&](int pixels) {
    return static_cast<float>(pixels) / static_cast<float>(image.width);
  };
  return DrawnBox{share(ink.x), share(ink.y), share(ink.width), share(ink.height)};
}

}  // namespace atelier::app
