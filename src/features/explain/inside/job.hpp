// SPDX-License-Identifier: MIT
// features/explain/inside/job.hpp: reads what the layers of a network make of a picture: about as
// much work as an answer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "app/job.hpp"
#include "nn/layer_maps.hpp"

namespace atelier::nn {

template <class Fields>
void describe(Fields& f, SeenPixels& p) {
  f("first", p.first);
  f("step", p.step);
  f("size", p.size);
}

template <class Fields>
void describe(Fields& f, ReceptiveField& r) {
  f("x", r.x);
  f("y", r.y);
}

template <class Fields>
void describe(Fields& f, LayerMaps& m) {
  f("channels", m.channels);
  f("rows", m.rows);
  f("columns", m.columns);
  f("field", m.field);
  f("values", m.values);
}

template <class Fields>
void describe(Fields& f, Filters& k) {
  f("count", k.count);
  f("rows", k.rows);
  f("columns", k.columns);
  f("weights", k.weights);
}

}  // namespace atelier::nn

namespace atelier::app {

struct ReadLayers {
  static constexpr std::string_view kName = "read-layers";
  struct Question {
    Picture picture{};
  };
  struct Answer {
    std::vector<nn::LayerMaps> layers;  // from the first to the last; none can be shown: empty
    std::vector<float> largest;         // of all numbers of a layer, one a layer
    nn::Filters filters;                // of the first; none if it sees several channels
  };
  static core::Result<Answer> run(Workbench& bench, const Question& question, Progress& progress);

  static bool is_sound(const Answer& answer) {
    const auto whole = [](const nn::LayerMaps& maps) {
      return maps.channels > 0 && maps.rows > 0 && maps.columns > 0 &&
             maps.values.size() == static_cast<std::size_t>(maps.channels) *
                                       static_cast<std::size_t>(maps.rows) *
                                       static_cast<std::size_t>(maps.columns);
    };
    return answer.largest.size() == answer.layers.size() &&
           std::all_of(answer.layers.begin(), answer.layers.end(), whole);
  }
};

template <class Fields>
void describe(Fields& f, ReadLayers::Question& q) {
  f("picture", q.picture);
}

template <class Fields>
void describe(Fields& f, ReadLayers::Answer& a) {
  f("layers", a.layers);
  f("largest", a.largest);
  f("filters", a.filters);
}

}  // namespace atelier::app
