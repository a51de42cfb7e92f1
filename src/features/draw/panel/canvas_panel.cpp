// SPDX-License-Identifier: MIT
#include "features/draw/panel/canvas_panel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/action.hpp"
#include "app/say.hpp"
#include "features/draw/actions.hpp"
#include "features/draw/state.hpp"
#include "features/explain/inside/panel/receptive_field_overlay.hpp"
#include "features/explain/map/panel/explanation_overlay.hpp"
#include "features/photo/actions.hpp"
#include "features/photo/photo.hpp"
#include "kit/menu.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kPanPerNotch = 60;

// The end of a line from `start` to `end` that goes in one of eight directions.
core::StrokePoint in_step(const core::StrokePoint& start, const core::StrokePoint& end) {
  constexpr float kStep = 3.14159265F / 4;
  const float dx = end.x - start.x;
  const float dy = end.y - start.y;
  const float angle = std::round(std::atan2(dy, dx) / kStep) * kStep;
  // As far as the pointer has come in that direction.
  const float length = dx * std::cos(angle) + dy * std::sin(angle);
  return {start.x + length * std::cos(angle), start.y + length * std::sin(angle), end.pressure};
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
  const bool corners = context.state.tools.tool == core::Tool::kPolygon;
  // The cloth is dark in both themes, so the dark theme's words go on it.
  const Palette& on_cloth = palette(true);
  Box lines{square.x, square.center().y - 26, square.width, 26};
  draw_text(context.theme, lines, Style::kBodyStrong, on_cloth.text, app::say("canvas.hint"),
            Align::kCenter);
  lines.y += 26;
  draw_text(context.theme, lines, Style::kSmall, on_cloth.muted,
            corners ? app::say("canvas.hint-corners") : app::say("canvas.hint-outline"),
            Align::kCenter);
}

// A chip on the cloth. Whether it is pressed is asked before the canvas, which would take the
// press; it is drawn after it.
bool press_on_cloth(const char* id, const Box& box) { return press_area(id, box).pressed; }

void draw_on_cloth(const Theme& theme, const Box& box, app::Key label) {
  const Palette& on_cloth = palette(true);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(box.min(), box.max(), on_cloth.surface, box.height / 2);
  frame(theme, box, on_cloth.line, box.height / 2);
  draw_text(theme, box, Style::kSmallMedium, on_cloth.text, app::say(label), Align::kCenter);
}

constexpr app::Key kFit = "canvas.fit";
constexpr app::Key kWhole = "canvas.whole-photo";
constexpr app::Key kFinger = "canvas.finger";

}  // namespace

core::StrokePoint CanvasPanel::point_of(const PointerSample& sample) const {
  // A line is as broad at its ends as the brush: a pen is light when it comes and when it goes.
  return {(sample.position.x - sheet_.x) / sheet_.width,
          (sample.position.y - sheet_.y) / sheet_.height, straight_ ? 0.5F : sample.pressure};
}

bool CanvasPanel::is_on_chip(ImVec2 at) const {
  return fit_chip_.contains(at) || finger_chip_.contains(at) || whole_chip_.contains(at);
}

CanvasPanel::Gesture CanvasPanel::gesture_for(const app::State& state,
                                              const PointerSample& sample) {
  if (sample.source == ImGuiMouseSource_Pen) pen_draws_ = true;
  if (sample.source == ImGuiMouseSource_TouchScreen && pen_draws_) {
    finger_refused_ = true;
    return Gesture::kPan;
  }
  if (app::shows_photo(state)) return Gesture::kCrop;
  if (state.tools.mode == app::ToolMode::kPick || sample.alt) return Gesture::kPick;
  if (state.tools.mode == app::ToolMode::kArrange) return Gesture::kArrange;
  return state.tools.tool == core::Tool::kPolygon ? Gesture::kPolygon : Gesture::kStroke;
}

void CanvasPanel::flush(app::Actions& actions) {
  if (!points_.empty()) actions.push_back(app::ExtendStroke{std::move(points_)});
  points_ = {};
}

void CanvasPanel::begin(const app::State& state, const PointerSample& sample,
                        app::Actions& actions) {
  gesture_ = gesture_for(state, sample);
  last_ = sample.position;
  straight_ = state.tools.tool == core::Tool::kLine;
  start_ = point_of(sample);
  if (gesture_ == Gesture::kStroke) actions.push_back(app::BeginStroke{start_});
  if (gesture_ == Gesture::kPick) actions.push_back(app::PickGray{start_.x, start_.y});
  if (gesture_ == Gesture::kPolygon) polygon_.take(sample, sheet_, state.tools, actions);
  if (gesture_ == Gesture::kArrange) arrange_.take(sample, sheet_, state, actions);
  if (gesture_ == Gesture::kCrop) photo_.take(sample, sheet_, state, actions);
}

