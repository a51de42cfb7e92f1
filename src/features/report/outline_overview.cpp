// SPDX-License-Identifier: MIT
#include <cmath>

#include "features/answer/words.hpp"
#include "features/data/outline.hpp"
#include "features/report/outline_sections.hpp"
#include "features/report/published_results.hpp"
#include "features/report/words.hpp"

namespace atelier::app::report {
namespace {

void outline_figures(Outline& out, const core::Metrics& metrics) {
  const core::Interval interval = core::wilson_interval(metrics.correct(), metrics.count());
  out.table("text-figures", "How good it is")
      .row({"Accuracy", exact_percent(metrics.accuracy())})
      .row({"95 % interval", exact_percent(interval.low) + " to " + exact_percent(interval.high)})
      .row({"Right answer among the first two", exact_percent(metrics.top2_accuracy())})
      .row({"Macro F1", decimals(metrics.macro_f1(), 4)})
      .row({"Log loss, nats", decimals(metrics.log_loss(), 4)})
      .row({"Calibration error", decimals(metrics.calibration_error(), 4)});
}

void outline_matrix(Outline& out, const State& state, const Evaluation& evaluation) {
  const ClassNames& answers = answer_names(state, evaluation.model_id);
  std::vector<std::string> columns = {"Label"};
  columns.insert(columns.end(), answers.begin(), answers.end());
  Node& table = out.table("text-confusion",
                          "Confusion matrix: rows are labels, columns what the network answers",
                          std::move(columns));
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
  Node& label = out.choice("cell-label", "Images that are labelled",
                           report.cell ? std::optional(cell.label) : std::nullopt);
  label.action = "\"$value\"";
  if (report.cell)
    label.value = ActionText("cell").with("label", cell.label).with("answer", cell.answer).json();
  else
    label.value = ActionText("cell").with("label", nullptr).json();
  label.option({"Not asked", ActionText("cell").with("label", nullptr).json()});
  for (std::uint8_t k = 0; k < core::kClassCount; ++k) {
    label.option(
        {label_names(state)[k],
         ActionText("cell").with("label", k).with("answer", report.cell ? cell.answer : k).json()});
  }
  if (!report.cell) return;
  Node& answer = out.choice("cell-answer", "And answered as", cell.answer,
                            ActionText("cell").with("label", cell.label).place("answer"));
  for (std::uint8_t k = 0; k < core::kClassCount; ++k) {
    answer.option(OutlineOption::of(answer_names(state, evaluation.model_id)[k], k));
  }
  const data::ImagePage page = data::outline_page(out, state, "cell", report.cell_images);
  Node& table =
      out.table("cell-images", cell_words(state, evaluation, cell), {"Image", "Confidence"});
  for (std::size_t k = page.first; k < page.last; ++k) {
    const std::uint32_t index = report.cell_images[k];
    table.row({[&](Outline& in) {
                 in.button("cell-image-" + std::to_string(index), "Image " + grouped(index),
                           data::open_in_draw(index));
               },
               percent(evaluation.answers[index].confidence)});
  }
}

void outline_classes(Outline& out, const State& state, const Evaluation& evaluation) {
  const ClassNames& answers = answer_names(state, evaluation.model_id);
  Node& table = out.table("text-classes", "Class by class",
                          {"Class", "Precision", "Recall", "F1", "Images", "Most taken for"});
  for (std::uint8_t label = 0; label < core::kClassCount; ++label) {
    const auto score = evaluation.metrics.class_score(label);
    table.row({label_names(state)[label], exact_percent(score.precision),
               exact_percent(score.recall), exact_percent(score.f1), grouped(score.support),
               score.taken_for ? answers[*score.taken_for] + " (" + grouped(score.taken_count) + ")"
                               : std::string("none")});
  }
}

void outline_published(Outline& out, const Evaluation& evaluation) {
  const double accuracy = evaluation.metrics.accuracy();
  const Neighbourhood near = nearest_published(accuracy);
  Node& table = out.table("published", "Beside people and published results",
                          {"Result", "Accuracy", "Source"});
  const auto add = [&](const PublishedResult& result) {
    table.row({result.name, exact_percent(result.accuracy), result.source});
  };
  for (const PublishedResult& each : near.better) add(each);
  table.row({evaluation_title(evaluation), exact_percent(accuracy), "this page"}, true);
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
  out.subheading("take-with-you", "Take it with you");
  out.button("save-answers", "Answers, CSV", ActionText("save").with("what", "answers-csv"));
  out.button("save-report", "Report, JSON", ActionText("save").with("what", "report-json"));
}

void outline_calibration(Outline& out, const Evaluation& evaluation) {
  const core::Metrics& after = evaluation.metrics;
  const core::Metrics& before = evaluation.uncalibrated;
  out.table("calibration-figures", "How true its percentages are",
            {"", "After temperature", "Before"})
      .row({"Calibration error, 15 bins", decimals(after.calibration_error(), 4),
            decimals(before.calibration_error(), 4)})
      .row({"Log loss, nats", decimals(after.log_loss(), 4), decimals(before.log_loss(), 4)})
      .row({"Temperature", decimals(double{evaluation.temperature}, 4), "1"});
  const auto reliability = [&](const char* key, const char* caption, const core::Metrics& metrics) {
    Node& table = out.table(key, caption, {"How sure", "Images", "Right", "Sure on average"});
    for (std::size_t bin = 0; bin < core::Metrics::kBins; ++bin) {
      const core::Metrics::Bin& in = metrics.bins()[bin];
      if (in.count == 0) continue;
      const auto count = static_cast<double>(in.count);
      const auto edge = [](std::size_t k) {
        return decimals(100.0 * static_cast<double>(k) / core::Metrics::kBins, 0);
      };
      table.row({edge(bin) + " to " + edge(bin + 1) + " %", grouped(in.count),
                 decimals(100 * static_cast<double>(in.correct) / count, 1) + " %",
                 decimals(100 * in.confidence / count, 1) + " %"});
    }
  };
  reliability("reliability-after", "Reliability after temperature", after);
  reliability("reliability-before", "Reliability before", before);
  out.subheading("decline", "If it may decline to answer");
  if (evaluation.risks.empty()) return out.line("decline-later", "When all images are answered");
  const std::size_t count = after.count();
  const Evaluation::Tally& answer = evaluation.of(core::Verdict::kAnswer);
  const Evaluation::Tally both = answer + evaluation.of(core::Verdict::kUnsure);
  out.table("decline-verdicts", "By its verdicts")
      .row({"Verdict \xE2\x80\x9C"
            "answer\xE2\x80\x9D alone",
            tally_words(answer, count)})
      .row({"\xE2\x80\x9C"
            "answer\xE2\x80\x9D and \xE2\x80\x9Cunsure\xE2\x80\x9D",
            tally_words(both, count)})
      .row({"All, also what it finds unfamiliar",
            tally_words({count, count - after.correct()}, count)});
  Node& table = out.table("decline-curve", "Wrong answers among the most confident share",
                          {"Share answered", "Wrong among them"});
  for (std::size_t tenth = 1; tenth <= 10; ++tenth) {
    table.row({std::to_string(10 * tenth) + " %",
               exact_percent(double{evaluation.risks[tenth * evaluation.risks.size() / 10 - 1]})});
  }
}

}  // namespace atelier::app::report
