// SPDX-License-Identifier: MIT
#include "features/explain/neighbours/outline.hpp"

#include "app/number_words.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/neighbours/words.hpp"

namespace atelier::app::explain {

void outline_neighbours(Outline& out, const State& state) {
  const std::string headline = neighbour_headline(state);
  const std::string words = neighbour_words(state);
  out.status("neighbours-line", headline.empty() ? words : headline + ". " + words);
  const Neighbours& all = state.neighbours;
  if (all.bytes_total > 0) {
    out.progress("neighbours-progress", "Loading",
                 static_cast<float>(all.bytes_received) / static_cast<float>(all.bytes_total));
  }
  const bool refused = all.refusal && all.refusal->model_id == state.engines.model_id;
  if (refused || all.pictures_error) {
    out.button("neighbours-again", "Try again", ActionText("retry"));
  }
  const auto nearest = shown_neighbours(state);
  if (nearest.empty()) return;
  Node& table =
      out.table("neighbours", "The closest first", {"", "Labelled", "Angle", "Training image"});
  const Answer* answer = current_answer(state);
  for (std::size_t k = 0; k < nearest.size(); ++k) {
    const core::Neighbour& each = nearest[k];
    const std::string& name = answer_names(state)[each.label];
    const bool other = answer != nullptr && answer->prediction.label != each.label;
    table.row({std::to_string(k + 1), other ? name + ", not as answered" : name,
               decimals(double{each.degrees}, 1) + "\xC2\xB0", std::to_string(each.number)});
  }
}

}  // namespace atelier::app::explain
