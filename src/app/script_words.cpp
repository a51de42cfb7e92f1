// SPDX-License-Identifier: MIT
#include "app/script_words.hpp"

#include "app/state.hpp"

namespace atelier::app {

std::string missing_image(const State& state, std::uint32_t index, bool labelled) {
  const core::DatasetView view = state.test_set.loader.view();
  if (labelled ? view.label(index).has_value() : index < view.count()) return {};
  return "test image " + std::to_string(index) + " has not arrived";
}

}  // namespace atelier::app
