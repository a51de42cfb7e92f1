// SPDX-License-Identifier: MIT
// features/photo/snapshot.hpp: what a snapshot says of the visitor's photo.
#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "app/error_fields.hpp"
#include "app/state.hpp"
#include "features/photo/photo.hpp"

namespace atelier::app {

template <class Fields>
void describe_photo(Fields& f, const State& state) {
  const Photo& photo = state.photo;
  const auto once_there = [&](auto value) {
    return photo.there() ? std::optional(value) : std::nullopt;
  };
  const std::string refusal = photo_refusal(photo);
  const core::Rect part = photo.there() ? chosen_part(photo) : core::Rect{};
  f(
      "photo",
      [&] {
        f("opening", photo.opening);
        describe_error(f, "error", photo.error, "why the last one was refused");
        f("words", refusal.empty() ? std::string(photo_advice(state)) : refusal,
          "the same, or what might help with the one that is shown");
        f("shown", shows_photo(state));
        f("name", once_there(photo.name), "null, and without what follows, until there is one");
        f.may("width", once_there(photo.image.width));
        f.may("height", once_there(photo.image.height));
        f.may("crop", once_there(std::tuple(part.x, part.y, part.width, part.height)),
              "x, y, width, height, in pixels");
        f.may("background_tolerance", once_there(photo.options.background_tolerance));
        f.may("trim_tolerance", once_there(photo.options.trim_tolerance));
        f.may("sharpening", once_there(photo.options.sharpening));
        f.may("resampling", once_there(photo.options.resampling));
      },
      "what the visitor has photographed");
}

}  // namespace atelier::app
