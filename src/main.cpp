// SPDX-License-Identifier: MIT
// main.cpp: the composition root. Everything is made here, once, and joined; start reading here.
#include <vector>

#include "app/classification.hpp"
#include "app/frame_pacer.hpp"
#include "app/state.hpp"
#include "app/update.hpp"
#include "bridge/bridge.hpp"
#include "bridge/browser_ports.hpp"
#include "platform/platform.hpp"
#include "ui/ui.hpp"

namespace atelier {
namespace {

// The window's textures, as the panels want them.
class WindowTextures final : public ui::Textures {
 public:
  explicit WindowTextures(platform::GlTextures& textures) : textures_(textures) {}

  ImTextureID create(int width, int height, ui::Sampling sampling) override {
    return textures_.create(width, height, sampling == ui::Sampling::kSmooth);
  }
  void upload(ImTextureID texture, int x, int y, int width, int height,
              std::span<const std::uint8_t> pixels) override {
    textures_.upload(texture, x, y, width, height, pixels);
  }
  void destroy(ImTextureID texture) override { textures_.destroy(texture); }
  [[nodiscard]] std::uint32_t generation() const override { return textures_.generation(); }

 private:
  platform::GlTextures& textures_;
};

class Program {
 public:
  Program() {
    bridge::attach({&state_, &ports_, &events_, [this] { return window_.frames_drawn(); },
                    [this] { pacer_.note_activity(); }});
    platform::attach(
        window_, [this](double now_ms, bool visible) { return frame(now_ms, visible); },
        [this] { pacer_.note_activity(); });
  }

 private:
  // Returns true when another frame is due.
  bool frame(double now_ms, bool visible) {
    for (const app::Event& event : events_.take()) {
      app::update(state_, event, ports_);
      pacer_.note_activity();
    }
    pacer_.set_visible(visible && window_.can_draw());
    if (pacer_.should_draw()) {
      pacer_.begin_frame();
      draw(now_ms);
    }
    app::request_answer(state_, ports_);
    return pacer_.should_draw();
  }

  void draw(double now_ms) {
    app::Actions actions;
    window_.begin_frame(now_ms);
    const bool moving = ui_.draw(state_, surroundings(), trail(), now_ms, actions);
    window_.end_frame(ui::palette(window_.state().dark).paper, [&] {
      for (const app::Action& action : actions) app::update(state_, action, ports_);
      ui_.refresh(state_);
    });
    if (moving || !actions.empty() || window_.input_pending()) pacer_.note_activity();
  }

  [[nodiscard]] ui::Surroundings surroundings() const {
    const platform::WindowState& window = window_.state();
    return {.size = window.size,
            .inset_top = window.inset_top,
            .inset_bottom = window.inset_bottom,
            .dark = window.dark,
            .coarse_pointer = window.coarse_pointer,
            .still = window.still,
            .fonts = {window_.font(400), window_.font(500), window_.font(600)}};
  }

  [[nodiscard]] ui::PointerTrail trail() {
    trail_.clear();
    for (const platform::PointerEvent& event : window_.trail()) {
      trail_.push_back(
          {static_cast<ui::PointerSample::Phase>(event.phase), event.position, event.pressure});
    }
    return trail_;
  }

  app::State state_;
  bridge::PendingEvents events_;
  bridge::OrtClassifier classifier_;
  bridge::BrowserFiles files_;
  bridge::BrowserClock clock_;
  app::Ports ports_{classifier_, files_, clock_};
  app::FramePacer pacer_;
  platform::Window window_;
  WindowTextures textures_{window_.textures()};
  ui::Ui ui_{textures_};
  std::vector<ui::PointerSample> trail_;
};

// Both enumerations name the same phases in the same order.
static_assert(static_cast<int>(ui::PointerSample::Phase::kCancel) ==
              static_cast<int>(platform::PointerPhase::kCancel));

}  // namespace
}  // namespace atelier

int main() {
  // Lives as long as the page: JS goes on calling the exports after main has returned.
  static atelier::Program program;
  (void)program;
  return 0;
}