void CanvasPanel::go_on(const app::State& state, const PointerSample& sample,
                        app::Actions& actions) {
  using Phase = PointerSample::Phase;
  const bool moves = sample.phase == Phase::kMove;
  const bool up = sample.phase == Phase::kUp;
  switch (gesture_) {
    case Gesture::kNone:
      return;
    case Gesture::kStroke:
      if (moves) {
        const core::StrokePoint point = point_of(sample);
        points_.push_back(straight_ && sample.shift ? in_step(start_, point) : point);
      } else if (up) {
        flush(actions);
        actions.push_back(app::EndStroke{});
      } else {
        points_.clear();
        actions.push_back(app::CancelStroke{});
      }
      break;
    case Gesture::kPick: {
      const core::StrokePoint point = point_of(sample);
      if (moves) actions.push_back(app::PickGray{point.x, point.y});
      // The tool is back in hand.
      if (up && state.tools.mode == app::ToolMode::kPick) {
        actions.push_back(app::SetToolMode{app::ToolMode::kDraw});
      }
      break;
    }
    case Gesture::kPan:
      view_.pan(square_, {sample.position.x - last_.x, sample.position.y - last_.y});
      last_ = sample.position;
      sheet_ = view_.sheet(square_);
      break;
    case Gesture::kPolygon:
      polygon_.take(sample, sheet_, state.tools, actions);
      break;
    case Gesture::kArrange:
      arrange_.take(sample, sheet_, state, actions);
      break;
    case Gesture::kCrop:
      if (app::shows_photo(state)) photo_.take(sample, sheet_, state, actions);
      break;
  }
  if (!moves) gesture_ = Gesture::kNone;
}

void CanvasPanel::take_strokes(const app::State& state, PointerTrail trail, app::Actions& actions) {
  using Phase = PointerSample::Phase;
  for (const PointerSample& sample : trail) {
    const bool arranges = state.tools.mode == app::ToolMode::kArrange && !app::shows_photo(state);
    switch (sample.phase) {
      case Phase::kDown:
        if (square_.contains(sample.position) && !is_on_chip(sample.position)) {
          begin(state, sample, actions);
        }
        break;
      case Phase::kMove:
      case Phase::kUp:
      case Phase::kCancel:
        go_on(state, sample, actions);
        break;
      case Phase::kPinch:
      case Phase::kPinchEnd:
        if (arranges) {
          arrange_.take(sample, sheet_, state, actions);
          break;
        }
        [[fallthrough]];
      case Phase::kZoom:
        if (sample.phase == Phase::kPinchEnd) {
          view_.settle();
        } else {
          view_.zoom(square_, sample.from, sample.position, sample.scale);
        }
        // A trackpad's pinch comes in steps smaller than anything that could be taken for none.
        if (sample.phase == Phase::kZoom) view_.settle(1);
        sheet_ = view_.sheet(square_);
        break;
      case Phase::kLeave:
        break;
    }
  }
  flush(actions);
}

bool CanvasPanel::take_keys(const PanelContext& context) {
  if (ImGui::GetIO().WantTextInput || any_menu_open()) return false;
  if (polygon_.take_keys(context)) return true;
  if (app::shows_photo(context.state)) return false;
  const app::ToolMode mode = context.state.tools.mode;
  if (mode != app::ToolMode::kDraw && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    context.actions.push_back(app::SetToolMode{app::ToolMode::kDraw});
    return true;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_0, false) && !ImGui::GetIO().KeyCtrl) view_.fit();
  return mode == app::ToolMode::kArrange && arrange_.take_keys(context);
}

void CanvasPanel::leave() {
  gesture_ = Gesture::kNone;
  points_.clear();
  arrange_.leave();
  photo_.leave();
}

void CanvasPanel::scroll(const Box& square) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!view_.magnified() || io.KeyCtrl) return;
  if (io.MouseWheel == 0 && io.MouseWheelH == 0) return;
  view_.pan(square, {io.MouseWheelH * kPanPerNotch, io.MouseWheel * kPanPerNotch});
}

