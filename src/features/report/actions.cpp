// SPDX-License-Identifier: MIT
#include "features/report/actions.hpp"

#include <span>

#include "app/ports.hpp"
#include "app/state.hpp"
#include "core/png.hpp"
#include "features/explore/explore.hpp"
#include "features/report/close_images.hpp"
#include "features/report/evaluation.hpp"
#include "features/report/label_votes.hpp"
#include "features/report/report.hpp"
#include "features/report/views.hpp"

namespace atelier::app {
namespace {

constexpr const char* kNotArrived = "the test set or the model has not arrived";

std::string missing_evaluation(const State& state, Token token) {
  if (find_evaluation(state, token) != nullptr) return {};
  return "there is no finished evaluation " + std::to_string(token);
}

}  // namespace

std::string obstacle(const State& state, const Evaluate&) {
  return state.test_set.complete() && current_model(state) != nullptr ? "" : kNotArrived;
}

void on(State& state, Evaluate&& action, Ports& ports) {
  start_evaluation(state, action.engine, ports);
}

std::string obstacle(const State& state, const CancelEvaluation&) {
  return state.report.running ? "" : "nothing is being evaluated";
}

void on(State& state, CancelEvaluation&&, Ports& ports) { cancel_evaluation(state, ports); }

void on(State& state, ShowReportSection&& action, Ports&) { state.report.section = action.section; }

std::string obstacle(const State& state, const ShowEvaluation& action) {
  return missing_evaluation(state, action.token);
}

void on(State& state, ShowEvaluation&& action, Ports&) { show_evaluation(state, action.token); }

std::string obstacle(const State& state, const CompareWith& action) {
  return missing_evaluation(state, action.token);
}

void on(State& state, CompareWith&& action, Ports&) { compare_with(state, action.token); }

void on(State& state, SelectCell&& action, Ports&) { select_cell(state, action.cell); }

std::string obstacle(const State& state, const VoteOnLabel& action) {
  if (state.test_set.loader.view().label(action.index)) return {};
  return "test image " + std::to_string(action.index) + " has not arrived";
}

void on(State& state, VoteOnLabel&& action, Ports& ports) { vote_on_label(state, action, ports); }

std::string obstacle(const State& state, const SaveVotes&) {
  return state.votes.by_image.empty() ? "there are no votes" : "";
}

void on(State& state, SaveVotes&&, Ports& ports) {
  const std::string csv = votes_csv(state);
  ports.saver.save("label-votes.csv", "text/csv", std::as_bytes(std::span(csv)));
}

std::string obstacle(const State& state, const FindPairs& action) {
  return can_find_pairs(state, action.space) ? "" : kNotArrived;
}

void on(State& state, FindPairs&& action, Ports& ports) { find_pairs(state, action.space, ports); }

std::string obstacle(const State& state, const CancelPairs&) {
  return state.report.close.search ? "" : "nothing is being looked for";
}

void on(State& state, CancelPairs&&, Ports& ports) { cancel_pairs(state, ports); }

void on(State& state, SaveReport&& action, Ports& ports) {
  save_report(state, action.format, ports.saver);
}

void on(State&, SavePicture&& action, Ports& ports) {
  ports.saver.save(action.name, "image/png", core::encode_png(action.picture));
}

std::string obstacle(const State& state, const Save& action) {
  if (action.what == Saving::kSprite) {
    return state.explore.indices.empty() ? "there are no images to save" : "";
  }
  const bool complete = shown_evaluation(state) != nullptr && !state.report.running;
  return complete ? "" : "no evaluation is complete";
}

void on(State& state, Save&& action, Ports& ports) {
  switch (action.what) {
    case Saving::kAnswersCsv:
      return save_report(state, ReportFormat::kCsv, ports.saver);
    case Saving::kReportJson:
      return save_report(state, ReportFormat::kJson, ports.saver);
    case Saving::kSprite:
      return save_sprite(state, ports.saver);
  }
}

}  // namespace atelier::app
