// SPDX-License-Identifier: MIT
#include "ui/neighbours_panel.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "app/class_names.hpp"
#include "app/neighbours.hpp"
#include "app/neighbours_words.hpp"
#include "core/dataset.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr float kWordsWidth = 176;  // beside them
constexpr float kWideWidth = 600;   // from here on, words stand beside
constexpr float kLeastWordsHeight = 84;
constexpr float kTallHeight = 300;        // from here on, words have the lines that they need
constexpr float kLeastNumberedSide = 48;  // five digits
constexpr float kMostSide = 76, kLeastCaptionPitch = 60;
constexpr float kHeadline = 22, kCaption = 17;

// Eight pictures in as many columns as make them largest.
struct Grid {
  std::size_t columns{};
  float pitch{}, row_height{}, side{};
  bool two_lines{};  // of captions: class and angle, or both in one
};

Grid grid_in(const Box& box) {
  Grid best;
  for (const std::size_t columns : {8U, 4U, 2U}) {
    Grid grid{.columns = columns};
    grid.pitch = box.width / static_cast<float>(columns);
    grid.row_height = box.height * static_cast<float>(columns) / app::kNeighbourCount;
    grid.two_lines = columns == app::kNeighbourCount;
    const float captions = grid.pitch < kLeastCaptionPitch ? kCaption
                           : grid.two_lines                ? 2 * kCaption
                                                           : kCaption + kGap4;
    grid.side = std::min({grid.pitch - kGap8, grid.row_height - kGap4 - captions, kMostSide});
    // Rows keep close together where there is more room than they need.
    grid.row_height = std::min(grid.row_height, grid.side + captions + kGap16);
    if (grid.side > best.side) best = grid;
  }
  return best;
}

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
    if (chip_at_left(context.theme, "again", row, "Try again")) {
      context.actions.push_back(app::Retry{});
    }
    return;
  }
  draw_progress(context, box);
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

void NeighboursPanel::draw_neighbour(const PanelContext& context, Box cell, float side,
                                     std::size_t k, bool two_lines) {
  const Palette& colors = *context.theme.colors;
  const app::State& state = context.state;
  const core::Neighbour& neighbour = app::shown_neighbours(state)[k];
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

  cell.cut_top(side + kGap4);
  if (!two_lines || cell.width < kLeastCaptionPitch) cell.width = side;
  const std::string angle = app::degrees_words(neighbour);
  Box line = cell.cut_top(kCaption);
  if (line.width < kLeastCaptionPitch) {
    draw_text(context.theme, line, Style::kCaption, colors.muted, angle, Align::kCenter);
    return;
  }
  if (!two_lines) {
    const float width = text_size(context.theme, Style::kCaption, angle).x;
    draw_text(context.theme, line.cut_right(width + 1), Style::kCaption, colors.muted, angle);
    line.cut_right(kGap4);
  }
  draw_text(context.theme, line, Style::kCaption, colors.text,
            app::answer_names(state)[neighbour.label]);
  if (two_lines) {
    draw_text(context.theme, cell.cut_top(kCaption), Style::kCaption, colors.muted,
              angle + " apart");
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

  const Grid grid = grid_in(box);
  for (std::size_t k = 0; k < nearest.size(); ++k) {
    const auto column = static_cast<float>(k % grid.columns);
    const auto row = static_cast<float>(k / grid.columns);
    draw_neighbour(context,
                   {box.x + column * grid.pitch, box.y + row * grid.row_height, grid.pitch - kGap8,
                    grid.row_height},
                   grid.side, k, grid.two_lines);
  }
}

}  // namespace atelier::ui
