// SPDX-License-Identifier: MIT
#include <cmath>

#include "app/say.hpp"
#include "features/answer/words.hpp"
#include "features/data/outline.hpp"
#include "features/report/outline_sections.hpp"
#include "features/report/published_results.hpp"
#include "features/report/words.hpp"

namespace atelier::app::report {
namespace {

void outline_figures(Outline& out, const core::Metrics& metrics) {
  const core::Interval interval = core::wilson_interval(metrics.correct(), metrics.count());
  out.table("text-figures", say("text.figures"))
      .row({say("report.accuracy"), exact_percent(metrics.accuracy())})
      .row({say("text.interval"), say("text.from-to", {{"least", exact_percent(interval.low)},
                                                       {"most", exact_percent(interval.high)}})})
      .row({say("text.top-two"), exact_percent(metrics.top2_accuracy())})
      .row({say("report.macro-f1"), decimals(metrics.macro_f1(), 4)})
      .row({say("text.log-loss"), decimals(metrics.log_loss(), 4)})
      .row({say("report.calibration-error"), decimals(metrics.calibration_error(), 4)});
}

void outline_matrix(Outline& out, const State& state, const Evaluation& evaluation) {
  const ClassNames& answers = answer_names(state, evaluation.model_id);
  std::vector<std::string> columns = {say("text.label")};
  columns.insert(columns.end(), answers.begin(), answers.end());
  Node& table = out.table("text-confusion", say("text.confusion"), std::move(columns));
  for (std::size_t label = 0; label < core::kClassCount; ++label) {
    std::vector<TableCell> row = {label_names(state)[label]};
    for (const std::size_t count : evaluation.metrics.confusion()[label]) {
      row.emplace_back(std::to_string(count));
    }
    table.row(std::move(row));
  }
}

// A cell of the matrix is chosen by its two classes.
void outline_cell(Outline& out, const State& state, const Evaluation& evaluation) {
  const Report& report = state.report;
  const Cell cell = report.cell.value_or(Cell{});
  Node& label = out.choice("cell-label", say("text.cell-label"),
                           report.cell ? std::optional(cell.label) : std::nullopt);
  label.action = "\"$value\"";
  if (report.cell)
    label.value = ActionText("cell").with("label", cell.label).with("answer", cell.answer).json();
  else
    label.value = ActionText("cell").with("label", nullptr).json();
  label.option({say("text.not-asked"), ActionText("cell").with("label", nullptr).json()});
  for (std::uint8_t k = 0; k < core::kClassCount; ++k) {
    label.option(
        {label_names(state)[k],
         ActionText("cell").with("label", k).with("answer", report.cell ? cell.answer : k).json()});
  }
  if (!report.cell) return;
  Node& answer = out.choice("cell-answer", say("text.cell-answer"), cell.answer,
                            ActionText("cell").with("label", cell.label).place("answer"));
  for (std::uint8_t k = 0; k < core::kClassCount; ++k) {
    answer.option(OutlineOption::of(answer_names(state, evaluation.model_id)[k], k));
  }
  const data::ImagePage page = data::outline_page(out, state, "cell", report.cell_images);
  Node& table = out.table("cell-images", cell_words(state, evaluation, cell),
                          {say("text.image"), say("filter.confidence")});
  for (std::size_t k = page.first; k < page.last; ++k) {
    const std::uint32_t index = report.cell_images[k];
    table.row({[&](Outline& in) {
                 in.button("cell-image-" + std::to_string(index),
                           say("explore.image", {{"index", index}}), data::open_in_draw(index));
               },
               percent(evaluation.answers[index].confidence)});
  }
}

void outline_classes(Outline& out, const State& state, const Evaluation& evaluation) {
  const ClassNames& answers = answer_names(state, evaluation.model_id);
  Node& table = out.table("text-classes", say("classes.title"),
                          {say("filter.class"), say("classes.precision"), say("classes.recall"),
                           say("classes.f1"), say("text.images"), say("text.most-taken-for")});
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const auto score = evaluation.metrics.class_score(label);
    table.row({label_names(state)[label], exact_percent(score.precision),
               exact_percent(score.recall), exact_percent(score.f1), grouped(score.support),
               score.taken_for
                   ? say("classes.taken-for-count",
                         {{"name", answers[*score.taken_for]}, {"count", score.taken_count}})
                   : say("text.no-label")});
  }
}

void outline_published(Outline& out, const Evaluation& evaluation) {
  const double accuracy = evaluation.metrics.accuracy();
  const Neighbourhood near = nearest_published(accuracy);
  Node& table = out.table("published", say("scale.title"),
                          {say("text.result"), say("report.accuracy"), say("text.source")});
  const auto add = [&](const PublishedResult& result) {
    table.row({result.name, exact_percent(result.accuracy), result.source});
  };
  for (const PublishedResult& each : near.better) add(each);
  table.row({evaluation_title(evaluation), exact_percent(accuracy), say("text.this-page")}, true);
  for (const PublishedResult& each : near.others) add(each);
  add(kHumanLevel);
}

}  // namespace