void CanvasPanel::draw_cursor(const PanelContext& context) const {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseSource == ImGuiMouseSource_TouchScreen || is_on_chip(io.MousePos)) return;
  const app::Tools& tools = context.state.tools;
  if (app::shows_photo(context.state)) {
    return ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // A light ring in a dark one is seen on any gray.
  const auto ring = [&](float radius) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    list.AddCircle(io.MousePos, radius + 1, IM_COL32(0, 0, 0, 160), 0, 1);
    list.AddCircle(io.MousePos, radius, IM_COL32(255, 255, 255, 220), 0, 1);
  };
  if (tools.mode == app::ToolMode::kPick || io.KeyAlt) {
    const float x = (io.MousePos.x - sheet_.x) / sheet_.width;
    const float y = (io.MousePos.y - sheet_.y) / sheet_.height;
    const std::uint8_t gray = app::shown_gray(context.state, x, y).value_or(0);
    list.AddCircle(io.MousePos, 15, IM_COL32(gray, gray, gray, 255), 0, 10);
    ring(20);
    list.AddCircle(io.MousePos, 10, IM_COL32(255, 255, 255, 220), 0, 1);
  } else if (tools.mode == app::ToolMode::kArrange || tools.tool == core::Tool::kFill) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  } else if (tools.tool == core::Tool::kPolygon) {
    ring(4);
  } else {
    ring(tools.brush_size * sheet_.width / 2);
  }
}

void CanvasPanel::draw_sheet(const PanelContext& context, const Box& square) {
  const app::State& state = context.state;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (app::shows_sample(state)) return sample_.draw(context, sheet_);
  if (app::shows_photo(state)) return photo_.draw(context, sheet_);
  const core::GrayImage& raster = state.drawing.raster();
  // Versions of a drawing start at 0, those of an ImageView at 1.
  if (drawing_.set(context.textures, raster, state.drawing.version() + 1)) {
    ink_ = ink_with_margin(raster);
  }
  if (trace_.draw(context, sheet_)) return;
  drawing_.draw_part(list, place_of(ink_, raster, sheet_), ink_);
  const bool empty = state.input.source == app::InputSource::kNone || state.input.blank;
  if (empty && gesture_ == Gesture::kNone && !polygon_.begun()) draw_hint(context, square);
}

void CanvasPanel::draw_content(const PanelContext& context, const Box& square) {
  square_ = square;
  if (square.width < 1) return;
  const app::State& state = context.state;
  const bool photo = app::shows_photo(state);
  const bool arranges = state.tools.mode == app::ToolMode::kArrange && !photo;
  if (photo || arranges || state.tools.tool != core::Tool::kPolygon) polygon_.give_up();
  if (!arranges) arrange_.leave();
  if (!photo) photo_.leave();

  const auto chip_at = [&](bool there, float x, float y, app::Key label) {
    return there ? Box{x, y, chip_width(context.theme, app::say(label)), kChipHeight} : Box{};
  };
  fit_chip_ = chip_at(view_.magnified(),
                      square.right() - kGap12 - chip_width(context.theme, app::say(kFit)),
                      square.y + kGap12, kFit);
  finger_chip_ = chip_at(pen_draws_ && finger_refused_, square.x + kGap12,
                         square.bottom() - kGap12 - kChipHeight, kFinger);
  whole_chip_ =
      chip_at(photo && state.photo.crop.has_value(), square.x + kGap12, square.y + kGap12, kWhole);
  if (whole_chip_.width > 0 && press_on_cloth("whole photo", whole_chip_)) {
    context.actions.push_back(app::CropPhoto{});
  }
  if (fit_chip_.width > 0 && press_on_cloth("fit", fit_chip_)) view_.fit();
  if (finger_chip_.width > 0 && press_on_cloth("finger draws", finger_chip_)) {
    pen_draws_ = finger_refused_ = false;
  }

  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::SetCursorScreenPos(square.min());
  // Takes the press away from everything below; the strokes themselves come from the trail.
  ImGui::InvisibleButton("canvas", {square.width, square.height});
  const bool hovered = ImGui::IsItemHovered() || ImGui::IsItemActive();
  if (hovered) scroll(square);
  sheet_ = view_.sheet(square);

  list.PushClipRect(square.min(), square.max(), true);
  context.grounds.push_back({square, context.theme.colors->cloth});
  draw_sheet(context, square);
  draw_explanation_overlay(context, sheet_);
  draw_receptive_field_overlay(context, sheet_);
  if (state.tools.mirrored && !photo) {
    const float middle = sheet_.center().x;
    for (float y = square.y; y < square.bottom(); y += 10) {
      list.AddLine({middle, y}, {middle, y + 4}, IM_COL32(255, 255, 255, 90));
    }
  }
  polygon_.draw(context, sheet_);
  if (arranges) arrange_.draw(context, sheet_, square);
  if (hovered && square.contains(ImGui::GetIO().MousePos)) draw_cursor(context);
  if (whole_chip_.width > 0) draw_on_cloth(context.theme, whole_chip_, kWhole);
  if (fit_chip_.width > 0) draw_on_cloth(context.theme, fit_chip_, kFit);
  if (finger_chip_.width > 0) draw_on_cloth(context.theme, finger_chip_, kFinger);
  round_corners(list, square, context.theme.colors->paper);
  list.PopClipRect();
  frame(context.theme, square.inset(-1), context.theme.colors->line, kRadiusLarge + 1);
}

}  // namespace atelier::ui
