// SPDX-License-Identifier: MIT
// core/drawing.hpp: the document. A square canvas, what has been done to it, and the way back.
//
// Everything that changes the canvas is one step that undo() takes back, a new beginning included:
// nothing that a person has drawn can be lost by a slip. What changes nothing is no step. Steps
// that were taken back can be redone until something new is done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "core/arrangement.hpp"
#include "core/dataset.hpp"
#include "core/image.hpp"
#include "core/preprocess.hpp"
#include "core/stroke.hpp"

namespace atelier::core {

// Pixels along the canvas's side: a whole multiple of a sample's, so that a sample and the canvas
// that it is copied to are exact images of each other.
inline constexpr int kCanvasSide = 20 * kSampleSide;

// A value type; owns all that it shows. No function fails: coordinates and pressures outside the
// ranges of validate() are moved to their ends, a stroke or a point that is then still invalid does
// nothing. Whoever owes a script an error message asks validate() first.
class Drawing {
 public:
  // Beyond this the oldest steps are forgotten. A stroke by hand takes some 8 kB, so there is room
  // for thousands.
  static constexpr std::size_t kHistoryBytes = 24U << 20U;
  // So many are kept whatever they take, which is 32 MB at the most: a step of noise takes 1 % more
  // than a byte a pixel.
  static constexpr std::size_t kLeastSteps = 100;

  Drawing();

  // A stroke while it happens. Until end_stroke() it is on the canvas, but no step yet.
  // Every other change of the drawing first ends a stroke that is in progress; without one,
  // the three functions after begin_stroke() do nothing.
  void begin_stroke(const Stroke& stroke);
  void extend_stroke(std::span<const StrokePoint> points);
  void end_stroke();
  void cancel_stroke();  // leaves no trace

  // A whole stroke in one step.
  void apply(const Stroke& stroke);

  // Moves, scales and turns all that is drawn; a step in the making until end_stroke(), like a
  // stroke. Each further call starts from the drawing as it was before the first one, so that
  // nothing blurs on the way. Does nothing if the arrangement is not valid.
  void arrange(const Arrangement& arrangement);

  // core/retouch.hpp, in one step each.
  void soften();
  void invert();

  // An empty canvas.
  void clear();

  // A copy of image `index` of the data set, to be drawn over.
  void start_from_sample(std::uint32_t index, SamplePixels pixels);

  // All that is drawn, to be kept elsewhere; empty while that is nothing.
  [[nodiscard]] std::vector<std::uint8_t> packed() const;
  // What packed() has given, in one step. False, and no change, if it is nothing of that kind.
  bool restore(std::span<const std::uint8_t> packed);

  // False, and no change, if there is nothing to undo or to redo.
  bool undo();
  bool redo();
  [[nodiscard]] bool can_undo() const { return steps_done_ > 0; }
  [[nodiscard]] bool can_redo() const { return steps_done_ < history_.size(); }
  // A step is in the making.
  [[nodiscard]] bool is_changing() const { return before_.has_value(); }

  // kCanvasSide x kCanvasSide, with the stroke in progress.
  [[nodiscard]] const GrayImage& raster() const { return raster_; }

  // The sample that this was begun from, if any. A cleared drawing was begun blank.
  [[nodiscard]] std::optional<std::uint32_t> sample_index() const { return sample_index_; }

  // How preprocess() has to look at the raster.
  [[nodiscard]] Framing framing() const {
    return sample_index_ ? Framing::kWhole : Framing::kBoundingBox;
  }

  // Grows whenever the raster, the framing or the sample may have changed; never comes back.
  [[nodiscard]] std::uint64_t version() const { return version_; }

  // What the history takes in memory.
  [[nodiscard]] std::size_t history_bytes() const { return history_bytes_; }

 private:
  // What differs between the states before and after: leads from either to the other.
  struct Step {
    std::vector<std::uint8_t> packed;
    std::optional<std::uint32_t> other_sample_index;
  };

  void replace(GrayImage raster, std::optional<std::uint32_t> sample_index);
  void record(const GrayImage& before, std::optional<std::uint32_t> sample_index_before);
  void toggle(Step& step);
  void draw_line(const StrokePoint& end);
  static std::size_t bytes(const Step& step);

  GrayImage raster_;
  std::optional<std::uint32_t> sample_index_;
  std::uint64_t version_ = 0;

  std::optional<GrayImage> before_;             // while a step is in the making
  std::optional<StrokeRasterizer> rasterizer_;  // of a brush or eraser
  std::optional<Stroke> line_;                  // with its first point
  bool arranging_ = false;

  std::deque<Step> history_;
  std::size_t steps_done_ = 0;  // of history_; those behind can be redone
  std::size_t history_bytes_ = 0;
};

}  // namespace atelier::core
