// SPDX-License-Identifier: MIT
#include "features/draw/panel/sample_view.hpp"

#include "features/data/own_data.hpp"
#include "features/explain/altered.hpp"
#include "features/explain/panel/why_panel.hpp"

namespace atelier::ui {

void SampleView::draw(const PanelContext& context, const Box& sheet) {
  const app::State& state = context.state;
  if (asked_for_ != state.input.version) {
    asked_for_ = state.input.version;
    original_ = app::shown_original(state);
  }
  // An explanation lies on what the network sees, or alters it.
  const bool as_it_came = original_ && !WhyPanel::is_open(state);
  const auto altered = app::altered_picture(state);
  const core::GrayImage& image =
      altered ? altered->picture : (as_it_came ? *original_ : state.input.seen);
  const std::uint64_t content =
      altered ? 3 * state.version + 2 : 3 * state.input.version + (as_it_came ? 1 : 0);
  view_.set(context.textures, image, content);
  view_.draw(*ImGui::GetWindowDrawList(), fitted(image.width, image.height, sheet));
}

}  // namespace atelier::ui
