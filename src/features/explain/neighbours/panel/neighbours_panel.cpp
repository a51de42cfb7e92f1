// SPDX-License-Identifier: MIT
#include "features/explain/neighbours/panel/neighbours_panel.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "app/say.hpp"
#include "core/dataset.hpp"
#include "features/data/class_names.hpp"
#include "features/explain/neighbours/neighbours.hpp"
#include "features/explain/neighbours/words.hpp"
#include "features/models/actions.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {

// What stands below a picture or beside it: its class, and how far it lies apart, or the class
// alone.
enum class Captions { kTwoLinesBelow, kOneLineBelow, kNameBelow, kBeside };

struct NeighbourGrid {
  std::size_t columns{};
  float pitch{}, row_height{}, side{};
  Captions captions{};
};

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr float kWordsWidth = 176;  // beside them
constexpr float kWideWidth = 600;   // from here on, words stand beside
constexpr float kLeastWordsHeight = 84;
constexpr float kTallHeight = 300;        // from here on, words have the lines that they need
constexpr float kLeastNumberedSide = 48;  // five digits
constexpr float kMostSide = 76, kLeastCaptionPitch = 60;
constexpr float kHeadline = 22, kCaption = 17;
constexpr float kCloseCaption = 15, kBesideGap = 6,
                kShortName = 47;  // as wide as the short names of garments are

void draw_progress(const PanelContext& context, Box box) {
  const app::Neighbours& neighbours = context.state.neighbours;
  if (!neighbours.in_flight || neighbours.bytes_total == 0) return;
  const double share =
      static_cast<double>(neighbours.bytes_received) / static_cast<double>(neighbours.bytes_total);
  bar(context.theme, {box.x, box.y, std::min(box.width, 320.0F), 6}, static_cast<float>(share),
      context.theme.colors->accent);
}

// Why there are none.
void draw_none(const PanelContext& context, Box box) {
  const std::string words = app::neighbour_words(context.state);
  box.width = std::min(box.width, 520.0F);
  const float height =
      draw_paragraph(context.theme, box, Style::kSmall, context.theme.colors->muted, words);
  box.cut_top(height + kGap12);
  const auto& refusal = context.state.neighbours.refusal;
  if (refusal && refusal->model_id == context.state.engines.model_id) {
    Box row = box.cut_top(kChipHeight);
    if (chip_at_left(context.theme, "again", row, app::say("neighbours.retry"))) {
      context.actions.push_back(app::Retry{});
    }
    return;
  }
  draw_progress(context, box);
}

bool is_close(Captions captions) {
  return captions == Captions::kBeside || captions == Captions::kNameBelow;
}

// The height of captions below a picture.
float below(Captions captions) {
  switch (captions) {
    case Captions::kTwoLinesBelow:
      return 2 * kCaption;
    case Captions::kOneLineBelow:
      return kCaption + kGap4;
    case Captions::kNameBelow:
      return kCaption;
    case Captions::kBeside:
      break;
  }
  return 0;
}

NeighbourGrid grid_with(std::size_t columns, Captions captions, const Box& box) {
  NeighbourGrid grid{.columns = columns, .captions = captions};
  grid.pitch = box.width / static_cast<float>(columns);
  grid.row_height = box.height * static_cast<float>(columns) / app::kNeighbourCount;
  const bool beside = captions == Captions::kBeside;
  const float room = grid.pitch - (beside ? kBesideGap + kShortName + kGap4 : kGap8);
  grid.side = std::min({room, grid.row_height - kGap4 - below(captions), kMostSide});
  // Rows keep close together where there is more room than they need.
  if (!beside) grid.row_height = std::min(grid.row_height, grid.side + below(captions) + kGap16);
  return grid;
}

// Eight pictures so that they are largest and their names can be read.
NeighbourGrid grid_in(const Box& box) {
  NeighbourGrid best = grid_with(4, Captions::kBeside, box);
  const auto consider = [&](const NeighbourGrid& grid, float least_pitch) {
    if (grid.side > best.side && grid.pitch >= least_pitch) best = grid;
  };
  consider(grid_with(8, Captions::kTwoLinesBelow, box), kLeastCaptionPitch);
  consider(grid_with(8, Captions::kNameBelow, box), kShortName + kGap4);
  consider(grid_with(4, Captions::kOneLineBelow, box), kLeastCaptionPitch);
  consider(grid_with(2, Captions::kOneLineBelow, box), kLeastCaptionPitch);
  return best;
}

// The name, or its short form where it does not fit.
void draw_name(const PanelContext& context, const Box& line, const std::string& name) {
  const bool fits = text_size(context.theme, Style::kCaption, name).x <= line.width;
  draw_text(context.theme, line, Style::kCaption, context.theme.colors->text,
            fits ? name : app::short_name(name));
}

}  // namespace

