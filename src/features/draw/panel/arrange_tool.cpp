// SPDX-License-Identifier: MIT
#include "features/draw/panel/arrange_tool.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <variant>

#include "app/action.hpp"
#include "features/draw/actions.hpp"
#include "imgui_internal.h"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

using core::Arrangement;
using Phase = PointerSample::Phase;

constexpr float kStem = 30;  // from the frame to the handle that turns
constexpr float kStep = 3.14159265F / 12;
constexpr float kLeastSize = 0.03F;  // of the drawing, so that it can be found again

ImVec2 on_sheet(ImVec2 at, const Box& sheet) {
  return {(at.x - sheet.x) / sheet.width, (at.y - sheet.y) / sheet.height};
}
ImVec2 on_page(ImVec2 at, const Box& sheet) {
  return {sheet.x + at.x * sheet.width, sheet.y + at.y * sheet.height};
}
float distance(ImVec2 a, ImVec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }
float angle(ImVec2 from, ImVec2 to) { return std::atan2(to.y - from.y, to.x - from.x); }
ImVec2 middle_of(const app::DrawnBox& box) {
  return {box.x + box.width / 2, box.y + box.height / 2};
}
ImVec2 corner_of(const app::DrawnBox& box, int k) {  // clockwise from the top left
  return {box.x + (k == 1 || k == 2 ? box.width : 0), box.y + (k >= 2 ? box.height : 0)};
}

}  // namespace

ArrangeTool::Handles ArrangeTool::handles(const app::DrawnBox& box, const Arrangement& by,
                                          const Box& sheet, const Box& square) {
  Handles found{};
  const auto moved = [&](ImVec2 at) {
    return on_page({by.x_of(at.x, at.y), by.y_of(at.x, at.y)}, sheet);
  };
  for (int k = 0; k < 4; ++k) found.corners[k] = moved(corner_of(box, k));
  const ImVec2 middle = moved(middle_of(box));
  const ImVec2 top{(found.corners[0].x + found.corners[1].x) / 2,
                   (found.corners[0].y + found.corners[1].y) / 2};
  const float height = std::max(distance(middle, top), 1.0F);
  const auto beyond = [&](float stem) {
    return ImVec2(middle.x + (top.x - middle.x) * (height + stem) / height,
                  middle.y + (top.y - middle.y) * (height + stem) / height);
  };
  found.turn = beyond(kStem);
  // Where the drawing reaches the border, the handle is within it.
  if (!square.inset(kGap8).contains(found.turn)) found.turn = beyond(-kStem);
  return found;
}

void ArrangeTool::begin(Grip grip, const app::DrawnBox& box, app::Actions& actions) {
  if (grip_ != Grip::kNone) end(actions);
  grip_ = grip;
  box_ = box;
  done_ = {};
}

void ArrangeTool::emit(app::Actions& actions) const {
  // Each is told from the beginning, so the last of those that come at once is enough.
  const bool follows = !actions.empty() && actions.back().is<app::ArrangeDrawing>();
  if (follows) actions.pop_back();
  actions.push_back(app::ArrangeDrawing{done_});
}

void ArrangeTool::end(app::Actions& actions) {
  if (grip_ != Grip::kNone) actions.push_back(app::EndStroke{});
  grip_ = Grip::kNone;
}

Arrangement ArrangeTool::dragged_to(ImVec2 point, bool stepwise) const {
  if (grip_ == Grip::kMove) return {.dx = point.x - start_.x, .dy = point.y - start_.y};
  if (grip_ == Grip::kTurn) {
    float turned = angle(fixed_, point) - angle(fixed_, start_);
    if (stepwise) turned = std::round(turned / kStep) * kStep;
    return Arrangement::about(fixed_.x, fixed_.y, 1, turned);
  }
  const float least = kLeastSize / std::max(box_.width, box_.height);
  const float scale = distance(fixed_, point) / std::max(distance(fixed_, start_), 1e-3F);
  return Arrangement::about(fixed_.x, fixed_.y, std::clamp(scale, least, 8.0F), 0);
}

