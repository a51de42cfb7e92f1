// SPDX-License-Identifier: MIT
#include "features/outline.hpp"

#include <array>

#include "app/error_words.hpp"
#include "app/say.hpp"
#include "features/about/outline.hpp"
#include "features/answer/outline.hpp"
#include "features/answer/words.hpp"
#include "features/data/outline.hpp"
#include "features/draw/outline.hpp"
#include "features/explain/outline.hpp"
#include "features/explore/outline.hpp"
#include "features/models/outline.hpp"
#include "features/photo/outline.hpp"
#include "features/report/outline.hpp"

namespace atelier::app {
namespace {

using Part = void (*)(Outline&, const State&);

struct ViewParts {
  View view;
  std::vector<Part> parts;  // in the order of the page
};

void draw_title(Outline& out, const State&) { out.title(say("draw.title")); }

const std::vector<ViewParts>& views() {
  static const std::vector<ViewParts> kViews = {
      {View::kDraw,
       {draw_title, data::outline_sample, answer::outline, models::outline, models::outline_engines,
        draw::outline, photo::outline, explain::outline, draw::outline_steps,
        answer::outline_temperature}},
      {View::kExplore, {explore::outline, answer::outline, data::outline}},
      {View::kReport, {report::outline}},
      {View::kAbout, {about::outline}},
  };
  return kViews;
}

void navigate(Outline& out, const State& state) {
  Node& node = out.navigation("views", say("text.views"));
  node.value = '"' + std::string(name(state.view)) + '"';
  node.action = ActionText("view").place("view").json();
  for (const View view : core::all_of<View>()) {
    node.option(OutlineOption::of(say(Key::of("view.", name(view))), name(view)));
  }
}

// The first thing that went wrong and is still wrong, or what goes on without it.
void warn(Outline& out, const State& state) {
  const core::Error* serious = current_error(state);
  const core::Error* error = serious != nullptr ? serious : notice(state);
  out.alert("text-view-error", serious != nullptr ? error_words(serious->code)
                               : error != nullptr ? notice_words(*error)
                                                  : std::string());
  if (error == nullptr) return;
  const std::string details = std::string(core::name(error->code)) + ": " + error->detail;
  out.fold("error-fold", say("answer.details"), [&](Outline& in) {
    in.line("error-detail", details);
    in.copier("error-copy-details", say("common.copy-details"), details);
  });
  out.button("text-view-retry", say("common.retry"), ActionText("retry"));
  if (serious == nullptr)
    out.button("dismiss-notice", say("common.dismiss"), ActionText("dismiss-notice"));
}

}  // namespace

Outline outline(const State& state) {
  Outline out;
  navigate(out, state);
  warn(out, state);
  models::outline_news(out, state);
  data::outline_news(out, state);
  photo::outline_news(out, state);
  for (const ViewParts& each : views()) {
    if (each.view != state.view) continue;
    for (const Part part : each.parts) part(out, state);
  }
  return out;
}

}  // namespace atelier::app
