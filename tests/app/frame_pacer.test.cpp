// SPDX-License-Identifier: MIT
// Why: a page that draws while nothing happens empties a tablet's battery; one that stops a frame
// too early shows a button that is still pressed.
#include "app/frame_pacer.hpp"

#include <catch_amalgamated.hpp>

using atelier::app::FramePacer;

namespace {

// Draws as a page does, a hundred chances long, and counts.
int frames_drawn(FramePacer& pacer) {
  int drawn = 0;
  for (int chance = 0; chance < 100; ++chance) {
    if (!pacer.should_draw()) continue;
    pacer.begin_frame();
    ++drawn;
  }
  return drawn;
}

FramePacer idle_pacer() {
  FramePacer pacer;
  (void)frames_drawn(pacer);
  return pacer;
}

}  // namespace

TEST_CASE("the first frames are drawn without being asked for", "[app][frame_pacer]") {
  FramePacer pacer;
  CHECK(frames_drawn(pacer) == FramePacer::kSettleFrames);
}

TEST_CASE("activity is followed by three frames and then by none", "[app][frame_pacer]") {
  FramePacer pacer = idle_pacer();
  CHECK(frames_drawn(pacer) == 0);
  pacer.note_activity();
  CHECK(frames_drawn(pacer) == 3);
  CHECK(frames_drawn(pacer) == 0);
}

TEST_CASE("activity in the middle of settling arms three frames again, not more",
          "[app][frame_pacer]") {
  FramePacer pacer = idle_pacer();
  pacer.note_activity();
  pacer.note_activity();
  pacer.begin_frame();
  pacer.note_activity();
  CHECK(frames_drawn(pacer) == 3);
}

TEST_CASE("a hidden page draws nothing and keeps what is due", "[app][frame_pacer]") {
  FramePacer pacer = idle_pacer();
  pacer.set_visible(false);
  pacer.note_activity();
  CHECK(frames_drawn(pacer) == 0);
  pacer.set_visible(true);
  CHECK(frames_drawn(pacer) == 3);
}

TEST_CASE("what moves is drawn until it rests and then three frames more", "[app][frame_pacer]") {
  FramePacer pacer = idle_pacer();
  pacer.note_activity();
  for (int frame = 0; frame < 20; ++frame) {
    REQUIRE(pacer.should_draw());
    pacer.begin_frame();
    pacer.note_activity();  // noted while the frame is drawn
  }
  CHECK(frames_drawn(pacer) == 3);
}
