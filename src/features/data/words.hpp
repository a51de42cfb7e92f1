// SPDX-License-Identifier: MIT
// features/data/words.hpp: a visitor's images in plain words.
#pragma once

#include <string>

#include "app/state.hpp"

namespace atelier::app {

// "Fashion-MNIST test set", "MNIST training set", "mine.idx".
[[nodiscard]] std::string data_name(const TestSet& set);

// What has been opened, and what it is good for; or what is still missing. Empty: there is no news.
[[nodiscard]] std::string own_data_news(const State& state);

// "mine.idx: This file stops before its end. ..."
[[nodiscard]] std::string own_data_refusal(const OwnData& data);

}  // namespace atelier::app
