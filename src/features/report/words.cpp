// SPDX-License-Identifier: MIT
#include "features/report/words.hpp"

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string tenths_of_percent(double share) {
  return say("number.percent", {{"number", decimals(100 * share, 1)}});
}

std::string p_words(double p_value) {
  return p_value < 0.0001 ? say("compare.p-below", {{"limit", decimals(0.0001, 4)}})
                          : say("compare.p", {{"number", decimals(p_value, 4)}});
}

}  // namespace

std::string section_title(ReportSection section) {
  switch (section) {
    case ReportSection::kOverview:
      return say("report.overview");
    case ReportSection::kCalibration:
      return say("report.calibration");
    case ReportSection::kMistakes:
      return say("report.mistakes");
    case ReportSection::kDuplicates:
      return say("report.duplicates");
    case ReportSection::kCompare:
      return say("report.compare");
  }
  return "";
}

std::string cell_words(const State& state, const Evaluation& evaluation, const Cell& cell) {
  const std::string& label = label_names(state)[cell.label];
  const std::size_t count = evaluation.metrics.confusion()[cell.label][cell.answer];
  if (cell.label == cell.answer) {
    return say("confusion.named-right", {{"label", label}, {"count", count}});
  }
  return say("confusion.taken-for",
             {{"label", label},
              {"answer", answer_names(state, evaluation.model_id)[cell.answer]},
              {"count", count}});
}

std::string evaluation_title(const Evaluation& evaluation) {
  const bool own = evaluation.engine == EngineKind::kAtelierNn;
  return say("evaluation.title", {{"model", evaluation.model_id}, {"engine", own ? "own" : "ort"}});
}

std::string bin_words(const core::Metrics& metrics, std::size_t bin) {
  constexpr auto kBins = core::Metrics::kBins;
  const core::Metrics::Bin& content = metrics.bins()[bin];
  std::string text = say("calibration.bin", {{"from", decimals(100 * share(bin, kBins), 0)},
                                             {"to", decimals(100 * share(bin + 1, kBins), 0)},
                                             {"count", content.count}});
  if (content.count == 0) return text;
  const double sure = content.confidence / static_cast<double>(content.count);
  return say("calibration.bin-right",
             {{"bin", text},
              {"right", tenths_of_percent(share(content.correct, content.count))},
              {"sure", tenths_of_percent(sure)}});
}

std::string tally_words(const Evaluation::Tally& tally, std::size_t count) {
  return say("risk.tally", {{"count", tally.count},
                            {"share", tenths_of_percent(share(tally.count, count))},
                            {"wrong", exact_percent(share(tally.wrong, tally.count))}});
}

Evaluation::Tally operator+(const Evaluation::Tally& a, const Evaluation::Tally& b) {
  return {a.count + b.count, a.wrong + b.wrong};
}

std::string comparison_words(const Comparison& comparison) {
  const std::size_t differing = comparison.only_first.size() + comparison.only_second.size();
  if (differing == 0) return say("compare.same");
  const core::McNemar& test = comparison.test;
  return say("compare.verdict", {{"verdict", test.p_value < 0.05 ? "more" : "chance"},
                                 {"p", p_words(test.p_value)},
                                 {"test", test.exact ? "exact" : "corrected"},
                                 {"count", differing}});
}

std::string votes_words(const LabelVotes& votes) {
  if (votes.by_image.empty()) return say("votes.none");
  return say("votes.count", {{"count", votes.by_image.size()}, {"kept", votes.kept}});
}

}  // namespace atelier::app
