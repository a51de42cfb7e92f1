// SPDX-License-Identifier: MIT
#include "features/photo/photo.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "app/view.hpp"
#include "features/photo/actions.hpp"
#include "features/photo/events.hpp"

namespace atelier::app {
namespace {

bool& skips(core::PhotoOptions& options, core::StepId id) {
  return options.skipped[static_cast<std::size_t>(id)];
}

void prepare(State& state) {
  const Photo& photo = state.photo;
  state.steps = core::preprocess_photo(photo.image, chosen_part(photo), photo.options);
  state.input.seen = state.steps.seen();
  state.input.blank = state.steps.blank;
  ++state.input.version;
}

}  // namespace

void open_photo(State& state, OpenPhoto&& action) {
  Photo& photo = state.photo;
  photo.image = std::move(action.image);
  photo.name = std::move(action.name);
  photo.crop.reset();
  skips(photo.options, core::StepId::kNegated) = core::has_dark_background(photo.image);
  ++photo.version;
  photo.opening = false;
  photo.error.reset();
  state.view = View::kDraw;
  state.input.source = InputSource::kNone;  // an answer to another photo is none to this
  show_photo(state);
}

void show_photo(State& state) {
  if (!state.photo.there()) return;
  Input& input = state.input;
  state.drawing.end_stroke();
  if (input.source != InputSource::kPhoto) input.first_version = input.version + 1;
  input.source = InputSource::kPhoto;
  input.index.reset();
  input.label.reset();
  prepare(state);
}

void adjust_photo(State& state, core::PhotoOptions options) {
  const auto within = [](float value, float most) { return std::clamp(value, 0.0F, most); };
  options.background_tolerance =
      within(options.background_tolerance, core::kGreatestBackgroundTolerance);
  options.trim_tolerance = within(options.trim_tolerance, core::kGreatestTrimTolerance);
  options.sharpening = within(options.sharpening, core::kGreatestSharpening);
  if (options == state.photo.options) return;
  state.photo.options = options;
  if (shows_photo(state)) prepare(state);
}

void crop_photo(State& state, std::optional<core::Rect> crop) {
  Photo& photo = state.photo;
  if (!photo.there()) return;
  if (crop) crop = core::part_of_photo(photo.image, *crop);
  const core::Rect all{0, 0, photo.image.width, photo.image.height};
  if (crop == all) crop.reset();
  photo.crop = crop;
  show_photo(state);
}

void on(State& state, PhotoOpening&&, Ports&) {
  state.photo.opening = true;
  state.photo.error.reset();
}

void on(State& state, PhotoRefused&& event, Ports&) {
  state.photo.opening = false;
  state.photo.error = event.error;
  state.photo.refused_name = event.name;
}

core::Rect chosen_part(const Photo& photo) {
  return core::part_of_photo(photo.image, photo.crop.value_or(core::Rect{}));
}

core::PhotoOptions default_options(const Photo& photo) {
  core::PhotoOptions options;
  if (photo.there()) {
    skips(options, core::StepId::kNegated) = core::has_dark_background(photo.image);
  }
  return options;
}

std::string photo_refusal(const Photo& photo) {
  if (!photo.error) return {};
  const std::string words = error_words(photo.error->code);
  if (photo.refused_name.empty()) return words;
  return say("data.refused", {{"file", photo.refused_name}, {"reason", words}});
}

std::string photo_step_words(core::StepId id, bool skipped) {
  switch (id) {
    case core::StepId::kAsTaken:
      return say("step.photo.as-taken");
    case core::StepId::kCutOut:
      return skipped ? say("step.photo.cut-out-off") : say("step.photo.cut-out");
    case core::StepId::kTrimmed:
      return skipped ? say("step.photo.trimmed-off") : say("step.photo.trimmed");
    case core::StepId::kScaled:
      return skipped ? say("step.photo.scaled-off") : say("step.photo.scaled");
    case core::StepId::kSharpened:
      return skipped ? say("step.photo.sharpened-off") : say("step.photo.sharpened");
    case core::StepId::kCentred:
      return skipped ? say("step.photo.centred-off") : say("step.photo.centred");
    case core::StepId::kNegated:
      return skipped ? say("step.photo.negated-off") : say("step.photo.negated");
    case core::StepId::kSeen:
      return say("step.photo.seen");
    default:
      return "";
  }
}

std::string photo_advice(const State& state) {
  return shows_photo(state) && state.input.blank ? say("photo.nothing-left") : "";
}

}  // namespace atelier::app