void NeighboursPanel::take_pictures(const PanelContext& context,
                                    std::span<const core::Neighbour> nearest) {
  std::vector<std::uint32_t> pictured;
  for (const core::Neighbour& each : nearest) {
    const bool here = !app::training_picture(context.state, each).empty();
    pictured.push_back(here ? each.number : kNone);
  }
  if (pictured != pictured_ || version_ == 0) {
    pictured_ = pictured;
    ++version_;
  }
  constexpr int kSide = core::kSampleSide;
  core::GrayImage sheet = core::blank_image(kSide, kSide * static_cast<int>(nearest.size()));
  for (std::size_t k = 0; k < nearest.size(); ++k) {
    const auto picture = app::training_picture(context.state, nearest[k]);
    const auto first = static_cast<std::ptrdiff_t>(k * core::kSamplePixels);
    std::copy(picture.begin(), picture.end(), sheet.pixels.begin() + first);
  }
  pictures_.set(context.textures, sheet, version_);
}

void NeighboursPanel::draw_neighbour(const PanelContext& context, Box cell,
                                     const NeighbourGrid& grid, std::size_t k) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  const core::Neighbour& neighbour = app::shown_neighbours(state)[k];
  const float side = grid.side;
  const Box picture{cell.x, cell.y, side, side};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(picture.min(), picture.max(), colors.cloth, kRadius);
  if (pictured_[k] != kNone) {
    const int top = static_cast<int>(k) * core::kSampleSide;
    pictures_.draw_part(list, picture, {0, top, core::kSampleSide, core::kSampleSide}, kRadius);
  } else if (state.neighbours.pictures_error && side >= kLeastNumberedSide) {
    draw_text(context.theme, picture, Style::kCaption, palette(true).muted,
              std::to_string(neighbour.number), Align::kCenter);
  }
  // Of another class than answered: a frame and a cross, for no colour is enough of itself.
  const app::Answer* answer = app::current_answer(state);
  const bool other = answer != nullptr && answer->prediction.label != neighbour.label;
  if (other) {
    frame(context.theme, picture.inset(-2), colors.accent, kRadius + 2, 1.5F);
    const ImVec2 corner{picture.right() - 4, picture.y + 4};
    list.AddCircleFilled(corner, 8, colors.accent);
    draw_icon(list, Icon::kCross, corner, 9, colors.on_accent);
  }

  const std::string& name = app::answer_names(state)[neighbour.label];
  const std::string angle = app::degrees_words(neighbour);
  if (grid.captions == Captions::kBeside) {
    cell.cut_left(side + kBesideGap);
    const bool both = grid.row_height >= 2 * kCloseCaption;
    cell = Box{cell.x, cell.y, cell.width, side}.middle((both ? 2 : 1) * kCloseCaption);
    draw_name(context, cell.cut_top(kCloseCaption), name);
    if (both) draw_text(context.theme, cell, Style::kCaption, colors.muted, angle);
    return;
  }
  cell.cut_top(side + (grid.captions == Captions::kNameBelow ? 0 : kGap4));
  Box line = cell.cut_top(kCaption);
  if (grid.captions == Captions::kOneLineBelow) {
    line.width = side;
    const float width = text_size(context.theme, Style::kCaption, angle).x;
    draw_text(context.theme, line.cut_right(width + 1), Style::kCaption, colors.muted, angle);
    line.cut_right(kGap4);
  }
  draw_name(context, line, name);
  if (grid.captions == Captions::kTwoLinesBelow) {
    draw_text(context.theme, cell.cut_top(kCaption), Style::kCaption, colors.muted,
              app::say("neighbours.apart", {{"angle", angle}}));
  }
}

void NeighboursPanel::draw_content(const PanelContext& context, Box box) {
  const auto nearest = app::shown_neighbours(context.state);
  if (nearest.empty()) return draw_none(context, box);
  take_pictures(context, nearest);
  const Palette& colors = *context.theme.colors;
  const std::string headline = app::neighbour_headline(context.state);
  const std::string words = app::neighbour_words(context.state);
  const bool wide = box.width >= kWideWidth;
  if (wide) {
    Box side = box.cut_right(kWordsWidth);
    box.cut_right(kGap16);
    const float height =
        draw_paragraph(context.theme, side, Style::kSmallStrong, colors.text, headline);
    side.cut_top(height + kGap4);
    draw_paragraph(context.theme, side, Style::kCaption, colors.muted, words);
  } else if (box.height >= kTallHeight) {
    box.cut_top(draw_paragraph(context.theme, box, Style::kSmallStrong, colors.text, headline));
    box.cut_top(kGap12);
  } else if (box.height >= kLeastWordsHeight) {
    draw_text(context.theme, box.cut_top(kHeadline), Style::kSmallStrong, colors.text, headline);
    box.cut_top(kGap4);
  }

  const NeighbourGrid grid = grid_in(box);
  for (std::size_t k = 0; k < nearest.size(); ++k) {
    const auto column = static_cast<float>(k % grid.columns);
    const auto row = static_cast<float>(k / grid.columns);
    draw_neighbour(context,
                   {box.x + column * grid.pitch, box.y + row * grid.row_height,
                    grid.pitch - (is_close(grid.captions) ? kGap4 : kGap8), grid.row_height},
                   grid, k);
  }
}

}  // namespace atelier::ui
