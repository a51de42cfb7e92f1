// SPDX-License-Identifier: MIT
#include "features/about/outline.hpp"

#include "app/say.hpp"
#include "features/about/sections.hpp"
#include "features/data/outline.hpp"
#include "features/models/outline.hpp"

namespace atelier::app::about {

void outline(Outline& out, const State& state) {
  out.title(say("about.title"));
  int number = 0;
  for (const AboutSection& section : about_sections(state)) {
    const std::string key = "about-" + std::to_string(++number);
    out.heading(key, section.heading);
    out.line(key + "-words", section.text);
    switch (section.below) {
      case AboutBelow::kOwnData:
        data::outline(out, state);
        break;
      case AboutBelow::kModelSwitch:
        models::outline(out, state);
        break;
      case AboutBelow::kOwnModel:
        models::outline_own(out, state);
        break;
      case AboutBelow::kEngineSwitch:
        models::outline_engines(out, state);
        break;
      case AboutBelow::kNothing:
        break;
    }
  }
}

}  // namespace atelier::app::about
