// SPDX-License-Identifier: MIT
// features/explain/inside/words.hpp: what the network's layers are, in plain words.
#pragma once

#include <string>

#include "features/explain/inside/inside.hpp"

namespace atelier::app {

// "12 maps of 28 × 28".
[[nodiscard]] std::string layer_title(const nn::LayerMaps& maps);

// "Map 5, row 3, column 4: 0.82, from the 5 × 5 pixels that are framed.", or without a cell what
// the layer is, or why there is none.
[[nodiscard]] std::string inside_headline(const State& state);

// The same in two sentences, with the layer's number; empty while it is closed.
[[nodiscard]] std::string inside_words(const State& state);

}  // namespace atelier::app
