// SPDX-License-Identifier: MIT
#include "ui/canvas_panel.hpp"

#include <algorithm>
#include <vector>

#include "ui/explanation_overlay.hpp"
#include "ui/explanation_panel.hpp"
#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

core::StrokePoint to_point(const Box& square, const PointerSample& sample) {
  return {(sample.position.x - square.x) / square.width,
          (sample.position.y - square.y) / square.height, sample.pressure};
}

// What a smooth texture shows lies up to one pixel beyond what is not black.
core::Rect ink_with_margin(const core::GrayImage& image) {
  const core::Rect ink = core::ink_bounds(image, 0);
  if (ink.empty()) return ink;
  const int left = std::max(0, ink.x - 1);
  const int top = std::max(0, ink.y - 1);
  return {left, top, std::min(image.width, ink.x + ink.width + 1) - left,
          std::min(image.height, ink.y + ink.height + 1) - top};
}

// Where a part of an image lies when all of the image fills `square`.
Box place_of(const core::Rect& part, const core::GrayImage& image, const Box& square) {
  const float scale = square.width / static_cast<float>(image.width);
  return {square.x + scale * static_cast<float>(part.x),
          square.y + scale * static_cast<float>(part.y), scale * static_cast<float>(part.width),
          scale * static_cast<float>(part.height)};
}

// Takes the corners off a square that has none, being cleared instead of drawn: by a frame around
// it, broad enough to reach from the arcs to the corners. Whatever lies outside is clipped.
void round_corners(ImDrawList& list, const Box& square, ImU32 around) {
  constexpr float kBreadth = kRadiusLarge / 2;  // (sqrt(2) - 1) * radius would do
  // AddRect draws its line half a pixel inside.
  const Box line = square.inset(-kBreadth / 2 - 0.5F);
  list.AddRect(line.min(), line.max(), around, kRadiusLarge + kBreadth / 2, 0, kBreadth);
}

void draw_hint(const PanelContext& context, const Box& square) {
  // The cloth is dark in both themes, so the dark theme's words go on it.
  const Palette& on_cloth = palette(true);
  Box lines{square.x, square.center().y - 26, square.width, 26};
  draw_text(context.theme, lines, Style::kBodyStrong, on_cloth.text, "Draw a garment here",
            Align::kCenter);
  lines.y += 26;
  draw_text(context.theme, lines, Style::kSmall, on_cloth.muted,
            "Fill it in: an outline alone is hard to read", Align::kCenter);
}

}  // namespace

void CanvasPanel::take_strokes(PointerTrail trail, app::Actions& actions) {
  using Phase = PointerSample::Phase;
  std::vector<core::StrokePoint> points;
  const auto flush = [&] {
    if (!points.empty()) actions.push_back(app::ExtendStroke{std::move(points)});
    points = {};
  };
  for (const PointerSample& sample : trail) {
    if (sample.phase == Phase::kDown && square_.contains(sample.position)) {
      stroke_in_progress_ = true;
      actions.push_back(app::BeginStroke{to_point(square_, sample)});
    } else if (stroke_in_progress_ && sample.phase == Phase::kMove) {
      points.push_back(to_point(square_, sample));
    } else if (stroke_in_progress_ && sample.phase == Phase::kUp) {
      flush();
      actions.push_back(app::EndStroke{});
      stroke_in_progress_ = false;
    } else if (stroke_in_progress_ && sample.phase == Phase::kCancel) {
      points.clear();
      actions.push_back(app::CancelStroke{});
      stroke_in_progress_ = false;
    }
  }
  flush();
}

void CanvasPanel::draw_cursor(const PanelContext& context, const Box& square) const {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseSource == ImGuiMouseSource_TouchScreen) return;
  const app::Tools& tools = context.state.tools;
  if (tools.tool == core::Tool::kFill) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return;
  }
  ImGui::SetMouseCursor(ImGuiMouseCursor_None);
  const float radius = tools.brush_size * square.width / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // A light ring in a dark one is seen on any gray.
  list.AddCircle(io.MousePos, radius + 1, IM_COL32(0, 0, 0, 160), 0, 1);
  list.AddCircle(io.MousePos, radius, IM_COL32(255, 255, 255, 220), 0, 1);
}

// An explanation lies on what the network sees. Otherwise a visitor's image is shown as it came.
void CanvasPanel::draw_sample(const PanelContext& context, const Box& square) {
  const app::State& state = context.state;
  if (sample_version_ != state.input.version) {
    sample_version_ = state.input.version;
    original_ = app::shown_original(state);
  }
  const bool as_it_came = original_ && !ExplanationPanel::is_open(state);
  const core::GrayImage& image = as_it_came ? *original_ : state.input.seen;
  const std::uint64_t content = 2 * state.input.version + (as_it_came ? 1 : 0);
  sample_.set(context.textures, image, content);
  sample_.draw(*ImGui::GetWindowDrawList(), fitted(image, square));
}

void CanvasPanel::draw_content(const PanelContext& context, const Box& square) {
  square_ = square;
  if (square.width < 1) return;
  const app::State& state = context.state;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::SetCursorScreenPos(square.min());
  // Takes the press away from everything below; the strokes themselves come from the trail.
  ImGui::InvisibleButton("canvas", {square.width, square.height});
  const bool hovered = ImGui::IsItemHovered() || ImGui::IsItemActive();

  list.PushClipRect(square.min(), square.max(), true);
  context.grounds.push_back({square, context.theme.colors->cloth});
  if (app::shows_sample(state)) {
    draw_sample(context, square);
  } else {
    const core::GrayImage& raster = state.drawing.raster();
    // Versions of a drawing start at 0, those of an ImageView at 1.
    if (drawing_.set(context.textures, raster, state.drawing.version() + 1)) {
      ink_ = ink_with_margin(raster);
    }
    drawing_.draw_part(list, place_of(ink_, raster, square), ink_);
    const bool empty = state.input.source == app::InputSource::kNone || state.input.blank;
    if (empty && !stroke_in_progress_) draw_hint(context, square);
  }
  draw_explanation_overlay(context, square);
  if (state.tools.mirrored) {
    const float middle = square.center().x;
    for (float y = square.y; y < square.bottom(); y += 10) {
      list.AddLine({middle, y}, {middle, y + 4}, IM_COL32(255, 255, 255, 90));
    }
  }
  if (hovered && square.contains(ImGui::GetIO().MousePos)) draw_cursor(context, square);
  round_corners(list, square, context.theme.colors->paper);
  list.PopClipRect();
  frame(context.theme, square.inset(-1), context.theme.colors->line, kRadiusLarge + 1);
}

}  // namespace atelier::ui
