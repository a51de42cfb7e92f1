// SPDX-License-Identifier: MIT
// features/about/sections.hpp: what the page says about itself.
#pragma once

#include <string>
#include <vector>

#include "app/state.hpp"

namespace atelier::app {

// The controls that belong below a section.
enum class AboutBelow { kNothing, kOwnData, kModelSwitch, kOwnModel, kEngineSwitch };

struct AboutSection {
  std::string heading;
  std::string text;
  AboutBelow below = AboutBelow::kNothing;
};

[[nodiscard]] std::vector<AboutSection> about_sections(const State& state);

}  // namespace atelier::app
