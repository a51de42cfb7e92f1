// SPDX-License-Identifier: MIT
// Why: a visitor compares the report's numbers with those of their own notebook, and there they are
// scikit-learn's and SciPy's. tests/core/record_metrics.py has written these down.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/mcnemar.hpp"
#include "core/metrics.hpp"
#include "core/risk_coverage.hpp"
#include "tests/support/recorded.hpp"

using namespace atelier::core;
using Catch::Approx;

namespace {

struct Recorded {
  std::map<std::string, std::vector<float>> numbers = atelier::test::read_recorded("metrics.txt");
  Metrics metrics;
  std::vector<JudgedAnswer> judged;

  Recorded() {
    for (std::size_t k = 0; k < numbers["labels"].size(); ++k) {
      std::array<float, kClassCount> row{};
      std::copy_n(&numbers["probabilities"][k * kClassCount], kClassCount, row.begin());
      const auto label = static_cast<std::uint8_t>(numbers["labels"][k]);
      metrics.add(label, row);
      const auto best = std::max_element(row.begin(), row.end());
      judged.push_back({*best, best - row.begin() == label});
    }
  }
  Approx number(const std::string& name, std::size_t at = 0) {
    return Approx(static_cast<double>(numbers.at(name).at(at))).epsilon(1e-5);
  }
};

}  // namespace

TEST_CASE("measures of all answers are scikit-learn's", "[core][metrics][recorded]") {
  Recorded recorded;
  const Metrics& metrics = recorded.metrics;
  CHECK(metrics.count() == 150);
  CHECK(metrics.accuracy() == recorded.number("accuracy"));
  CHECK(metrics.top2_accuracy() == recorded.number("top2"));
  CHECK(metrics.log_loss() == recorded.number("log_loss"));
  CHECK(metrics.macro_f1() == recorded.number("macro_f1"));
  CHECK(metrics.calibration_error() == recorded.number("calibration_error"));
}

TEST_CASE("measures of each class are scikit-learn's", "[core][metrics][recorded]") {
  Recorded recorded;
  for (std::uint8_t label = 0; label < kClassCount; ++label) {
    const Metrics::ClassScore score = recorded.metrics.class_score(label);
    CHECK(score.precision == recorded.number("precision", label));
    CHECK(score.recall == recorded.number("recall", label));
    CHECK(score.f1 == recorded.number("f1", label));
    for (std::size_t answer = 0; answer < kClassCount; ++answer) {
      const auto count = static_cast<double>(recorded.metrics.confusion()[label][answer]);
      CHECK(count == recorded.number("confusion", label * kClassCount + answer));
    }
  }
}

TEST_CASE("the bins of the reliability diagram hold every answer once", "[core][metrics]") {
  Recorded recorded;
  std::size_t count = 0;
  std::size_t correct = 0;
  for (std::size_t k = 0; k < Metrics::kBins; ++k) {
    const Metrics::Bin& bin = recorded.metrics.bins()[k];
    count += bin.count;
    correct += bin.correct;
    if (bin.count == 0) continue;
    const double mean = bin.confidence / static_cast<double>(bin.count);
    CHECK(mean > static_cast<double>(k) / Metrics::kBins);
    CHECK(mean <= static_cast<double>(k + 1) / Metrics::kBins);
  }
  CHECK(count == 150);
  CHECK(correct == recorded.metrics.correct());
}

TEST_CASE("the more confident share has the recorded error rate", "[core][metrics][recorded]") {
  Recorded recorded;
  const auto risks = risk_coverage(recorded.judged, 20);
  REQUIRE(risks.size() == 20);
  for (std::size_t k = 0; k < 20; ++k) {
    CHECK(static_cast<double>(risks[k]) == recorded.number("risks", k));
  }
  CHECK(risk_coverage({}, 20).empty());
}

TEST_CASE("with fewer answers than steps a step is a whole answer at least", "[core][metrics]") {
  const auto risks = risk_coverage({{0.5F, false}, {0.9F, true}}, 4);
  CHECK(risks == std::vector<float>{0, 0, 0.5F, 0.5F});
}

TEST_CASE("McNemar's p is SciPy's, exact for few images and by chi-square for many",
          "[core][mcnemar][recorded]") {
  Recorded recorded;
  const auto& counts = recorded.numbers["mcnemar_counts"];
  REQUIRE(counts.size() == 16);
  for (std::size_t k = 0; k < counts.size() / 2; ++k) {
    const auto first = static_cast<std::size_t>(counts[2 * k]);
    const auto second = static_cast<std::size_t>(counts[2 * k + 1]);
    CAPTURE(first, second);
    const McNemar test = mcnemar(first, second);
    CHECK(test.exact == (first + second < 25));
    CHECK(test.p_value == recorded.number("mcnemar_p", k));
    CHECK(mcnemar(second, first).p_value == test.p_value);
  }
  CHECK(mcnemar(0, 0).p_value == 1);
}
