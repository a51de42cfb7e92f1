// SPDX-License-Identifier: MIT
#include "features/draw/steps.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/say.hpp"
#include "app/view.hpp"
#include "core/prediction.hpp"
#include "features/draw/events.hpp"
#include "features/photo/photo.hpp"

namespace atelier::app {
namespace {

bool are_wanted(const State& state) {
  return state.step_answers.in_sight && state.view == View::kDraw && shows_steps(state) &&
         !state.input.blank && state.engines[EngineKind::kAtelierNn].phase == Engine::Phase::kReady;
}

StepAnswers::Question question(const State& state) {
  return {state.input.version, state.engines.model_id, state.steps.steps.size()};
}

std::string drawing_step_words(core::StepId id, bool skipped) {
  switch (id) {
    case core::StepId::kAsDrawn:
      return say("step.drawing.as-drawn");
    case core::StepId::kFilled:
      return skipped ? say("step.drawing.filled-off") : say("step.drawing.filled");
    case core::StepId::kTrimmed:
      return skipped ? say("step.drawing.trimmed-off") : say("step.drawing.trimmed");
    case core::StepId::kScaled:
      return skipped ? say("step.drawing.scaled-off") : say("step.drawing.scaled");
    case core::StepId::kCentred:
      return skipped ? say("step.drawing.centred-off") : say("step.drawing.centred");
    case core::StepId::kToned:
      return skipped ? say("step.drawing.toned-off") : say("step.drawing.toned");
    case core::StepId::kSeen:
      return say("step.drawing.seen");
    default:
      return "";
  }
}

}  // namespace

void request_steps(State& state, Ports& ports) {
  StepAnswers& answers = state.step_answers;
  if (!are_wanted(state)) {
    if (answers.in_flight) ports.steps.cancel();
    answers.in_flight.reset();
    return;
  }
  const StepAnswers::Question wanted = question(state);
  if (answers.in_flight || (answers.known && answers.known->question == wanted)) return;
  std::vector<std::uint8_t> pixels;
  pixels.reserve(kPixelCount * wanted.steps);
  for (const core::Step& step : state.steps.steps) {
    const core::GrayImage image = core::squeezed(step);
    pixels.insert(pixels.end(), image.pixels.begin(), image.pixels.end());
  }
  answers.in_flight = {++state.last_token, wanted};
  ports.steps.classify(answers.in_flight->token, pixels);
}

void on(State& state, StepsClassified&& event, Ports&) {
  StepAnswers& answers = state.step_answers;
  if (!answers.in_flight || answers.in_flight->token != event.token) return;
  answers.known = {std::move(answers.in_flight->question), event.logits};
  answers.in_flight.reset();
}

bool can_switch_step(const State& state, core::StepId id) {
  const auto is_one_of = [&](const auto& steps) {
    return std::find(steps.begin(), steps.end(), id) != steps.end();
  };
  return core::can_skip(id) &&
         (shows_photo(state) ? is_one_of(core::kPhotoSteps) : is_one_of(core::kDrawingSteps));
}

void switch_step(State& state, core::StepId id, bool on) {
  if (!can_switch_step(state, id)) return;
  core::SkippedSteps& skipped =
      shows_photo(state) ? state.photo.options.skipped : state.preprocess.skipped;
  skipped[static_cast<std::size_t>(id)] = !on;
}

void reset_steps(State& state) {
  if (shows_photo(state)) {
    state.photo.options = default_options(state.photo);
  } else {
    state.preprocess.skipped = {};
  }
}

bool are_steps_changed(const State& state) {
  if (shows_photo(state)) return state.photo.options != default_options(state.photo);
  return state.preprocess.skipped != core::SkippedSteps{};
}

const core::SkippedSteps& skipped_steps(const State& state) {
  return shows_photo(state) ? state.photo.options.skipped : state.preprocess.skipped;
}

bool shows_steps(const State& state) {
  return shows_photo(state) || (state.input.source == InputSource::kDrawing && !state.input.blank);
}

bool goes_through_steps(const State& state) {
  return shows_steps(state) &&
         (shows_photo(state) || state.drawing.framing() == core::Framing::kBoundingBox);
}

std::optional<StepAnswer> step_answer(const State& state, std::size_t k, bool exact) {
  const auto& known = state.step_answers.known;
  const StepAnswers::Question wanted = question(state);
  if (!known || known->question.model_id != wanted.model_id ||
      known->question.steps != wanted.steps || known->logits.size() != 10 * wanted.steps ||
      (exact && !(known->question == wanted)) || state.steps.steps[k].skipped) {
    return std::nullopt;
  }
  core::ClassScores logits{};
  std::copy_n(known->logits.begin() + static_cast<std::ptrdiff_t>(10 * k), 10, logits.begin());
  const core::ClassScores probabilities = core::softmax(logits, shown_temperature(state));
  const int label = core::ranking(logits)[0];
  return StepAnswer{label, probabilities[static_cast<std::size_t>(label)]};
}

std::string step_title(core::StepId id) {
  switch (id) {
    case core::StepId::kAsDrawn:
      return say("step.title.as-drawn");
    case core::StepId::kFilled:
      return say("step.title.filled");
    case core::StepId::kTrimmed:
      return say("step.title.trimmed");
    case core::StepId::kScaled:
      return say("step.title.scaled");
    case core::StepId::kCentred:
      return say("step.title.centred");
    case core::StepId::kToned:
      return say("step.title.toned");
    case core::StepId::kSeen:
      return say("step.title.seen");
    case core::StepId::kAsTaken:
      return say("step.title.as-taken");
    case core::StepId::kCutOut:
      return say("step.title.cut-out");
    case core::StepId::kSharpened:
      return say("step.title.sharpened");
    case core::StepId::kNegated:
      return say("step.title.negated");
  }
  return "";
}

std::string short_step_title(core::StepId id) {
  switch (id) {
    case core::StepId::kAsDrawn:
      return say("step.short.as-drawn");
    case core::StepId::kAsTaken:
      return say("step.short.as-taken");
    case core::StepId::kSharpened:
      return say("step.short.sharpened");
    case core::StepId::kSeen:
      return say("step.short.seen");
    default:
      return step_title(id);
  }
}

std::string step_words(const State& state, const core::Step& step) {
  return shows_photo(state) ? photo_step_words(step.id, step.skipped)
                            : drawing_step_words(step.id, step.skipped);
}

}  // namespace atelier::app
