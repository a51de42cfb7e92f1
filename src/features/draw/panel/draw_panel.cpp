// SPDX-License-Identifier: MIT
#include "features/draw/panel/draw_panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/action.hpp"
#include "app/say.hpp"
#include "features/draw/actions.hpp"
#include "features/draw/panel/commands.hpp"
#include "features/draw/panel/tools_panel.hpp"
#include "features/draw/panel/trace_menu.hpp"
#include "features/draw/steps.hpp"
#include "features/explore/actions.hpp"
#include "features/photo/panel/photo_menu.hpp"
#include "features/photo/photo.hpp"
#include "kit/widgets.hpp"

namespace atelier::ui {
namespace {

constexpr float kSideWidth = 176;           // cloth and brush; least, of what is set of a photo
constexpr float kLeastSideWidth = 120;      // of cloth and brush, where the canvas needs the width
constexpr float kGreatestSideWidth = 280;   // of what is set of a photo
constexpr float kNarrowWork = 400;          // a phone on its side, likewise
constexpr float kBesideWidth = 720;         // least width of the work for tools beside the canvas
constexpr float kStripLeastHeight = 620;    // of the work: below, the canvas needs the room
constexpr float kStripGreatestCost = 0.2F;  // of the canvas's side, for the strip in less room
constexpr float kTitleLeastHeight = 400;    // likewise: a phone on its side

// Any image of the test set. Chance needs no better source here than the moment of the click.
app::Action random_sample(const PanelContext& context) {
  const auto count = static_cast<std::uint32_t>(context.state.test_set.loader.view().count());
  const auto moment = static_cast<std::uint32_t>(context.now_ms * 10);
  return app::SelectSample{count == 0 ? 0 : moment * 2654435761U % count};
}

void draw_title(const PanelContext& context, Box box) {
  const app::State& state = context.state;
  const auto add = [&](const char* id, const std::string& label) {
    return chip_at_right(context.theme, id, box, label);
  };
  std::string title = app::say("draw.title");
  std::string short_title = app::say("draw.title-short");
  if (state.photo.opening) {
    title = app::say("draw.opening");
    short_title = app::say("draw.opening-short");
  } else if (app::shows_photo(state)) {
    title = app::say("draw.photo");
    short_title = app::say("draw.photo-short");
  } else if (app::shows_sample(state)) {
    title = app::say("draw.sample");
    short_title = app::say("draw.sample-short");
  }
  // Each button has one meaning and, from the right, one place, whatever is shown. The way back is
  // the last: it alone is not always there.
  if (add("random sample",
          context.phone ? app::say("draw.random-sample-short") : app::say("draw.random-sample"))) {
    context.actions.push_back(random_sample(context));
  }
  const bool away = app::shows_photo(state) || app::shows_sample(state);
  const auto width_of = [&](const std::string& label) {
    return chip_width(context.theme, label) + kGap8;
  };
  std::string back = app::say("draw.my-drawing");
  const float trace = TraceMenu::width(context);
  // Where there is no room for all words, Photo is an icon; then the way back is a short word; then
  // Trace is left out, and on a phone with open steps Photo, too.
  const auto fits_beside = [&](float photo) {
    return box.width >= photo + trace + (away ? width_of(back) : 0);
  };
  // The topics of what explains need the room of both.
  const bool explains = WhyPanel::is_open(state);
  if (explains) {
    if (away && context.phone) back = app::say("draw.back");
  } else if (fits_beside(PhotoMenu::width(context))) {
    PhotoMenu::draw_at_right(context, box);
  } else {
    if (away && !fits_beside(PhotoMenu::kShortWidth)) back = app::say("draw.back");
    if (box.width >= PhotoMenu::kShortWidth + (away ? width_of(back) : trace)) {
      PhotoMenu::draw_short_at_right(context, box);
    }
  }
  if (!explains && box.width >= (away ? width_of(back) : 0) + trace)
    TraceMenu::draw_at_right(context, box);
  if (away && add("show drawing", back)) context.actions.push_back(app::ShowDrawing{});
  const Style style = context.phone ? Style::kBodyStrong : Style::kTitle;
  const auto fits = [&](const std::string& text) {
    return text_size(context.theme, style, text).x <= box.width;
  };
  if (explains) return WhyPanel::draw_title(context, box, style);
  if (!fits(title)) title = short_title;
  if (fits(title)) draw_text(context.theme, box, style, context.theme.colors->text, title);
}

bool is_blank(const app::State& state) {
  return state.input.source == app::InputSource::kNone || state.input.blank;
}

// Of whole pixels, for its corners are cut out of what is cleared in such.
Box square_in(const Box& box) {
  const float side = std::floor(std::min(box.width, box.height));
  return {std::floor(box.x + (box.width - side) / 2), box.y, side, side};
}

}  // namespace

void DrawPanel::draw_strip(const PanelContext& context, const Box& box) {
  if (WhyPanel::is_open(context.state)) {
    why_.draw_content(context, box, has_title_);
  } else {
    strip_.draw_content(context, canvas_.drawing(), box);
  }
}

bool DrawPanel::offers_steps(const PanelContext& context) const {
  return !has_strip_ && app::shows_steps(context.state) && !WhyPanel::is_open(context.state);
}

bool DrawPanel::has_open_steps(const PanelContext& context) const {
  return steps_open_ && offers_steps(context);
}

void DrawPanel::draw_steps_chips(const PanelContext& context, Box& title) {
  if (!offers_steps(context)) return;
  if (chip_at_right(context.theme, "steps", title, app::say("draw.steps"), steps_open_)) {
    steps_open_ = !steps_open_;
  }
  if (!steps_open_ || !app::are_steps_changed(context.state)) return;
  if (chip_at_right(context.theme, "reset open steps", title, app::say("draw.reset"))) {
    context.actions.push_back(app::SwitchStep{});
  }
}

bool DrawPanel::draw_beside(const PanelContext& context, Box box) {
  const bool photo = app::shows_photo(context.state);
  const float strip_height = StripPanel::height(context.state, box.width);
  const float below = context.phone ? kGap8 : kGap24;
  const float above = context.phone ? kGap12 : kGap20;
  const float widest = box.width - (photo ? kSideWidth : kLeastSideWidth) - kGap20 -
                       (photo ? 0 : ToolsPanel::column_width(box.height) + kGap20);
  const auto side_in = [&](float height) { return std::min(widest, height); };
  const bool is_cheap = side_in(box.height - strip_height - below - above) >=
                        (1 - kStripGreatestCost) * side_in(box.height - kGap16);
  const bool has_room = box.height >= kStripLeastHeight || is_cheap;
  // Who asks for the steps gets them at the cost of the canvas.
  const bool has_strip = has_room || has_open_steps(context);
  Box strip;
  if (has_strip) {
    box.cut_bottom(below);
    // Where the words have no room beside the steps they get it below, but not at any cost.
    strip = box.cut_bottom(has_room ? strip_height : StripPanel::kHeight);
    box.cut_bottom(above);
  } else {
    box.cut_bottom(kGap16);
  }
  if (!photo) {
    ToolsPanel::draw_column(context, box.cut_left(ToolsPanel::column_width(box.height)));
    box.cut_left(kGap20);
  }
  const float least_side = photo ? kSideWidth : kLeastSideWidth;
  Box canvas = square_in({box.x, box.y, box.width - least_side - kGap20, box.height});
  canvas.x = box.x;
  canvas_.draw_content(context, canvas);
  // After the canvas, whose picture of the drawing it shows as well.
  if (has_strip) draw_strip(context, strip);
  box.cut_left(canvas.width + kGap20);
  const float width = std::min(box.width, photo ? kGreatestSideWidth : kSideWidth);
  Box side{box.x, box.y, width, box.height};
  if (!has_title_ && !WhyPanel::is_open(context.state)) {
    Box row = side.cut_top(kTarget);
    side.cut_top(kGap8);
    PhotoMenu::draw_button(context, row.cut_right(kTarget));
    if (photo && chip_at_left(context.theme, "back to the drawing", row, app::say("draw.back"))) {
      context.actions.push_back(app::ShowDrawing{});
    }
  }
  if (WhyPanel::is_open(context.state) && !has_strip) {
    why_.draw_content(context, side, has_title_);
  } else if (photo) {
    PhotoPanel::draw_column(context, side);
  } else {
    constexpr float kToolsHeight = 260;
    const float examples = StripPanel::samples_height(box.width);
    if (!has_strip && is_blank(context.state) && side.height >= kToolsHeight + examples) {
      strip_.draw_samples(context, {side.x, side.bottom() - examples, box.width, examples});
    }
    ToolsPanel::draw_cloth_and_brush(context, side);
  }
  return has_room;
}

bool DrawPanel::draw_stacked(const PanelContext& context, Box box) {
  box.cut_bottom(kGap8);
  const bool has_strip = box.height - box.width > 320;
  Box strip;
  if (has_strip) {
    strip = box.cut_bottom(StripPanel::height(context.state, box.width));
    box.cut_bottom(kGap12);
  }
  Box cloth = box.cut_bottom(kTarget);
  box.cut_bottom(kGap8);
  Box tools = box.cut_bottom(kTarget);
  box.cut_bottom(kGap8);
  const Box canvas = square_in(box);
  // Tools keep close to the canvas when it is not as high as the room.
  const float lift = box.bottom() - canvas.bottom();
  tools.y -= lift;
  cloth.y -= lift;
  canvas_.draw_content(context, canvas);
  if (has_strip) draw_strip(context, strip);
  // Where there is no strip, tools make room: the canvas does not.
  const bool explains = WhyPanel::is_open(context.state);
  if (!has_strip && (explains || has_open_steps(context))) {
    tools.height = cloth.bottom() - tools.y;
    draw_strip(context, tools);
    return has_strip;
  }
  if (app::shows_photo(context.state)) {
    tools.height = cloth.bottom() - tools.y;
    photo_.draw_rows(context, tools, !has_title_);
    return has_strip;
  }
  if (!has_title_) {
    PhotoMenu::draw_button(context, tools.cut_right(kTarget));
    tools.cut_right(kGap8);
  }
  ToolsPanel::draw_row(context, tools);
  ToolsPanel::draw_cloth_and_brush_row(context, cloth);
  return has_strip;
}

bool DrawPanel::offers_examples(const PanelContext& context) const {
  const app::State& state = context.state;
  return context.phone && state.view == app::View::kDraw && !has_strip_ && is_blank(state) &&
         state.test_set.loader.view().count() > 0;
}

void DrawPanel::draw_content(const PanelContext& context, Box box) {
  if (!canvas_.take_keys(context)) take_shortcuts(context.state, context.actions);
  const bool beside = box.width >= kBesideWidth;
  box = box.inset(context.phone || box.width < kNarrowWork ? kGap16 : kGap28, 0);
  has_title_ = context.phone || box.height >= kTitleLeastHeight;
  if (!has_title_) {
    box.cut_top(kGap8);
  } else {
    box.cut_top(context.phone ? kGap4 : kGap20);
    Box title = box.cut_top(kTarget);
    draw_steps_chips(context, title);
    draw_title(context, title);
    box.cut_top(context.phone ? kGap4 : kGap12);
  }
  has_strip_ = beside ? draw_beside(context, box) : draw_stacked(context, box);
  shows_steps_ = (has_strip_ || has_open_steps(context)) && !WhyPanel::is_open(context.state);
}

}  // namespace atelier::ui
