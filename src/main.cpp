// SPDX-License-Identifier: MIT
// main.cpp: the composition root. Everything is made here, once, and joined; start reading here.
#include <vector>

#include "app/action.hpp"
#include "app/event.hpp"
#include "app/frame_pacer.hpp"
#include "app/state.hpp"
#include "features/answer/classification.hpp"
#include "features/draw/actions.hpp"
#include "features/update.hpp"
#include "seam/bridge/bridge.hpp"
#include "seam/bridge/browser_ports.hpp"
#include "seam/bridge/browser_work.hpp"
#include "seam/bridge/nn_neighbours.hpp"
#include "seam/platform/platform.hpp"
#include "shell/ui.hpp"

namespace atelier {
namespace {

// The window's textures, as the panels want them.
class WindowTextures final : public ui::Textures {
 public:
  explicit WindowTextures(platform::GlTextures& textures) : textures_(textures) {}

  ImTextureID create(int width, int height, ui::Sampling sampling, ui::Texels texels) override {
    return textures_.create(width, height, sampling == ui::Sampling::kSmooth, channels(texels));
  }
  void upload(ImTextureID texture, int x, int y, int width, int height, ui::Texels texels,
              std::span<const std::uint8_t> pixels) override {
    textures_.upload(texture, x, y, width, height, channels(texels), pixels);
  }
  void destroy(ImTextureID texture) override { textures_.destroy(texture); }
  [[nodiscard]] std::uint32_t generation() const override { return textures_.generation(); }

 private:
  static int channels(ui::Texels texels) { return texels == ui::Texels::kRgb ? 3 : 1; }

  platform::GlTextures& textures_;
};

class Program {
 public:
  Program() {
    const auto note_activity = [this] { pacer_.note_activity(); };
    const auto catch_up = [this] { catch_up_with_strokes(); };
    bridge::attach({.state = &state_,
                    .ports = &ports_,
                    .events = &events_,
                    .atelier_nn = &atelier_nn_,
                    .neighbours = &neighbours_,
                    .frames_drawn = [this] { return window_.frames_drawn(); },
                    .on_activity = note_activity,
                    .on_completion = catch_up});
    platform::attach(
        window_, {.frame = [this](double now_ms, bool visible) { return frame(now_ms, visible); },
                  .on_activity = note_activity,
                  .on_pointer = catch_up,
                  .wants_pinch = [this](ImVec2 at) { return ui_.wants_pinch(state_, at); }});
  }

 private:
  // Returns true when another frame is due.
  bool frame(double now_ms, bool visible) {
    take_events();
    take_strokes();
    ask_network();
    neighbours_.work();
    take_events();
    pacer_.set_visible(visible && window_.can_draw());
    if (pacer_.should_draw()) {
      pacer_.begin_frame();
      draw(now_ms);
    }
    return pacer_.should_draw();
  }

  // What need not wait for a frame: a model is there, or the network is free and is asked about
  // what the pointer has drawn by then, so that the next frame has the answer.
  void catch_up_with_strokes() {
    take_events();
    if (app::is_classifying(state_)) return;  // the strokes go on growing until it is done
    take_strokes();
    ask_network();
  }

  // Our own engine has answered by the end of this, and has said where it looked, if that is
  // wanted. What takes longer comes from a worker.
  void ask_network() {
    app::request_answer(state_, ports_);
    take_events();
    app::request_what_is_wanted(state_, ports_);
    take_events();
  }

  void take_events() {
    for (app::Event& event : events_.take()) {
      app::update(state_, std::move(event), ports_);
      pacer_.note_activity();
    }
  }

  void take_strokes() {
    std::vector<ui::PointerSample> trail;
    for (const platform::PointerEvent& event : window_.take_trail()) {
      trail.push_back({.phase = static_cast<ui::PointerSample::Phase>(event.phase),
                       .position = event.position,
                       .pressure = event.pressure,
                       .source = event.source,
                       .shift = (event.modifiers & platform::kShift) != 0,
                       .alt = (event.modifiers & platform::kAlt) != 0,
                       .from = event.from,
                       .scale = event.scale,
                       .turn = event.turn,
                       .order = event.order});
    }
    app::Actions actions;
    ui_.take_strokes(state_, trail, actions);
    for (app::Action& action : actions) app::update(state_, std::move(action), ports_);
  }

  void draw(double now_ms) {
    app::Actions actions;
    window_.begin_frame(now_ms);
    const ui::Ui::Frame frame = ui_.draw(state_, surroundings(), now_ms, actions);
    std::vector<platform::Ground> grounds;
    for (const auto& [box, color] : frame.grounds) {
      grounds.push_back({box.min(), box.max(), color});
    }
    window_.end_frame(grounds);
    if (frame.shows_steps != state_.step_answers.in_sight) {
      actions.push_back(app::ShowSteps{frame.shows_steps});
    }
    for (app::Action& action : actions) app::update(state_, std::move(action), ports_);
    const bool more_to_do = window_.input_pending() || ui_.has_waiting_strokes();
    if (frame.moving || !actions.empty() || more_to_do) pacer_.note_activity();
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

  app::State state_;
  bridge::PendingEvents events_;
  app::Workbench bench_;
  bridge::NnClassifier atelier_nn_{events_, bench_};
  bridge::OrtClassifier ort_web_;
  bridge::BrowserFiles files_;
  bridge::BrowserWork work_{events_, bench_};
  bridge::BrowserEvaluator evaluator_;
  bridge::NnNeighbours neighbours_{events_, bench_};
  bridge::BrowserClock clock_;
  bridge::BrowserFileSaver saver_;
  bridge::BrowserVisitor visitor_;
  bridge::BrowserSettings settings_;
  app::Ports ports_{.atelier_nn = atelier_nn_,
                    .ort_web = ort_web_,
                    .files = files_,
                    .work = work_,
                    .evaluator = evaluator_,
                    .neighbours = neighbours_,
                    .clock = clock_,
                    .saver = saver_,
                    .visitor = visitor_,
                    .settings = settings_};
  app::FramePacer pacer_;
  platform::Window window_;
  WindowTextures textures_{window_.textures()};
  ui::Ui ui_{textures_};
};

// Both enumerations name the same phases in the same order.
static_assert(static_cast<int>(ui::PointerSample::Phase::kCancel) ==
              static_cast<int>(platform::PointerPhase::kCancel));
static_assert(static_cast<int>(ui::PointerSample::Phase::kPinchEnd) ==
              static_cast<int>(platform::PointerPhase::kPinchEnd));

}  // namespace
}  // namespace atelier

int main() {
  // Lives as long as the page: JS goes on calling the exports after main has returned.
  static atelier::Program program;
  (void)program;
  return 0;
}