void outline_overview(Outline& out, const State& state, const Evaluation& evaluation) {
  outline_figures(out, evaluation.metrics);
  outline_matrix(out, state, evaluation);
  outline_cell(out, state, evaluation);
  outline_classes(out, state, evaluation);
  outline_published(out, evaluation);
  if (state.report.running) return;
  out.subheading("take-with-you", say("export.title"));
  out.button("save-answers", say("export.csv"), ActionText("save").with("what", "answers-csv"));
  out.button("save-report", say("export.json"), ActionText("save").with("what", "report-json"));
}

void outline_calibration(Outline& out, const Evaluation& evaluation) {
  const core::Metrics& after = evaluation.metrics;
  const core::Metrics& before = evaluation.uncalibrated;
  out.table("calibration-figures", say("text.calibration"),
            {"", say("calibration.after"), say("calibration.before")})
      .row({say("text.calibration-error"), decimals(after.calibration_error(), 4),
            decimals(before.calibration_error(), 4)})
      .row({say("text.log-loss"), decimals(after.log_loss(), 4), decimals(before.log_loss(), 4)})
      .row({say("temperature.title"), decimals(double{evaluation.temperature}, 4), "1"});
  const auto reliability = [&](const char* key, const std::string& caption,
                               const core::Metrics& metrics) {
    Node& table = out.table(
        key, caption,
        {say("text.how-sure"), say("text.images"), say("text.right"), say("text.sure-on-average")});
    for (std::size_t bin = 0; bin < core::Metrics::kBins; ++bin) {
      const core::Metrics::Bin& in = metrics.bins()[bin];
      if (in.count == 0) continue;
      const auto count = static_cast<double>(in.count);
      const auto edge = [](std::size_t k) {
        return decimals(100.0 * static_cast<double>(k) / core::Metrics::kBins, 0);
      };
      table.row({say("text.bin", {{"least", edge(bin)}, {"most", edge(bin + 1)}}),
                 grouped(in.count),
                 say("number.percent",
                     {{"number", decimals(100 * static_cast<double>(in.correct) / count, 1)}}),
                 say("number.percent", {{"number", decimals(100 * in.confidence / count, 1)}})});
    }
  };
  reliability("reliability-after", say("text.reliability-after"), after);
  reliability("reliability-before", say("text.reliability-before"), before);
  out.subheading("decline", say("risk.title"));
  if (evaluation.risks.empty()) return out.line("decline-later", say("report.when-done"));
  const std::size_t count = after.count();
  const Evaluation::Tally& answer = evaluation.of(core::Verdict::kAnswer);
  const Evaluation::Tally both = answer + evaluation.of(core::Verdict::kUnsure);
  out.table("decline-verdicts", say("text.by-verdicts"))
      .row({say("risk.answer"), tally_words(answer, count)})
      .row({say("risk.unsure"), tally_words(both, count)})
      .row({say("risk.all"), tally_words({count, count - after.correct()}, count)});
  Node& table =
      out.table("decline-curve", say("text.risk"), {say("text.share-answered"), say("risk.y")});
  for (std::size_t tenth = 1; tenth <= 10; ++tenth) {
    table.row({say("number.percent", {{"number", std::to_string(10 * tenth)}}),
               exact_percent(double{evaluation.risks[tenth * evaluation.risks.size() / 10 - 1]})});
  }
}

}  // namespace atelier::app::report
