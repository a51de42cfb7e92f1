// SPDX-License-Identifier: MIT
// features/answer/job.hpp: what our own engine answers to each of several images.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/job.hpp"

namespace atelier::app {

struct ClassifyImages {
  static constexpr std::string_view kName = "classify-images";
  struct Question {
    std::vector<std::uint8_t> pixels;  // 784 an image
  };
  struct Answer {
    std::vector<float> logits;  // ten an image
  };
  static core::Result<Answer> run(Workbench& bench, const Question& question, Progress& progress);
};

template <class Fields>
void describe(Fields& f, ClassifyImages::Question& q) {
  f("pixels", q.pixels);
}

template <class Fields>
void describe(Fields& f, ClassifyImages::Answer& a) {
  f("logits", a.logits);
}

}  // namespace atelier::app
