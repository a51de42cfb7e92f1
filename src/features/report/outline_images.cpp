// SPDX-License-Identifier: MIT
// The sections that list images: mistakes, duplicates, comparison.
#include <algorithm>
#include <cmath>

#include "app/names.hpp"
#include "features/answer/words.hpp"
#include "features/data/outline.hpp"
#include "features/report/close_images.hpp"
#include "features/report/outline_sections.hpp"
#include "features/report/words.hpp"

namespace atelier::app::report {
namespace {

std::string label_of(const State& state, std::uint32_t index) {
  const auto label = state.test_set.loader.view().label(index);
  return label ? label_names(state)[*label] : std::string();
}

// A cell with a button that opens the image in Draw.
TableCell opener(const std::string& key, std::uint32_t index) {
  return [&](Outline& cell) {
    cell.button(key + "-" + std::to_string(index), "Image " + grouped(index),
                data::open_in_draw(index));
  };
}

TableCell vote_cell(const State& state, std::uint32_t index) {
  return [&](Outline& cell) {
    const auto& votes = state.votes.by_image;
    const auto found = votes.find(index);
    std::optional<std::string_view> vote;
    if (found != votes.end()) vote = found->second == Vote::kAgree ? "agree" : "disagree";
    cell.choice("vote-" + std::to_string(index),
                "Your vote on the label of image " + grouped(index), vote,
                ActionText("vote").with("index", index).place("vote"))
        .option(OutlineOption::of("No vote", nullptr))
        .option(OutlineOption::of("Agree", "agree"))
        .option(OutlineOption::of("Disagree", "disagree"));
  };
}

void outline_list(Outline& out, const State& state, const Evaluation& evaluation,
                  const std::string& key, const std::string& caption,
                  const std::vector<std::uint32_t>& images, bool votes) {
  const data::ImagePage page = data::outline_page(out, state, key, images);
  std::vector<std::string> columns = {"Image", "Label", "Answer", "Confidence", "Loss"};
  if (votes) columns.emplace_back("The label is right");
  Node& table = out.table(key + "-list", caption, std::move(columns));
  for (std::size_t k = page.first; k < page.last; ++k) {
    const std::uint32_t index = images[k];
    const Evaluation::ImageAnswer& answer = evaluation.answers[index];
    std::vector<TableCell> row = {opener(key, index), label_of(state, index),
                                  answer_names(state, evaluation.model_id)[answer.label],
                                  percent(answer.confidence), decimals(double{answer.loss}, 2)};
    if (votes) row.push_back(vote_cell(state, index));
    table.row(std::move(row), index == state.input.index);
  }
}

void outline_only(Outline& out, const State& state, const std::string& key,
                  const std::string& right, const std::vector<std::uint32_t>& images,
                  const Evaluation& other) {
  out.subheading(key + "-title", "Only " + right + " is right: " + grouped(images.size()));
  if (!images.empty()) {
    outline_list(out, state, other, key, "What the other takes them for, the most wrong first",
                 images, false);
  }
}

}  // namespace

void outline_mistakes(Outline& out, const State& state, const Evaluation& evaluation) {
  const Report& report = state.report;
  if (report.running) return out.line("mistakes-later", "When all images are answered");
  out.subheading("mistakes-title", "Worst mistakes, " + grouped(report.mistakes.size()));
  outline_list(out, state, evaluation, "mistakes",
               "Label, answer, how sure it is, and -ln of what it gave the label", report.mistakes,
               false);
  out.subheading("doubtful-title", "Doubtful labels, " + grouped(report.doubtful.size()));
  out.line("doubtful-words",
           "The model is at least 90 % sure of something else. Do you agree with the label?");
  out.status("votes-line", votes_words(state.votes));
  out.button("save-votes", "Save votes as CSV", ActionText("save-votes"))
      .unless(state.votes.by_image.empty(), "There are none yet");
  outline_list(out, state, evaluation, "doubtful", "The surest first", report.doubtful, true);
}

void outline_duplicates(Outline& out, const State& state) {
  const CloseImages& close = state.report.close;
  out.line(
      "duplicates-words",
      "The closest of all pairs of images: by the distance of their pixels, or of the features "
      "that the network makes of them.");
  for (const PairSpace space : {PairSpace::kPixels, PairSpace::kFeatures}) {
    const bool pixels = space == PairSpace::kPixels;
    out.button("find-" + std::string(name(space)),
               pixels ? "Closest in pixels" : "Closest in features",
               ActionText("find-duplicates").with("in", name(space)))
        .unless(!can_find_pairs(state, space), progress_words(state).empty()
                                                   ? "The model does not say its features"
                                                   : progress_words(state));
  }
  std::string line;
  if (close.search) {
    line = "Comparing each image with each other, " +
           decimals(100 * double{close.search->share}, 0) + " % done";
    out.progress("duplicates-progress", "Comparing", close.search->share);
    out.button("cancel-duplicates", "Cancel", ActionText("cancel-duplicates"));
  } else if (close.error) {
    line = core::sentence(close.error->code);
  }
  out.status("duplicates-line", line);
  const CloseImages::Found* found = close.search ? nullptr : found_pairs(state);
  if (found == nullptr) return;
  std::vector<std::uint32_t> firsts;
  for (const core::Pair& pair : found->pairs) firsts.push_back(pair.first);
  const data::ImagePage page = data::outline_page(out, state, "duplicates", firsts);
  Node& table = out.table("duplicates-list", "The closest first",
                          {"Image", "And image", "Labels", "Distance"});
  for (std::size_t k = page.first; k < page.last; ++k) {
    const core::Pair& pair = found->pairs[k];
    const std::string key = "pair-" + std::to_string(k);
    const std::string first = label_of(state, pair.first), second = label_of(state, pair.second);
    table.row({opener(key, pair.first), opener(key, pair.second),
               first == second ? first : first + " and " + second + ", they differ",
               decimals(double{pair.distance}, pair.distance < 20 ? 2 : 0)});
  }
}

void outline_comparison(Outline& out, const State& state, const Evaluation& shown) {
  const Report& report = state.report;
  const Comparison& comparison = report.comparison;
  const Evaluation* other = find_evaluation(state, comparison.second);
  if (other == nullptr) {
    out.line("compare-none",
             "Comparing takes two results. Evaluate with another engine or another model: both are "
             "kept until the page is closed.");
    return;
  }
  Node& choice = out.choice("compare-with", "Compared with", comparison.second,
                            ActionText("compare").place("id"));
  for (const Evaluation& each : report.done) {
    if (each.token == comparison.first) continue;
    choice.option(OutlineOption::of(evaluation_title(each), each.token));
  }
  const std::string first = evaluation_title(shown), second = evaluation_title(*other);
  const double lead = shown.metrics.accuracy() - other->metrics.accuracy();
  out.table("compare-figures", "Accuracy")
      .row({first, exact_percent(shown.metrics.accuracy())})
      .row({second, exact_percent(other->metrics.accuracy())})
      .row({"Difference, points",
            (lead >= 0 ? "+" : "\xE2\x88\x92") + decimals(100 * std::abs(lead), 2)});
  out.line("compare-words", comparison_words(comparison));
  out.table("compare-table", "Who is right about how many",
            {"", second + " right", second + " wrong"})
      .row(
          {first + " right", grouped(comparison.both_right), grouped(comparison.only_first.size())})
      .row({first + " wrong", grouped(comparison.only_second.size()),
            grouped(comparison.both_wrong)});
  outline_only(out, state, "only-first", first, comparison.only_first, *other);
  outline_only(out, state, "only-second", second, comparison.only_second, shown);
}

}  // namespace atelier::app::report
