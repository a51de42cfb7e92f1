// SPDX-License-Identifier: MIT
#include "features/report/label_votes.hpp"

#include <algorithm>
#include <charconv>

#include "features/answer/words.hpp"
#include "features/report/actions.hpp"

namespace atelier::app {
namespace {

// As RFC 4180 wants it: names are a visitor's text.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string field = "\"";
  for (const char letter : text) {
    if (letter == '"') field += '"';
    field += letter;
  }
  return field + '"';
}

}  // namespace

void vote_on_label(State& state, const VoteOnLabel& action, Ports& ports) {
  const core::DatasetLoader& loader = state.test_set.loader;
  if (!loader.view().label(action.index)) return;
  auto& votes = state.votes.by_image;
  votes.erase(action.index);
  if (action.vote) votes.emplace(action.index, *action.vote);
  // Of any other images the numbers would mean something else next time.
  state.votes.kept =
      loader.is_official_test_set() && ports.settings.save(kVotesKey, votes_text(votes));
}

void take_votes(State& state, std::string_view text) {
  LabelVotes& votes =
      state.bundled ? state.bundled->votes : state.votes;  // never of others' images
  votes.by_image.merge(read_votes(text));
}

std::string votes_text(const std::map<std::uint32_t, Vote>& votes) {
  std::string text;
  for (const auto& [index, vote] : votes) {
    if (!text.empty()) text += ' ';
    text += std::to_string(index) + (vote == Vote::kAgree ? '+' : '-');
  }
  return text;
}

std::map<std::uint32_t, Vote> read_votes(std::string_view text) {
  constexpr std::uint32_t kMostImages = 10'000;
  std::map<std::uint32_t, Vote> votes;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    std::uint32_t index = 0;
    const char* end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, index);
    const bool whole = read.ec == std::errc() && end - read.ptr == 1 && index < kMostImages;
    if (!whole || (*read.ptr != '+' && *read.ptr != '-')) continue;
    votes[index] = *read.ptr == '+' ? Vote::kAgree : Vote::kDisagree;
  }
  return votes;
}

std::string votes_csv(const State& state) {
  const Evaluation* evaluation = shown_evaluation(state);
  std::string csv = "index,label,class,vote,answer,confidence\n";
  for (const auto& [index, vote] : state.votes.by_image) {
    const auto label = state.test_set.loader.view().label(index);
    if (!label) continue;
    csv += std::to_string(index) + "," + std::to_string(*label) + ",";
    csv += csv_field(label_names(state)[*label]);
    csv += vote == Vote::kAgree ? ",agree," : ",disagree,";
    if (evaluation != nullptr && evaluation->answers[index].confidence > 0) {
      const auto& answer = evaluation->answers[index];
      csv += csv_field(answer_names(state, evaluation->model_id)[answer.label]);
      csv += "," + plain_decimals(double{answer.confidence}, 6);
    } else {
      csv += ",";
    }
    csv += "\n";
  }
  return csv;
}

}  // namespace atelier::app
