// SPDX-License-Identifier: MIT
// features/explain/map/job.hpp: says where the network looked: exactly, for about what an answer
// costs, or by hiding one part of the picture after the other, for hundreds of answers.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "app/job.hpp"
#include "core/class_names.hpp"

namespace atelier::app {

// Of all classes: [10, rows, columns], of the logit; positive speaks for the class.
struct ClassMaps {
  int rows{}, columns{};
  std::vector<float> values;
  std::array<float, core::kClassCount>
      bias{};  // of the exact one: mean of the values + bias = logit
};

[[nodiscard]] bool is_sound_map(const ClassMaps& maps);

struct ReadActivationMap {
  static constexpr std::string_view kName = "read-activation-map";
  struct Question {
    Picture picture{};
  };
  using Answer = ClassMaps;
  // Also kOnnxUnsupported: a network without an exact map.
  static core::Result<Answer> run(Workbench& bench, const Question& question, Progress& progress);
  static bool is_sound(const Answer& answer) { return is_sound_map(answer); }
};

struct FindOcclusionMap {
  static constexpr std::string_view kName = "find-occlusion-map";
  struct Question {
    int patch{}, stride{};  // nn/occlusion_map.hpp
    Picture picture{};
  };
  using Answer = ClassMaps;
  static core::Result<Answer> run(Workbench& bench, const Question& question, Progress& progress);
  static bool is_sound(const Answer& answer) { return is_sound_map(answer); }
};

template <class Fields>
void describe(Fields& f, ClassMaps& m) {
  f("rows", m.rows);
  f("columns", m.columns);
  f("values", m.values);
  f("bias", m.bias);
}

template <class Fields>
void describe(Fields& f, ReadActivationMap::Question& q) {
  f("picture", q.picture);
}

template <class Fields>
void describe(Fields& f, FindOcclusionMap::Question& q) {
  f("patch", q.patch);
  f("stride", q.stride);
  f("picture", q.picture);
}

inline bool is_sound_map(const ClassMaps& maps) {
  return maps.rows > 0 && maps.columns > 0 && maps.rows <= core::kSampleSide &&
         maps.columns <= core::kSampleSide &&
         maps.values.size() ==
             core::kClassCount * static_cast<std::size_t>(maps.rows * maps.columns);
}

}  // namespace atelier::app
