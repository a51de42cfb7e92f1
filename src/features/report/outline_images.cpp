// SPDX-License-Identifier: MIT
// The sections that list images: mistakes, duplicates, comparison.
#include <algorithm>
#include <cmath>

#include "app/error_words.hpp"
#include "app/say.hpp"
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
    cell.button(key + "-" + std::to_string(index), say("explore.image", {{"index", index}}),
                data::open_in_draw(index));
  };
}

TableCell vote_cell(const State& state, std::uint32_t index) {
  return [&](Outline& cell) {
    const auto& votes = state.votes.by_image;
    const auto found = votes.find(index);
    std::optional<std::string_view> vote;
    if (found != votes.end()) vote = found->second == Vote::kAgree ? "agree" : "disagree";
    cell.choice("vote-" + std::to_string(index), say("text.vote", {{"index", index}}), vote,
                ActionText("vote").with("index", index).place("vote"))
        .option(OutlineOption::of(say("text.no-vote"), nullptr))
        .option(OutlineOption::of(say("votes.agree"), "agree"))
        .option(OutlineOption::of(say("votes.disagree"), "disagree"));
  };
}

void outline_list(Outline& out, const State& state, const Evaluation& evaluation,
                  const std::string& key, const std::string& caption,
                  const std::vector<std::uint32_t>& images, bool votes) {
  const data::ImagePage page = data::outline_page(out, state, key, images);
  std::vector<std::string> columns = {say("text.image"), say("text.label"), say("text.answer"),
                                      say("filter.confidence"), say("text.loss")};
  if (votes) columns.push_back(say("text.label-right"));
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
  out.subheading(key + "-title", say("compare.only", {{"which", right}, {"count", images.size()}}));
  if (!images.empty()) {
    outline_list(out, state, other, key, say("text.other-takes"), images, false);
  }
}

}  // namespace

void outline_mistakes(Outline& out, const State& state, const Evaluation& evaluation) {
  const Report& report = state.report;
  if (report.running) return out.line("mistakes-later", say("report.when-done"));
  out.subheading("mistakes-title", say("mistakes.worst", {{"count", report.mistakes.size()}}));
  outline_list(out, state, evaluation, "mistakes", say("text.mistakes-caption"), report.mistakes,
               false);
  out.subheading("doubtful-title", say("mistakes.doubtful", {{"count", report.doubtful.size()}}));
  out.line("doubtful-words", say("text.doubtful"));
  out.status("votes-line", votes_words(state.votes));
  out.button("save-votes", say("votes.save"), ActionText("save-votes"))
      .unless(state.votes.by_image.empty(), say("text.no-votes"));
  outline_list(out, state, evaluation, "doubtful", say("text.surest-first"), report.doubtful, true);
}

void outline_duplicates(Outline& out, const State& state) {
  out.line("duplicates-words", say("text.duplicates"));
  for (const PairSpace space : {PairSpace::kPixels, PairSpace::kFeatures}) {
    const bool pixels = space == PairSpace::kPixels;
    out.button("find-" + std::string(name(space)),
               pixels ? say("duplicates.pixels") : say("duplicates.features"),
               ActionText("find-duplicates").with("in", name(space)))
        .unless(!can_find_pairs(state, space),
                progress_words(state).empty() ? say("text.no-features") : progress_words(state));
  }
  std::string line;
  const std::optional<float> share = pairs_share(state);
  if (share) {
    line = say("duplicates.progress", {{"percent", decimals(100 * double{*share}, 0)}});
    out.progress("duplicates-progress", say("text.comparing"), *share);
    out.button("cancel-duplicates", say("common.cancel"), ActionText("cancel-duplicates"));
  } else if (const core::Error* error = pairs_error(state)) {
    line = error_words(error->code);
  }
  out.status("duplicates-line", line);
  const std::vector<core::Pair>* found = share ? nullptr : found_pairs(state);
  if (found == nullptr) return;
  std::vector<std::uint32_t> firsts;
  for (const core::Pair& pair : *found) firsts.push_back(pair.first);
  const data::ImagePage page = data::outline_page(out, state, "duplicates", firsts);
  Node& table = out.table(
      "duplicates-list", say("text.closest-first"),
      {say("text.image"), say("text.and-image"), say("text.labels"), say("text.distance")});
  for (std::size_t k = page.first; k < page.last; ++k) {
    const core::Pair& pair = (*found)[k];
    const std::string key = "pair-" + std::to_string(k);
    const std::string first = label_of(state, pair.first), second = label_of(state, pair.second);
    table.row({opener(key, pair.first), opener(key, pair.second),
               first == second ? first
                               : say("text.labels-differ", {{"first", first}, {"second", second}}),
               decimals(double{pair.distance}, pair.distance < 20 ? 2 : 0)});
  }
}

void outline_comparison(Outline& out, const State& state, const Evaluation& shown) {
  const Report& report = state.report;
  const Comparison& comparison = report.comparison;
  const Evaluation* other = find_evaluation(state, comparison.second);
  if (other == nullptr) {
    out.line("compare-none", say("compare.invitation"));
    return;
  }
  Node& choice = out.choice("compare-with", say("compare.with"), comparison.second,
                            ActionText("compare").place("id"));
  for (const Evaluation& each : report.done) {
    if (each.token == comparison.first) continue;
    choice.option(OutlineOption::of(evaluation_title(each), each.token));
  }
  const std::string first = evaluation_title(shown), second = evaluation_title(*other);
  const double lead = shown.metrics.accuracy() - other->metrics.accuracy();
  out.table("compare-figures", say("report.accuracy"))
      .row({first, exact_percent(shown.metrics.accuracy())})
      .row({second, exact_percent(other->metrics.accuracy())})
      .row({say("text.difference"),
            (lead >= 0 ? "+" : "\xE2\x88\x92") + decimals(100 * std::abs(lead), 2)});
  out.line("compare-words", comparison_words(comparison));
  out.table("compare-table", say("text.who-is-right"),
            {"", say("compare.which-right", {{"which", second}}),
             say("compare.which-wrong", {{"which", second}})})
      .row({say("compare.which-right", {{"which", first}}), grouped(comparison.both_right),
            grouped(comparison.only_first.size())})
      .row({say("compare.which-wrong", {{"which", first}}), grouped(comparison.only_second.size()),
            grouped(comparison.both_wrong)});
  outline_only(out, state, "only-first", first, comparison.only_first, *other);
  outline_only(out, state, "only-second", second, comparison.only_second, shown);
}

}  // namespace atelier::app::report
