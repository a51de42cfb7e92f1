// SPDX-License-Identifier: MIT
// features/data/outline.hpp: the images in words: which one is shown, whose they are, what classes
// are called.
#pragma once

#include "app/outline.hpp"
#include "app/state.hpp"

namespace atelier::app::data {

// The one that is shown, and the way to any other.
void outline_sample(Outline& out, const State& state);

// What became of the images that a visitor has brought.
void outline_news(Outline& out, const State& state);

// A visitor's own images, and the names of the classes.
void outline(Outline& out, const State& state);

// Puts an image in front of the network, in the Draw view.
[[nodiscard]] std::vector<ActionText> open_in_draw(std::uint32_t index);

// A long list of images is said a page at a time: the one with the image that is shown, or else the
// first. Its buttons lead to the pages around it.
struct ImagePage {
  std::size_t first{}, last{};  // last: beyond it
};
[[nodiscard]] ImagePage outline_page(Outline& out, const State& state, const std::string& key,
                                     const std::vector<std::uint32_t>& images);

}  // namespace atelier::app::data
