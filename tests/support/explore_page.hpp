// SPDX-License-Identifier: MIT
// tests/support/explore_page.hpp: the page with Explore in sight, and what its grid shows.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "tests/support/page.hpp"

namespace atelier::test {

inline constexpr const char* kGrid = "grid window";

struct ExplorePage : Page {
  explicit ExplorePage(ImVec2 size = kDesktop, std::uint32_t count = 600) : Page(size) {
    program.load_test_set(count);
    program.act(app::SetView{app::View::kExplore});
    frames(3);
  }

  [[nodiscard]] static float scroll() { return NullWindow::window_named(kGrid).Scroll.y; }

  // Those of which at least the middle can be seen.
  [[nodiscard]] std::map<std::uint32_t, ui::Box> samples_in_sight() const {
    const ImRect clip = NullWindow::window_named(kGrid).InnerClipRect;
    std::map<std::uint32_t, ui::Box> found;
    for (const auto& [index, box] : samples_drawn()) {
      if (clip.Contains(box.center())) found[index] = box;
    }
    return found;
  }

  [[nodiscard]] std::vector<std::uint32_t> selected() const {
    std::vector<std::uint32_t> indices;
    for (const auto& select : emitted<app::SelectSample>()) indices.push_back(select.index);
    return indices;
  }

  void jump_to(const char* text) {
    click(item("##jump"));
    type(text);
    press_key(ImGuiKey_Enter);
    frames(2);
  }
};

}  // namespace atelier::test
