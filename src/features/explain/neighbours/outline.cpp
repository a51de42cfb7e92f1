// SPDX-License-Identifier: MIT
#include "features/explain/neighbours/outline.hpp"

#include "app/number_words.hpp"
#include "app/say.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/neighbours/words.hpp"

namespace atelier::app::explain {

void outline_neighbours(Outline& out, const State& state) {
  const std::string headline = neighbour_headline(state);
  const std::string words = neighbour_words(state);
  out.status("neighbours-line", headline.empty() ? words
                                                 : say("text.two-sentences",
                                                       {{"first", headline}, {"second", words}}));
  const Neighbours& all = state.neighbours;
  if (all.bytes_total > 0) {
    out.progress("neighbours-progress", say("text.loading"),
                 static_cast<float>(all.bytes_received) / static_cast<float>(all.bytes_total));
  }
  const bool refused = all.refusal && all.refusal->model_id == state.engines.model_id;
  if (refused || all.pictures_error) {
    out.button("neighbours-again", say("common.retry"), ActionText("retry"));
  }
  const auto nearest = shown_neighbours(state);
  if (nearest.empty()) return;
  Node& table =
      out.table("neighbours", say("text.closest-first"),
                {"", say("text.labelled"), say("text.angle"), say("text.training-image")});
  const Answer* answer = current_answer(state);
  for (std::size_t k = 0; k < nearest.size(); ++k) {
    const core::Neighbour& each = nearest[k];
    const std::string& name = answer_names(state)[each.label];
    const bool other = answer != nullptr && answer->prediction.label != each.label;
    table.row({std::to_string(k + 1), other ? say("text.not-as-answered", {{"name", name}}) : name,
               say("number.degrees", {{"number", decimals(double{each.degrees}, 1)}}),
               std::to_string(each.number)});
  }
}

}  // namespace atelier::app::explain
