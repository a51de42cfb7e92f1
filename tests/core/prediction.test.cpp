// SPDX-License-Identifier: MIT
// Why: the numbers and the verdict that a visitor reads. They must be right for every logit that a
// network can put out, and an honest error for what is none.
#include "core/prediction.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

#include "tests/core/naive.hpp"
#include "tests/support/results.hpp"

using atelier::core::at_temperature;
using atelier::core::ClassScores;
using atelier::core::energy;
using atelier::core::ErrorCode;
using atelier::core::judge;
using atelier::core::Prediction;
using atelier::core::ranking;
using atelier::core::softmax;
using atelier::core::Verdict;
using atelier::core::VerdictThresholds;
using atelier::test::error_of;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

ClassScores random_logits(naive::Random& random, float range) {
  ClassScores logits{};
  for (float& logit : logits) logit = random.between(-range, range);
  return logits;
}

// Logits whose softmax at temperature 1 has these two first, and the rest shared by the others.
ClassScores logits_for(double best, double second) {
  ClassScores logits{};
  logits.fill(static_cast<float>(std::log((1.0 - best - second) / 8.0)));
  logits[4] = static_cast<float>(std::log(best));
  logits[6] = static_cast<float>(std::log(second));
  return logits;
}

Verdict verdict_of(const ClassScores& logits, const VerdictThresholds& thresholds = {},
                   bool blank = false) {
  const auto prediction = judge(logits, 1.0F, thresholds, blank);
  REQUIRE(prediction);
  return prediction.value().verdict;
}

}  // namespace

TEST_CASE("softmax and energy are what their formulas say", "[core][prediction]") {
  naive::Random random(50);
  for (int round = 0; round < 300; ++round) {
    const ClassScores logits = random_logits(random, 30.0F);
    const float temperature = random.between(0.3F, 4.0F);
    long double sum = 0.0L;
    for (const float logit : logits) sum += std::exp(static_cast<long double>(logit) / temperature);
    const ClassScores probabilities = softmax(logits, temperature);
    for (std::size_t i = 0; i < logits.size(); ++i) {
      const long double expected =
          std::exp(static_cast<long double>(logits[i]) / temperature) / sum;
      CHECK(probabilities[i] ==
            Catch::Approx(static_cast<double>(expected)).epsilon(1e-6).margin(1e-30));
    }
    CHECK(std::accumulate(probabilities.begin(), probabilities.end(), 0.0) ==
          Catch::Approx(1.0).epsilon(1e-6));
    const long double expected_energy = -temperature * std::log(sum);
    CHECK(energy(logits, temperature) ==
          Catch::Approx(static_cast<double>(expected_energy)).epsilon(1e-6).margin(1e-5));
  }
}

TEST_CASE("softmax and energy survive the largest logits there are", "[core][prediction]") {
  constexpr float kLargest = std::numeric_limits<float>::max();
  ClassScores logits{};
  logits.fill(-kLargest);
  logits[2] = kLargest;
  for (const float temperature : {0.01F, 1.0F, 100.0F}) {
    const ClassScores probabilities = softmax(logits, temperature);
    CHECK(probabilities[2] == 1.0F);
    CHECK(probabilities[3] == 0.0F);
    CHECK(energy(logits, temperature) == -kLargest);
  }
  logits.fill(1000.0F);
  CHECK(softmax(logits, 0.5F)[9] == Catch::Approx(0.1));
  CHECK(energy(logits, 1.0F) == Catch::Approx(-1000.0 - std::log(10.0)));
}

TEST_CASE("a lower temperature is surer and a higher one less so, of the same class",
          "[core][prediction]") {
  naive::Random random(51);
  for (int round = 0; round < 50; ++round) {
    const ClassScores logits = random_logits(random, 8.0F);
    const auto best = static_cast<std::size_t>(ranking(logits)[0]);
    CHECK(softmax(logits, 0.5F)[best] >= softmax(logits, 1.0F)[best]);
    CHECK(softmax(logits, 1.0F)[best] >= softmax(logits, 2.0F)[best]);
    CHECK(ranking(softmax(logits, 2.0F))[0] == ranking(logits)[0]);
  }
}

TEST_CASE("the ranking goes from the highest score down, equal ones by label",
          "[core][prediction]") {
  const ClassScores scores = {0.1F, 0.3F, 0.0F, 0.3F, 0.05F, 0.0F, 0.2F, 0.0F, 0.05F, 0.0F};
  CHECK(ranking(scores) == std::array<int, 10>{1, 3, 6, 0, 4, 8, 2, 5, 7, 9});
}

TEST_CASE("a prediction holds the logits, their probabilities and the best label",
          "[core][prediction]") {
  naive::Random random(52);
  const ClassScores logits = random_logits(random, 5.0F);
  const auto result = judge(logits, 1.7F, {}, false);
  REQUIRE(result);
  const Prediction& prediction = result.value();
  CHECK(prediction.logits == logits);
  CHECK(prediction.probabilities == softmax(logits, 1.7F));
  CHECK(prediction.label ==
        std::distance(logits.begin(), std::max_element(logits.begin(), logits.end())));
}

