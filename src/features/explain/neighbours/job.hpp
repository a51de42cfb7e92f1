// SPDX-License-Identifier: MIT
// features/explain/neighbours/job.hpp: finds the training images that lie closest to another one,
// in what the network makes of them: about as much work as two answers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "app/job.hpp"
#include "core/neighbour_index.hpp"

namespace atelier::core {

template <class Fields>
void describe(Fields& f, Neighbour& n) {
  f("number", n.number);
  f("label", n.label);
  f("degrees", n.degrees);
  f("piece", n.piece);
  f("place", n.place);
}

}  // namespace atelier::core

namespace atelier::app {

inline constexpr std::size_t kNeighbourCount = 8;

struct FindNeighbours {
  static constexpr std::string_view kName = "find-neighbours";
  struct Question {
    Picture picture{};
  };
  struct Answer {
    std::vector<core::Neighbour> nearest;  // the closest first
    double elapsed_ms{};                   // of the network and the search
  };
  // On the bench lies what the network makes of the training images; or else kModelUnusable.
  static core::Result<Answer> run(Workbench& bench, const Question& question, Progress& progress);
};

template <class Fields>
void describe(Fields& f, FindNeighbours::Question& q) {
  f("picture", q.picture);
}

template <class Fields>
void describe(Fields& f, FindNeighbours::Answer& a) {
  f("nearest", a.nearest);
  f("elapsed_ms", a.elapsed_ms);
}

}  // namespace atelier::app
