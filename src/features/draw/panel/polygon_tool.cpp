// SPDX-License-Identifier: MIT
#include "features/draw/panel/polygon_tool.hpp"

#include <cmath>
#include <cstddef>
#include <utility>

#include "app/action.hpp"
#include "features/draw/actions.hpp"
#include "features/draw/state.hpp"
#include "imgui_internal.h"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr std::size_t kLeastCorners = 3;

ImVec2 on_page(const core::StrokePoint& corner, const Box& sheet) {
  return {sheet.x + corner.x * sheet.width, sheet.y + corner.y * sheet.height};
}

bool near(ImVec2 a, ImVec2 b, float reach) { return std::hypot(a.x - b.x, a.y - b.y) <= reach; }

}  // namespace

void PolygonTool::fill(const app::Tools& tools, app::Actions& actions) {
  actions.push_back(app::ApplyStroke{{core::Tool::kPolygon, tools.gray, tools.brush_size,
                                      tools.mirrored, std::exchange(corners_, {})}});
}

void PolygonTool::take(const PointerSample& sample, const Box& sheet, const app::Tools& tools,
                       app::Actions& actions) {
  using Phase = PointerSample::Phase;
  if (sample.phase == Phase::kDown) pressed_ = true;
  if (!pressed_) return;
  pointer_ = sample.position;
  if (sample.phase == Phase::kCancel) pressed_ = false;
  if (sample.phase != Phase::kUp) return;
  // Where the press ends, so that a finger can see where that is.
  pressed_ = false;
  const float reach = sample.source == ImGuiMouseSource_TouchScreen ? kTarget / 2 : 10.0F;
  if (!corners_.empty()) {
    const bool on_first = near(on_page(corners_.front(), sheet), sample.position, reach);
    const bool on_last = near(on_page(corners_.back(), sheet), sample.position, reach / 2);
    if (on_first || on_last) {
      if (corners_.size() >= kLeastCorners) fill(tools, actions);
      return;
    }
  }
  if (corners_.size() == core::kMaxStrokePoints) return;
  corners_.push_back(
      {(sample.position.x - sheet.x) / sheet.width, (sample.position.y - sheet.y) / sheet.height});
}

bool PolygonTool::take_keys(const PanelContext& context) {
  if (corners_.empty()) return false;
  const ImGuiIO& io = ImGui::GetIO();
  // Or Enter would press what has the keyboard's focus.
  for (const ImGuiKey key : {ImGuiKey_Enter, ImGuiKey_KeypadEnter}) {
    ImGui::SetKeyOwner(key, ImGui::GetID("polygon"));
    if (!ImGui::IsKeyPressed(key, false)) continue;
    if (corners_.size() >= kLeastCorners) fill(context.state.tools, context.actions);
    return true;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    give_up();
    return true;
  }
  const bool undo = io.KeyCtrl && !io.KeyShift && ImGui::IsKeyPressed(ImGuiKey_Z, true);
  if (undo || ImGui::IsKeyPressed(ImGuiKey_Backspace, true)) {
    corners_.pop_back();
    return true;
  }
  return false;
}

void PolygonTool::draw(const PanelContext& context, const Box& sheet) const {
  if (!begun()) return;
  const ImGuiIO& io = ImGui::GetIO();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 ink = palette(true).text;  // on cloth, which is black in both themes
  std::vector<ImVec2> points;
  for (const core::StrokePoint& corner : corners_) points.push_back(on_page(corner, sheet));
  const bool hovers = io.MouseSource != ImGuiMouseSource_TouchScreen && ImGui::IsMousePosValid();
  if (pressed_)
    points.push_back(pointer_);
  else if (hovers)
    points.push_back(io.MousePos);
  const auto count = static_cast<int>(points.size());
  for (const auto& [color, width] : {std::pair{IM_COL32(0, 0, 0, 160), 4.0F}, {ink, 1.5F}}) {
    list.AddPolyline(points.data(), count, color, ImDrawFlags_None, width);
  }
  if (context.state.tools.mirrored) {
    const float axis = 2 * sheet.center().x;
    for (ImVec2& point : points) point.x = axis - point.x;
    list.AddPolyline(points.data(), count, IM_COL32(255, 255, 255, 90), ImDrawFlags_None, 1.5F);
  }
  for (std::size_t k = 0; k < corners_.size(); ++k) {
    const ImVec2 at = on_page(corners_[k], sheet);
    const bool closes = k == 0 && corners_.size() >= kLeastCorners;
    list.AddCircleFilled(at, closes ? 7.0F : 4.0F, closes ? palette(true).accent : ink);
    list.AddCircle(at, closes ? 7.0F : 4.0F, closes ? ink : IM_COL32(0, 0, 0, 160));
  }
}

}  // namespace atelier::ui
