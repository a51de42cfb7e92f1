// SPDX-License-Identifier: MIT
// app/frame_pacer.hpp: decides whether to draw. An idle page draws nothing: frames are due only
// after something happened. Whatever moves by itself notes activity at every frame it is drawn in.
//
// Dear ImGui needs a few frames to settle after an event (hover, focus and layout each lag by one),
// so activity arms kSettleFrames of them.
#pragma once

namespace atelier::app {

class FramePacer {
 public:
  static constexpr int kSettleFrames = 3;

  // Something changed that a frame could show: input, an event, a resize, a motion.
  void note_activity() { frames_due_ = kSettleFrames; }

  // A hidden page draws nothing and keeps what is due for later.
  void set_visible(bool visible) { visible_ = visible; }

  [[nodiscard]] bool should_draw() const { return visible_ && frames_due_ > 0; }

  // Call once for every frame, before it is drawn, so that what it notes counts for the next ones.
  void begin_frame() {
    if (frames_due_ > 0) --frames_due_;
  }

 private:
  int frames_due_ = kSettleFrames;
  bool visible_ = true;
};

}  // namespace atelier::app
