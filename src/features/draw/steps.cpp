// SPDX-License-Identifier: MIT
#include "features/draw/steps.hpp"

#include <algorithm>
#include <utility>
#include <vector>

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

std::string_view drawing_step_words(core::StepId id, bool skipped) {
  switch (id) {
    case core::StepId::kAsDrawn:
      return "Your drawing on the whole sheet, wherever and however large it is.";
    case core::StepId::kFilled:
      return skipped ? "Off: the network gets your lines with nothing between them."
                     : "The data set has cloth and no lines, so what yours enclose is filled.";
    case core::StepId::kTrimmed:
      return skipped ? "Off: the whole sheet is scaled, empty margins and all."
                     : "The photos of the data set were cut close to the garment.";
    case core::StepId::kScaled:
      return skipped ? "Off: the garment stays as small as it is on the sheet."
                     : "The longest side of every garment in the data set is 28 pixels.";
    case core::StepId::kCentred:
      return skipped ? "Off: the garment stays where it is on the sheet."
                     : "Garments in the data set stand in the middle of their picture.";
    case core::StepId::kToned:
      return skipped ? "Off: very dark or very bright drawings stay so."
                     : "Very dark or bright drawings get a gray that the data set has.";
    case core::StepId::kSeen:
      return "These 28 \xC3\x97 28 pixels are all that the network gets.";
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

std::string_view step_title(core::StepId id) {
  switch (id) {
    case core::StepId::kAsDrawn:
      return "As drawn";
    case core::StepId::kFilled:
      return "Filled";
    case core::StepId::kTrimmed:
      return "Trimmed";
    case core::StepId::kScaled:
      return "Scaled";
    case core::StepId::kCentred:
      return "Centred";
    case core::StepId::kToned:
      return "Toned";
    case core::StepId::kSeen:
      return "As seen";
    case core::StepId::kAsTaken:
      return "Your photo";
    case core::StepId::kCutOut:
      return "Cut out";
    case core::StepId::kSharpened:
      return "Sharpened";
    case core::StepId::kNegated:
      return "Negated";
  }
  return "";
}

std::string_view short_step_title(core::StepId id) {
  switch (id) {
    case core::StepId::kAsDrawn:
      return "Drawn";
    case core::StepId::kAsTaken:
      return "Photo";
    case core::StepId::kSharpened:
      return "Sharp";
    case core::StepId::kSeen:
      return "Seen";
    default:
      return step_title(id);
  }
}

std::string_view step_words(const State& state, const core::Step& step) {
  return shows_photo(state) ? photo_step_words(step.id, step.skipped)
                            : drawing_step_words(step.id, step.skipped);
}

}  // namespace atelier::app
