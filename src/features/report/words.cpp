// SPDX-License-Identifier: MIT
#include "features/report/words.hpp"

#include "features/answer/words.hpp"

namespace atelier::app {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string tenths_of_percent(double share) { return decimals(100 * share, 1) + " %"; }

std::string p_words(double p_value) {
  return p_value < 0.0001 ? "p < 0.0001" : "p = " + decimals(p_value, 4);
}

}  // namespace

std::string section_title(ReportSection section) {
  switch (section) {
    case ReportSection::kOverview:
      return "Overview";
    case ReportSection::kCalibration:
      return "Calibration";
    case ReportSection::kMistakes:
      return "Mistakes";
    case ReportSection::kDuplicates:
      return "Duplicates";
    case ReportSection::kCompare:
      return "Compare";
  }
  return "";
}

std::string cell_words(const State& state, const Evaluation& evaluation, const Cell& cell) {
  const std::string& label = label_names(state)[cell.label];
  const std::size_t count = evaluation.metrics.confusion()[cell.label][cell.answer];
  const std::string images = images_words(count);
  if (cell.label == cell.answer) return label + ", named right: " + images;
  return label + ", taken for " + answer_names(state, evaluation.model_id)[cell.answer] + ": " +
         images;
}

std::string evaluation_title(const Evaluation& evaluation) {
  return evaluation.model_id +
         (evaluation.engine == EngineKind::kAtelierNn ? ", own engine" : ", ONNX Runtime");
}

std::string bin_words(const core::Metrics& metrics, std::size_t bin) {
  constexpr auto kBins = core::Metrics::kBins;
  const core::Metrics::Bin& content = metrics.bins()[bin];
  std::string text = decimals(100 * share(bin, kBins), 0) + " to " +
                     decimals(100 * share(bin + 1, kBins), 0) +
                     " % sure: " + images_words(content.count);
  if (content.count == 0) return text;
  const double sure = content.confidence / static_cast<double>(content.count);
  return text + ", " + tenths_of_percent(share(content.correct, content.count)) + " right, " +
         tenths_of_percent(sure) + " sure on average";
}

std::string tally_words(const Evaluation::Tally& tally, std::size_t count) {
  return images_words(tally.count) + " (" + tenths_of_percent(share(tally.count, count)) + "), " +
         exact_percent(share(tally.wrong, tally.count)) + " of them wrong";
}

Evaluation::Tally operator+(const Evaluation::Tally& a, const Evaluation::Tally& b) {
  return {a.count + b.count, a.wrong + b.wrong};
}

std::string comparison_words(const Comparison& comparison) {
  const std::size_t differing = comparison.only_first.size() + comparison.only_second.size();
  if (differing == 0) return "Both are right about exactly the same images.";
  const core::McNemar& test = comparison.test;
  const std::string verdict = test.p_value < 0.05 ? "The difference is more than chance would make"
                                                  : "Chance alone could make such a difference";
  return verdict + " (" + p_words(test.p_value) + ", McNemar's " +
         (test.exact ? "exact test" : "test with continuity correction") + " on the " +
         images_words(differing) + " that one of them alone has right).";
}

std::string votes_words(const LabelVotes& votes) {
  if (votes.by_image.empty()) return "No votes yet";
  const std::size_t count = votes.by_image.size();
  const std::string text = grouped(count) + (count == 1 ? " vote" : " votes");
  return text + (votes.kept ? ", kept in this browser" : ", for this visit alone");
}

}  // namespace atelier::app
