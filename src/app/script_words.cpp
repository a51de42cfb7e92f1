// SPDX-License-Identifier: MIT
#include "app/script_words.hpp"

#include "app/state.hpp"

namespace atelier::app {

std::string missing_image(const State& state, std::uint32_t index, bool labelled) {
  const core::DatasetView view = state.test_set.loader.view();
  if (labelled ? view.label(index).has_value() : index < view.count()) return {};
  if (state.test_set.complete() && index >= view.count()) {
    return "there is no test image " + std::to_string(index) + ", the last is " +
           std::to_string(view.count() - 1);
  }
  return "test image " + std::to_string(index) + " has not arrived";
}

}  // namespace atelier::app
