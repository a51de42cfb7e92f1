// SPDX-License-Identifier: MIT
// Why: these are the numbers that people quote.
#include "app/report.hpp"

#include <catch_amalgamated.hpp>

#include <limits>
#include <string>
#include <vector>

#include "core/dataset.hpp"

using atelier::app::report_json;
using atelier::core::DatasetView;

namespace {

// Three images, all black, with the labels 0, 1 and 2.
struct ThreeImages {
  std::vector<std::uint8_t> pixels = std::vector<std::uint8_t>(3 * 784);
  std::vector<std::uint8_t> labels{0, 1, 2};
  [[nodiscard]] DatasetView view() const { return {pixels, labels}; }
};

// Logits that give `label` the probability p/(p + 9q) with p = e^lead, q = 1.
void append_logits(std::vector<float>& logits, std::size_t label, float lead) {
  const std::size_t first = logits.size();
  logits.resize(first + 10);
  logits[first + label] = lead;
}

}  // namespace

TEST_CASE("a report counts right answers and mistakes by label and answer", "[app][report]") {
  const ThreeImages images;
  std::vector<float> logits;
  append_logits(logits, 0, 50);
  append_logits(logits, 1, 50);
  append_logits(logits, 7, 2);
  const auto report = report_json(images.view(), logits, 2.0F);
  REQUIRE(report);
  CHECK(report->starts_with(R"({"count":3,"correct":2,"accuracy":0.666666666)"));
  CHECK(report->find(R"("confusion":[[1,0,0,0,0,0,0,0,0,0],[0,1,0,0,0,0,0,0,0,0],)"
                     R"([0,0,0,0,0,0,0,1,0,0],)") != std::string::npos);
  // At temperature 2 the third answer gives its label 1 / (9 + e): a loss of ln(9 + e), and the
  // first two next to none. In its bin of the confidence e / (9 + e) = 0.232 nothing is right.
  CHECK(report->find(R"("log_loss":0.8203)") != std::string::npos);
  CHECK(report->find(R"("ece":0.0773)") != std::string::npos);
}

TEST_CASE("there is no report on images without labels or logits that are no numbers",
          "[app][report]") {
  ThreeImages images;
  std::vector<float> logits(30);
  logits[13] = std::numeric_limits<float>::quiet_NaN();
  CHECK(!report_json(images.view(), logits, 1.0F));
  logits[13] = 0;
  CHECK(report_json(images.view(), logits, 1.0F));
  images.labels.pop_back();
  CHECK(!report_json(images.view(), logits, 1.0F));
}
