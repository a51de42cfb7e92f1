// SPDX-License-Identifier: MIT
// features/explain/inside/state.hpp: what the network's layers make of the picture, as far as State
// and actions know it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/asked.hpp"
#include "nn/layer_maps.hpp"

namespace atelier::app {

// One number of a layer.
struct InsideCell {
  std::uint32_t map{}, row{}, column{};
  friend bool operator==(const InsideCell&, const InsideCell&) = default;
};

struct InsideSettings {
  std::uint32_t layer = 0;         // the last one, if there are not so many
  std::optional<InsideCell> cell;  // that is pointed at
  friend bool operator==(const InsideSettings&, const InsideSettings&) = default;
};

struct Inside {
  InsideSettings settings;

  // All that the layers depend on: those of a picture come together.
  struct Question {
    std::uint64_t input_version{};
    std::string model_id;
    friend bool operator==(const Question&, const Question&) = default;
  };
  struct Known {
    Question question;
    std::vector<nn::LayerMaps> layers;  // from the first to the last; empty if there is no network
    std::vector<float> largest;         // of all numbers of a layer, one a layer
    nn::Filters filters;                // of the first; none if it sees several channels
  };
  std::optional<Asked<Question>> in_flight;
  std::optional<Known> known;
};

}  // namespace atelier::app
