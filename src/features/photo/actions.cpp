// SPDX-License-Identifier: MIT
#include "features/photo/actions.hpp"

#include <cmath>
#include <utility>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "features/photo/photo.hpp"

namespace atelier::app {
namespace {

std::string missing_photo(const State& state) {
  return state.photo.there() ? "" : "there is no photo";
}

}  // namespace

void on(State&, ChoosePhoto&&, Ports& ports) { ports.visitor.choose_photo(); }
void on(State&, UseCamera&&, Ports& ports) { ports.visitor.use_camera(); }
void on(State& state, DismissPhotoNews&&, Ports&) { state.photo.error.reset(); }

void on(State& state, OpenPhoto&& action, Ports&) { open_photo(state, std::move(action)); }

std::string obstacle(const State& state, const ShowPhoto&) { return missing_photo(state); }

void on(State& state, ShowPhoto&&, Ports&) { show_photo(state); }

void on(State& state, AdjustPhoto&& action, Ports&) { adjust_photo(state, action.options); }

void on(State& state, PreparePhoto&& action, Ports&) {
  action.options.skipped = state.photo.options.skipped;
  adjust_photo(state, action.options);
}

void on(State& state, CropPhoto&& action, Ports&) { crop_photo(state, action.part); }

std::string flaw(const ChoosePart& action) {
  if (!action.part) return {};
  const auto& [x, y, width, height] = *action.part;
  const bool within = width > 0 && height > 0 && x + width <= 1 && y + height <= 1;
  return within ? "" : "'part' is [x, y, width, height] within 0 to 1, not empty";
}

std::string obstacle(const State& state, const ChoosePart&) { return missing_photo(state); }

void on(State& state, ChoosePart&& action, Ports&) {
  if (!action.part) return crop_photo(state, std::nullopt);
  const auto pixels = [](float share, int side) {
    return static_cast<int>(std::lround(share * static_cast<float>(side)));
  };
  const core::ColorImage& image = state.photo.image;
  const auto& [x, y, width, height] = *action.part;
  const int left = pixels(x, image.width);
  const int top = pixels(y, image.height);
  crop_photo(state, core::Rect{left, top, pixels(x + width, image.width) - left,
                               pixels(y + height, image.height) - top});
}

}  // namespace atelier::app
