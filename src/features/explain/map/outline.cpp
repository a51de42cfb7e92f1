// SPDX-License-Identifier: MIT
#include "features/explain/map/outline.hpp"

#include <array>

#include "app/number_words.hpp"
#include "app/say.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/map/words.hpp"

namespace atelier::app::explain {
namespace {

constexpr std::size_t kSide = 7;

// The settings as they are, with a place for one of them.
ActionText explained(const ExplanationSettings& now, std::string_view place) {
  ActionText action("explain");
  const auto field = [&](std::string_view key, const auto& value) {
    key == place ? action.place(key) : action.with(key, value);
  };
  field("method", now.method ? std::optional(name(*now.method)) : std::nullopt);
  field("label", now.label);
  field("patch", now.patch);
  field("stride", now.stride);
  field("strength", now.strength);
  return action;
}

// Of seven by seven equal parts of the map, the means.
std::array<double, kSide * kSide> parts(const ShownMap& map) {
  std::array<double, kSide * kSide> sums{}, counts{};
  const auto part = [](std::size_t at, int count) {
    return at * kSide / static_cast<std::size_t>(count);
  };
  for (std::size_t k = 0; k < map.values.size(); ++k) {
    const auto columns = static_cast<std::size_t>(map.columns);
    const std::size_t at = kSide * part(k / columns, map.rows) + part(k % columns, map.columns);
    sums[at] += double{map.values[k]};
    ++counts[at];
  }
  for (std::size_t at = 0; at < sums.size(); ++at) sums[at] /= std::max(counts[at], 1.0);
  return sums;
}

void outline_parts(Outline& out, const State& state, const ShownMap& map) {
  std::vector<std::string> columns = {say("text.row")};
  for (std::size_t x = 0; x < kSide; ++x) columns.push_back(std::to_string(x + 1));
  Node& table = out.table("explanation-map",
                          say("text.map-parts", {{"in_favour", speaks_for(state, map)},
                                                 {"against", speaks_against(state, map)}}),
                          std::move(columns));
  const auto means = parts(map);
  for (std::size_t y = 0; y < kSide; ++y) {
    std::vector<TableCell> row = {std::to_string(y + 1)};
    for (std::size_t x = 0; x < kSide; ++x) row.emplace_back(decimals(means[kSide * y + x], 1));
    table.row(std::move(row));
  }
}

}  // namespace

void outline_map(Outline& out, const State& state) {
  const ExplanationSettings& now = state.explanation.settings;
  out.choice("explanation-method", say("text.how"),
             now.method ? std::optional(name(*now.method)) : std::nullopt, explained(now, "method"))
      .option(OutlineOption::of(say("text.activation"), name(ExplanationMethod::kActivation)))
      .option(OutlineOption::of(say("text.occlusion"), name(ExplanationMethod::kOcclusion)));
  Node& label =
      out.choice("explanation-label", say("text.for-class"), now.label, explained(now, "label"));
  label.option(OutlineOption::of(say("text.class-answered"), nullptr));
  for (std::uint8_t k = 0; k < core::kClassCount; ++k) {
    label.option(OutlineOption::of(answer_names(state)[k], k));
  }
  if (now.method == ExplanationMethod::kOcclusion) {
    Node& patch =
        out.choice("explanation-patch", say("text.patch"), now.patch, explained(now, "patch"));
    for (const int side : {3, 5, 7}) patch.option(OutlineOption::of(sides(side, side), side));
    out.number("explanation-stride", say("text.stride"), {1, 3, 1}, now.stride,
               explained(now, "stride"));
  }
  out.slider("explanation-strength", say("text.map-strength"), {0, 1, 0.05}, double{now.strength},
             explained(now, "strength"))
      .says(say("number.percent", {{"number", decimals(100 * double{now.strength}, 0)}}));
  out.status("explanation-line", explanation_words(state));
  if (const auto map = shown_map(state)) outline_parts(out, state, *map);
}

}  // namespace atelier::app::explain