void ArrangeTool::take(const PointerSample& sample, const Box& sheet, const app::State& state,
                       app::Actions& actions) {
  const ImVec2 at = on_sheet(sample.position, sheet);
  switch (sample.phase) {
    case Phase::kDown: {
      const auto box = app::drawn_box(state);
      if (!box) return;
      const Handles held = handles(*box, {}, sheet, square_);
      const float reach = sample.source == ImGuiMouseSource_TouchScreen ? kTarget / 2 : kGap12;
      Grip grip = Grip::kMove;
      ImVec2 fixed = middle_of(*box);
      for (int k = 0; k < 4; ++k) {
        if (distance(held.corners[k], sample.position) > reach) continue;
        grip = Grip::kScale;
        fixed = corner_of(*box, (k + 2) % 4);
      }
      if (distance(held.turn, sample.position) <= reach) {
        grip = Grip::kTurn;
        fixed = middle_of(*box);
      }
      begin(grip, *box, actions);
      start_ = at;
      fixed_ = fixed;
      return;
    }
    case Phase::kMove: {
      if (grip_ != Grip::kMove && grip_ != Grip::kScale && grip_ != Grip::kTurn) return;
      const Arrangement next = dragged_to(at, sample.shift);
      if (!core::is_valid(next) || next == done_) return;
      done_ = next;
      emit(actions);
      return;
    }
    case Phase::kPinch: {
      const auto box = app::drawn_box(state);
      if (grip_ != Grip::kFingers) {
        if (!box) return;
        begin(Grip::kFingers, *box, actions);
      }
      const ImVec2 from = on_sheet(sample.from, sheet);
      const Arrangement next = done_.then(Arrangement::about(
          from.x, from.y, sample.scale, sample.turn, at.x - from.x, at.y - from.y));
      if (!core::is_valid(next)) return;
      done_ = next;
      emit(actions);
      return;
    }
    case Phase::kUp:
    case Phase::kPinchEnd:
      end(actions);
      return;
    case Phase::kCancel:
      if (grip_ == Grip::kFingers || grip_ == Grip::kNone) return;
      grip_ = Grip::kNone;
      actions.push_back(app::CancelStroke{});
      return;
    case Phase::kLeave:
    case Phase::kZoom:
      return;
  }
}

bool ArrangeTool::take_keys(const PanelContext& context) {
  struct Arrow {
    ImGuiKey key;
    float x, y;
  };
  constexpr Arrow kArrows[] = {{ImGuiKey_LeftArrow, -1, 0},
                               {ImGuiKey_RightArrow, 1, 0},
                               {ImGuiKey_UpArrow, 0, -1},
                               {ImGuiKey_DownArrow, 0, 1}};
  // Two pixels of the canvas, or one of those that the network sees.
  const float step = (ImGui::GetIO().KeyShift ? 20.0F : 2.0F) / core::kCanvasSide;
  bool held = false;
  for (const Arrow& arrow : kArrows) {
    // Or the keyboard's focus would go elsewhere.
    ImGui::SetKeyOwner(arrow.key, ImGui::GetID("arrange"));
    held = held || ImGui::IsKeyDown(arrow.key);
    if (!ImGui::IsKeyPressed(arrow.key, true)) continue;
    if (grip_ != Grip::kKeys) {
      const auto box = app::drawn_box(context.state);
      if (!box || grip_ != Grip::kNone) continue;
      begin(Grip::kKeys, *box, context.actions);
    }
    const Arrangement next = done_.then({.dx = arrow.x * step, .dy = arrow.y * step});
    if (!core::is_valid(next)) continue;
    done_ = next;
    emit(context.actions);
  }
  if (grip_ == Grip::kKeys && !held) end(context.actions);
  return held;
}

void ArrangeTool::draw(const PanelContext& context, const Box& sheet, const Box& square) {
  square_ = square;
  const bool going_on = grip_ != Grip::kNone;
  const auto box = going_on ? std::optional(box_) : app::drawn_box(context.state);
  if (!box) return;
  const Handles at = handles(*box, going_on ? done_ : Arrangement{}, sheet, square);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 ink = palette(true).text;  // on cloth, which is black in both themes
  const ImU32 under = IM_COL32(0, 0, 0, 160);
  const ImVec2 top{(at.corners[0].x + at.corners[1].x) / 2,
                   (at.corners[0].y + at.corners[1].y) / 2};
  for (const auto& [color, width] : {std::pair{under, 3.0F}, std::pair{ink, 1.0F}}) {
    list.AddPolyline(at.corners, 4, color, ImDrawFlags_Closed, width);
    list.AddLine(top, at.turn, color, width);
  }
  for (const ImVec2 corner : at.corners) {
    list.AddRectFilled({corner.x - 5, corner.y - 5}, {corner.x + 5, corner.y + 5}, ink, 2);
    list.AddRect({corner.x - 5, corner.y - 5}, {corner.x + 5, corner.y + 5}, under, 2);
  }
  list.AddCircleFilled(at.turn, 6, ink);
  list.AddCircle(at.turn, 6, under);
}

}  // namespace atelier::ui
