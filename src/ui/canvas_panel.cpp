// SPDX-License-Identifier: MIT
#include "ui/canvas_panel.hpp"

#include <vector>

#include "ui/widgets.hpp"

namespace atelier::ui {
namespace {

core::StrokePoint to_point(const Box& square, const PointerSample& sample) {
  return {(sample.position.x - square.x) / square.width,
          (sample.position.y - square.y) / square.height, sample.pressure};
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

void CanvasPanel::take_strokes(const PanelContext& context, const Box& square) {
  using Phase = PointerSample::Phase;
  std::vector<core::StrokePoint> points;
  const auto flush = [&] {
    if (!points.empty()) context.actions.push_back(app::ExtendStroke{std::move(points)});
    points = {};
  };
  for (const PointerSample& sample : context.trail) {
    if (sample.phase == Phase::kDown && square.contains(sample.position)) {
      stroke_in_progress_ = true;
      context.actions.push_back(app::BeginStroke{to_point(square, sample)});
    } else if (stroke_in_progress_ && sample.phase == Phase::kMove) {
      points.push_back(to_point(square, sample));
    } else if (stroke_in_progress_ && sample.phase == Phase::kUp) {
      flush();
      context.actions.push_back(app::EndStroke{});
      stroke_in_progress_ = false;
    } else if (stroke_in_progress_ && sample.phase == Phase::kCancel) {
      points.clear();
      context.actions.push_back(app::CancelStroke{});
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

void CanvasPanel::draw_content(const PanelContext& context, const Box& square) {
  if (square.width < 1) return;
  const app::State& state = context.state;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // Leaving the view has ended the stroke, and the pointer was not seen to go up.
  if (ImGui::GetFrameCount() != last_frame_ + 1) stroke_in_progress_ = false;
  last_frame_ = ImGui::GetFrameCount();
  ImGui::SetCursorScreenPos(square.min());
  // Takes the press away from everything below; the strokes themselves come from the trail.
  ImGui::InvisibleButton("canvas", {square.width, square.height});
  const bool hovered = ImGui::IsItemHovered() || ImGui::IsItemActive();

  list.PushClipRect(square.min(), square.max(), true);
  if (app::shows_sample(state)) {
    sample_.set(context.textures, state.input.seen, state.input.version);
    sample_.draw(list, square, kRadiusLarge);
  } else {
    refresh(state, context.textures);
    drawing_.draw(list, square, kRadiusLarge);
    const bool empty = state.input.source == app::InputSource::kNone || state.input.blank;
    if (empty && !stroke_in_progress_) draw_hint(context, square);
  }
  if (state.tools.mirrored) {
    const float middle = square.center().x;
    for (float y = square.y; y < square.bottom(); y += 10) {
      list.AddLine({middle, y}, {middle, y + 4}, IM_COL32(255, 255, 255, 90));
    }
  }
  take_strokes(context, square);
  if (hovered && square.contains(ImGui::GetIO().MousePos)) draw_cursor(context, square);
  list.PopClipRect();
  frame(context.theme, square.inset(-1), context.theme.colors->line, kRadiusLarge + 1);
}

void CanvasPanel::refresh(const app::State& state, Textures& textures) {
  // Versions of a drawing start at 0, those of an ImageView at 1.
  drawing_.set(textures, state.drawing.raster(), state.drawing.version() + 1);
}

}  // namespace atelier::ui