TEST_CASE("it answers when one class is probable and well ahead", "[core][prediction]") {
  CHECK(verdict_of(logits_for(0.9, 0.05)) == Verdict::kAnswer);
  CHECK(verdict_of(logits_for(0.61, 0.3)) == Verdict::kAnswer);
}

TEST_CASE("it is unsure when the best is improbable or hardly ahead", "[core][prediction]") {
  CHECK(verdict_of(logits_for(0.59, 0.05)) == Verdict::kUnsure);
  VerdictThresholds thresholds;
  thresholds.unsure_probability = 0.3F;
  CHECK(verdict_of(logits_for(0.45, 0.31), thresholds) == Verdict::kUnsure);
  CHECK(verdict_of(logits_for(0.45, 0.29), thresholds) == Verdict::kAnswer);
}

TEST_CASE("it is unfamiliar above the model's energy, however sure it seems",
          "[core][prediction]") {
  const ClassScores logits = logits_for(0.99, 0.005);  // of energy 0, as they sum to 1
  VerdictThresholds thresholds;
  thresholds.unfamiliar_energy = 0.1F;
  CHECK(verdict_of(logits, thresholds) == Verdict::kAnswer);
  thresholds.unfamiliar_energy = -0.1F;
  CHECK(verdict_of(logits, thresholds) == Verdict::kUnfamiliar);
  // Unfamiliar comes before unsure: what is unlike everything is not "a coat or a shirt".
  CHECK(verdict_of(logits_for(0.3, 0.29), thresholds) == Verdict::kUnfamiliar);

  // The energy is taken at the model's temperature, as its threshold was.
  const float model_temperature = 1.3F;
  for (const bool above : {false, true}) {
    thresholds.unfamiliar_energy = energy(logits, model_temperature) + (above ? -0.01F : 0.01F);
    const auto prediction = judge(logits, model_temperature, thresholds, false);
    REQUIRE(prediction);
    CHECK(prediction.value().verdict == (above ? Verdict::kUnfamiliar : Verdict::kAnswer));
  }
}

TEST_CASE("at another temperature probabilities change, energy and order do not",
          "[core][prediction]") {
  naive::Random random(53);
  for (int round = 0; round < 50; ++round) {
    const ClassScores logits = random_logits(random, 6.0F);
    VerdictThresholds thresholds;
    thresholds.unfamiliar_energy = random.between(-8.0F, 0.0F);
    const bool blank = random.below(8) == 0;
    const auto judged = judge(logits, 1.3F, thresholds, blank);
    REQUIRE(judged);
    const float shown = random.between(0.25F, 8.0F);
    const Prediction changed = at_temperature(judged.value(), shown, 1.3F, thresholds);
    CHECK(changed.logits == logits);
    CHECK(changed.label == judged.value().label);
    CHECK(changed.probabilities == softmax(logits, shown));
    const Verdict before = judged.value().verdict;
    const bool apart = before == Verdict::kBlank || before == Verdict::kUnfamiliar;
    if (apart) {
      CHECK(changed.verdict == before);
    } else {
      // The usual rule, at the other temperature.
      VerdictThresholds familiar = thresholds;
      familiar.unfamiliar_energy = kInfinity;
      const auto fresh = judge(logits, shown, familiar, false);
      REQUIRE(fresh);
      CHECK(changed.verdict == fresh.value().verdict);
    }
    const Prediction back = at_temperature(changed, 1.3F, 1.3F, thresholds);
    CHECK(back.probabilities == judged.value().probabilities);
    CHECK(back.verdict == before);
  }
}

TEST_CASE("what is blank is blank before it is anything else", "[core][prediction]") {
  VerdictThresholds thresholds;
  thresholds.unfamiliar_energy = -100.0F;
  CHECK(verdict_of(logits_for(0.9, 0.05), thresholds, true) == Verdict::kBlank);
}

TEST_CASE("without a model's threshold nothing is unfamiliar", "[core][prediction]") {
  ClassScores logits{};
  logits.fill(-1e6F);
  logits[0] = -1e6F + 10.0F;
  CHECK(verdict_of(logits) == Verdict::kAnswer);
}

TEST_CASE("an engine that gives no ten numbers has failed", "[core][prediction]") {
  for (const std::size_t count : {std::size_t{0}, std::size_t{9}, std::size_t{11}}) {
    const std::vector<float> logits(count, 1.0F);
    CHECK(error_of(judge(logits, 1.0F, {}, false)) == ErrorCode::kEngineFailed);
  }
  for (const float bad : {std::numeric_limits<float>::quiet_NaN(), kInfinity, -kInfinity}) {
    ClassScores logits{};
    logits[7] = bad;
    const auto result = judge(logits, 1.0F, {}, false);
    REQUIRE(error_of(result) == ErrorCode::kEngineFailed);
    CHECK(result.error().detail.find('7') != std::string::npos);
    // Also a blank canvas does not excuse it.
    CHECK(error_of(judge(logits, 1.0F, {}, true)) == ErrorCode::kEngineFailed);
  }
}
