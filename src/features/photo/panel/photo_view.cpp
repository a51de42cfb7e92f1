// SPDX-License-Identifier: MIT
#include "features/photo/panel/photo_view.hpp"

#include <algorithm>
#include <cmath>

#include "app/action.hpp"
#include "features/photo/actions.hpp"
#include "features/photo/photo.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

// Of its brightness, as fractions of 256, what was taken away keeps this share, and what was not
// chosen that one.
constexpr int kTakenAway = 110, kNotChosen = 40;
constexpr ImU32 kOutside = IM_COL32(0, 0, 0, 80);  // of the frame

// A drag of less than this, in CSS pixels, was a press.
constexpr float kLeastDrag = 12;

core::ColorImage marked(const core::ColorImage& photo, const core::Rect& part,
                        const core::GrayImage& background) {
  core::ColorImage image = photo;
  const bool cut_out = !background.pixels.empty();
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const int in_x = x - part.x, in_y = y - part.y;
      const bool chosen = in_x >= 0 && in_x < part.width && in_y >= 0 && in_y < part.height;
      if (chosen && !(cut_out && background.at(in_x, in_y) != 0)) continue;
      const int share = chosen ? kTakenAway : kNotChosen;
      core::Rgb color = image.at(x, y);
      for (std::uint8_t& value : color) value = static_cast<std::uint8_t>(value * share / 256);
      image.set(x, y, color);
    }
  }
  return image;
}

Box place_of(const core::Rect& part, const core::ColorImage& photo, const Box& box) {
  const float scale = box.width / static_cast<float>(photo.width);
  return {box.x + scale * static_cast<float>(part.x), box.y + scale * static_cast<float>(part.y),
          scale * static_cast<float>(part.width), scale * static_cast<float>(part.height)};
}

void darken_around(const Box& inner, const Box& outer) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(outer.min(), {outer.right(), inner.y}, kOutside);
  list.AddRectFilled({outer.x, inner.bottom()}, outer.max(), kOutside);
  list.AddRectFilled({outer.x, inner.y}, {inner.x, inner.bottom()}, kOutside);
  list.AddRectFilled({inner.right(), inner.y}, {outer.right(), inner.bottom()}, kOutside);
}

// Light in dark, to be seen on any colour.
void draw_frame(const Box& box) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Box around = box.inset(-1);
  list.AddRect(around.min(), around.max(), IM_COL32(0, 0, 0, 160), 0, 0, 3);
  list.AddRect(box.min(), box.max(), IM_COL32(255, 255, 255, 220));
}

ImVec2 place_in(const Box& photo, ImVec2 at) {
  return {std::clamp((at.x - photo.x) / photo.width, 0.0F, 1.0F),
          std::clamp((at.y - photo.y) / photo.height, 0.0F, 1.0F)};
}

}  // namespace

Box photo_box(const app::Photo& photo, const Box& sheet) {
  return fitted(photo.image.width, photo.image.height, sheet);
}

void PhotoView::draw(const PanelContext& context, const Box& sheet) {
  const app::State& state = context.state;
  const app::Photo& photo = state.photo;
  const core::Rect chosen = app::chosen_part(photo);
  if (!view_.shows(context.textures, state.input.version)) {
    view_.set(context.textures, marked(photo.image, chosen, state.steps.background),
              state.input.version);
  }
  const Box box = photo_box(photo, sheet);
  view_.draw(*ImGui::GetWindowDrawList(), box);
  if (dragged_) return draw_dragged(box);
  const core::Rect& kept = state.steps.blank ? chosen : state.steps.part;
  const Box frame = place_of(kept, photo.image, box);
  darken_around(frame, place_of(chosen, photo.image, box));
  draw_frame(frame);
}

void PhotoView::draw_dragged(const Box& photo) const {
  const auto& [from, to] = *dragged_;
  const ImVec2 least{std::min(from.x, to.x), std::min(from.y, to.y)};
  const Box chosen{photo.x + least.x * photo.width, photo.y + least.y * photo.height,
                   std::abs(to.x - from.x) * photo.width, std::abs(to.y - from.y) * photo.height};
  darken_around(chosen, photo);
  draw_frame(chosen);
}

void PhotoView::take(const PointerSample& sample, const Box& sheet, const app::State& state,
                     app::Actions& actions) {
  using Phase = PointerSample::Phase;
  const core::ColorImage& image = state.photo.image;
  const Box photo = photo_box(state.photo, sheet);
  const ImVec2 at = place_in(photo, sample.position);
  if (sample.phase == Phase::kDown) {
    dragged_ = Drag{at, at};
  } else if (dragged_ && sample.phase == Phase::kMove) {
    dragged_->to = at;
  } else if (dragged_ && sample.phase == Phase::kUp) {
    const auto [from, to] = *dragged_;
    dragged_.reset();
    const auto pixels = [](float one, float other, int length) {
      const auto side = static_cast<float>(length);
      const float first = std::floor(std::min(one, other) * side);
      const float last = std::ceil(std::max(one, other) * side);
      return std::pair{static_cast<int>(first), static_cast<int>(last - first)};
    };
    if (std::abs(to.x - from.x) * photo.width < kLeastDrag ||
        std::abs(to.y - from.y) * photo.height < kLeastDrag) {
      return;
    }
    const auto [x, width] = pixels(from.x, to.x, image.width);
    const auto [y, height] = pixels(from.y, to.y, image.height);
    actions.push_back(app::CropPhoto{core::Rect{x, y, width, height}});
  } else {
    dragged_.reset();
  }
}

}  // namespace atelier::ui
