// SPDX-License-Identifier: MIT
// features/photo/photo.hpp: a photo as input. It stands on the canvas in place of the drawing,
// which waits behind it, and goes through the steps of the data set's own recipe.
#pragma once

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/photo/actions.hpp"

namespace atelier::app {

// In front of the network, in the Draw view.
void open_photo(State& state, OpenPhoto&& action);
// The one that is there, once more; nothing while there is none.
void show_photo(State& state);
// Numbers out of range are brought into it.
void adjust_photo(State& state, core::PhotoOptions options);
void crop_photo(State& state, std::optional<core::Rect> crop);

[[nodiscard]] inline bool shows_photo(const State& state) {
  return state.input.source == InputSource::kPhoto;
}

// What is chosen of the photo, which must be there: all of it, or less.
[[nodiscard]] core::Rect chosen_part(const Photo& photo);

// How this photo is prepared unless a visitor says otherwise.
[[nodiscard]] core::PhotoOptions default_options(const Photo& photo);

// ---- words --------------------------------------------------------------------------------------

// Why the last attempt failed: "shoe.jpg: ..."; empty where there is nothing to tell.
[[nodiscard]] std::string photo_refusal(const Photo& photo);

// What a step of a photo is there for, or, if it is skipped, what that does.
[[nodiscard]] std::string photo_step_words(core::StepId id, bool skipped);

// What might help when the shown photo comes out badly; empty where it does not.
[[nodiscard]] std::string photo_advice(const State& state);

}  // namespace atelier::app
