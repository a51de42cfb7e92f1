// SPDX-License-Identifier: MIT
// tests/support/evaluating.hpp: the program with test images, asked to answer them all.
#pragma once

#include <cstdint>
#include <vector>

#include "tests/support/fakes.hpp"

namespace atelier::test {

// Twelve images, labelled 0 to 9, 0 and 1.
struct Evaluating : Program {
  static constexpr app::EngineKind kOwn = app::EngineKind::kAtelierNn;

  Evaluating() {
    load_model();
    load_test_set(12);
  }
  app::Token token() { return evaluator.started.back().token; }
  // Answers to images first, first + 1, ...
  void answers(std::uint32_t first, const std::vector<std::uint8_t>& labels, float lead = 9) {
    std::vector<float> logits;
    for (const std::uint8_t label : labels) {
      const auto row = logits_for(label, lead);
      logits.insert(logits.end(), row.begin(), row.end());
    }
    send(app::EvaluationLogits{token(), first, logits});
  }
  void finish(std::uint32_t workers = 2) { send(app::EvaluationDone{token(), workers}); }
  // From beginning to end, all twelve; returns its token.
  app::Token evaluate(const std::vector<std::uint8_t>& labels, app::EngineKind engine = kOwn,
                      float lead = 9) {
    act(app::Evaluate{engine});
    answers(0, labels, lead);
    finish();
    return token();
  }
  const app::Evaluation& shown() { return *app::shown_evaluation(state); }
};

}  // namespace atelier::test
