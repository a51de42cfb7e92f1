// SPDX-License-Identifier: MIT
// features/report/job.hpp: finds the pairs of images that lie closest to each other, in their
// pixels or in what a network makes of them: each is compared with each, which takes seconds.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "app/job.hpp"
#include "core/pair_search.hpp"

namespace atelier::core {

template <class Fields>
void describe(Fields& f, Pair& p) {
  f("first", p.first);
  f("second", p.second);
  f("distance", p.distance);
}

}  // namespace atelier::core

namespace atelier::app {

struct FindClosePairs {
  static constexpr std::string_view kName = "find-close-pairs";
  static constexpr std::size_t kMostPairs = 120;
  struct Question {
    bool in_features{};
    std::vector<std::uint8_t> pixels;  // 784 an image
  };
  struct Answer {
    std::uint32_t images{};         // that were compared
    std::vector<core::Pair> pairs;  // the closest first
  };
  // Also kModelUnusable: a network that tells no features.
  static core::Result<Answer> run(Workbench& bench, const Question& question, Progress& progress);

  static bool is_sound(const Answer& answer) {
    return std::all_of(answer.pairs.begin(), answer.pairs.end(), [&](const core::Pair& pair) {
      return pair.first < answer.images && pair.second < answer.images;
    });
  }
};

template <class Fields>
void describe(Fields& f, FindClosePairs::Question& q) {
  f("in_features", q.in_features);
  f("pixels", q.pixels);
}

template <class Fields>
void describe(Fields& f, FindClosePairs::Answer& a) {
  f("images", a.images);
  f("pairs", a.pairs);
}

}  // namespace atelier::app
