// SPDX-License-Identifier: MIT
#include "shell/ui.hpp"

#include <algorithm>
#include <cstddef>

#include "app/action.hpp"
#include "app/view.hpp"
#include "features/data/panel/own_data_banner.hpp"
#include "features/models/panel/own_model_banner.hpp"
#include "features/photo/panel/photo_banner.hpp"
#include "imgui_internal.h"
#include "kit/layout.hpp"
#include "kit/menu.hpp"
#include "kit/panel_context.hpp"
#include "shell/error_banner.hpp"
#include "shell/navigation_panel.hpp"

namespace atelier::ui {
namespace {

Theme theme_for(const Surroundings& surroundings) {
  Theme theme;
  theme.colors = &palette(surroundings.dark);
  theme.coarse_pointer = surroundings.coarse_pointer;
  theme.still = surroundings.still;
  ImFont* stand_in = ImGui::GetFont();
  const auto or_stand_in = [&](ImFont* font) { return font == nullptr ? stand_in : font; };
  theme.fonts = {or_stand_in(surroundings.fonts.regular), or_stand_in(surroundings.fonts.medium),
                 or_stand_in(surroundings.fonts.semibold)};
  const Fonts& fonts = surroundings.fonts;
  const bool none =
      fonts.regular == nullptr && fonts.medium == nullptr && fonts.semibold == nullptr;
  if (none) theme.fonts.height_per_em = 1;  // ImGui's own font
  return theme;
}

// ImGui tells a font the display's density when the font is pushed. Ours are handed to the draw
// list directly and would stay at density 1.
void tell_density(const Fonts& fonts) {
  for (ImFont* font : {fonts.regular, fonts.medium, fonts.semibold}) {
    ImGui::PushFont(font, Theme::size(Style::kBody));
    ImGui::PopFont();
  }
}

// Whether something that may have a meaning was pressed earlier than the sample numbered `order`,
// and ImGui has not seen it yet. It takes one press or release a frame.
bool is_press_unseen_before(ImGuiID order) {
  for (const ImGuiInputEvent& event : ImGui::GetCurrentContext()->InputEventsQueue) {
    if (event.EventId >= order) return false;
    switch (event.Type) {
      case ImGuiInputEventType_MouseButton:
      case ImGuiInputEventType_MouseWheel:
        return true;
      case ImGuiInputEventType_Key:
        if (event.Key.Down && (event.Key.Key & ImGuiMod_Mask_) == 0) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

constexpr ImGuiWindowFlags kPageFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
    ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

Ui::Frame Ui::draw(const app::State& state, const Surroundings& surroundings, double now_ms,
                   app::Actions& actions) {
  const Theme theme = theme_for(surroundings);
  apply_to_imgui(theme);
  tell_density(theme.fonts);
  sheets_.update(textures_, state.test_set.loader.view(), state.test_set.version);
  Layout layout = layout_for(surroundings.size, surroundings.inset_top, surroundings.inset_bottom);
  Frame frame{.grounds = {{{0, 0, surroundings.size.x, surroundings.size.y}, theme.colors->paper}}};
  const PanelContext context{state,  actions,      theme,        textures_,    sheets_,
                             now_ms, layout.phone, frame.moving, frame.grounds};

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(surroundings.size);
  ImGui::Begin("Atelier", nullptr, kPageFlags);
  NavigationPanel::draw_content(context, layout.navigation);
  // On a phone the report needs the room, and is about ten thousand predictions instead of one.
  if (layout.phone && state.view == app::View::kReport) {
    layout.work.height = layout.prediction.bottom() - layout.work.y;
  } else {
    const bool begins = draw_.offers_examples(context) && !prediction_.shows_details();
    prediction_.draw_content(context, layout.prediction, !begins);
    if (begins) draw_.draw_examples(context, PredictionPanel::bars_place(layout.prediction));
  }
  ErrorBanner::draw_content(context, layout.work);
  OwnModelBanner::draw_content(context, layout.work);
  OwnDataBanner::draw_content(context, layout.work);
  PhotoBanner::draw_content(context, layout.work);
  const auto draw_if_shown = [&]<typename Panel>(Panel& panel) {
    if (state.view == Panel::kView) panel.draw_content(context, layout.work);
  };
  std::apply([&](auto&... panels) { (draw_if_shown(panels), ...); }, views_);
  frame.shows_steps = state.view == app::View::kDraw && draw_.shows_steps();
  ImGui::End();
  return frame;
}

void Ui::take_strokes(const app::State& state, PointerTrail trail, app::Actions& actions) {
  waiting_.insert(waiting_.end(), trail.begin(), trail.end());
  const auto end = std::find_if(waiting_.begin(), waiting_.end(), [](const PointerSample& sample) {
    return sample.phase == PointerSample::Phase::kDown && is_press_unseen_before(sample.order);
  });
  // What is pressed while a menu is open is meant for it, or closes it.
  if (state.view == app::View::kDraw && !any_menu_open()) {
    const auto due = static_cast<std::size_t>(end - waiting_.begin());
    draw_.take_strokes(state, PointerTrail(waiting_).first(due), actions);
  } else {
    draw_.leave();
  }
  waiting_.erase(waiting_.begin(), end);
}

bool Ui::wants_pinch(const app::State& state, ImVec2 at) const {
  return state.view == app::View::kDraw && !any_menu_open() && draw_.wants_pinch(at);
}

}  // namespace atelier::ui
