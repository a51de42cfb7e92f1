// SPDX-License-Identifier: MIT
#include "features/report/panel/duplicates_panel.hpp"

#include <algorithm>
#include <string>

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "core/result.hpp"
#include "features/answer/words.hpp"
#include "features/report/actions.hpp"
#include "features/report/close_images.hpp"
#include "features/report/panel/image_cards.hpp"
#include "kit/chip_row.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kCardWidth = 172;

void draw_pair(const PanelContext& context, const core::Pair& pair, Box card, bool pressable) {
  const Palette& colors = *context.theme.colors;
  Box images = card.cut_top(kThumbnail);
  for (const std::uint32_t index : {pair.first, pair.second}) {
    ImGui::PushID(static_cast<int>(index));
    draw_sample(context, index, images.cut_left(kThumbnail), pressable);
    ImGui::PopID();
    images.cut_left(kGap4);
  }
  const auto& set = context.state.test_set.loader.view();
  const auto label = [&](std::uint32_t index) {
    const auto known = set.label(index);
    return known ? app::label_names(context.state)[*known] : std::string();
  };
  const std::string first = label(pair.first);
  const std::string second = label(pair.second);
  card.cut_top(kGap4);
  const bool agree = set.label(pair.first) == set.label(pair.second);
  draw_text(context.theme, card.cut_top(18), agree ? Style::kSmall : Style::kSmallStrong,
            agree ? colors.text : colors.accent,
            agree ? first : app::say("duplicates.labels", {{"first", first}, {"second", second}}));
  draw_text(
      context.theme, card.cut_top(18), Style::kCaption, colors.muted,
      app::say("duplicates.pair",
               {{"first", pair.first},
                {"second", pair.second},
                {"distance", app::decimals(double{pair.distance}, pair.distance < 20 ? 2 : 0)}}));
}

}  // namespace

float DuplicatesPanel::draw_content(const PanelContext& context, Box box, bool pressable) {
  const Palette& colors = *context.theme.colors;
  const app::CloseImages& close = context.state.report.close;
  const app::CloseImages::Found* found = app::found_pairs(context.state);
  const float top = box.y;
  box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, colors.muted,
                             app::say("duplicates.words")));
  box.cut_top(kGap12);
  ChipRow chips(context, box);
  const auto add = [&](const char* id, app::Key label, app::PairSpace space) {
    const bool chosen = close.shown == space && (found != nullptr || close.search);
    if (chips.add(id, app::say(label), chosen) && pressable &&
        app::can_find_pairs(context.state, space)) {
      context.actions.push_back(app::FindPairs{space});
      shown_ = kAtFirst;
    }
  };
  add("closest in pixels", "duplicates.pixels", app::PairSpace::kPixels);
  add("closest in features", "duplicates.features", app::PairSpace::kFeatures);
  if (close.search && chips.add("cancel pairs", app::say("common.cancel")) && pressable) {
    context.actions.push_back(app::CancelPairs{});
  }
  box.cut_top(chips.height() + kGap16);
  if (close.search) {
    bar(context.theme, box.cut_top(10), close.search->share, colors.accent);
    box.cut_top(kGap4);
    draw_text(context.theme, box.cut_top(20), Style::kSmall, colors.muted,
              app::say("duplicates.progress",
                       {{"percent", app::decimals(100 * double{close.search->share}, 0)}}));
    return box.y - top;
  }
  if (close.error) {
    box.cut_top(draw_paragraph(context.theme, box, Style::kSmall, colors.accent,
                               app::error_words(close.error->code)));
  }
  if (found == nullptr) {
    draw_text(context.theme, box.cut_top(24), Style::kSmall, colors.muted,
              app::progress_words(context.state));
    return box.y - top;
  }
  const CardGrid grid(box, kCardWidth, kThumbnail + 40);
  const std::size_t shown = std::min(shown_, found->pairs.size());
  for (std::size_t k = 0; k < shown; ++k) {
    ImGui::PushID(static_cast<int>(k));
    draw_pair(context, found->pairs[k], grid.card(k), pressable);
    ImGui::PopID();
  }
  box.cut_top(grid.height(shown) + kGap12);
  if (shown < found->pairs.size()) {
    ChipRow more(context, box);
    if (more.add("more pairs", app::say("common.show-more")) && pressable) shown_ += kAtFirst;
    box.cut_top(more.height());
  }
  return box.y - top;
}

}  // namespace atelier::ui
