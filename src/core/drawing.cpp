// SPDX-License-Identifier: MIT
#include "core/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/difference.hpp"
#include "core/flood_fill.hpp"
#include "core/polygon.hpp"
#include "core/retouch.hpp"

namespace atelier::core {
namespace {

// A pen may leave the square by far. std::clamp() leaves NaN alone, which is then refused.
StrokePoint clamped(const StrokePoint& point) {
  return {std::clamp(point.x, kLeastCoordinate, kGreatestCoordinate),
          std::clamp(point.y, kLeastCoordinate, kGreatestCoordinate),
          std::clamp(point.pressure, 0.0F, 1.0F)};
}

Stroke clamped(Stroke stroke) {
  for (StrokePoint& point : stroke.points) point = clamped(point);
  return stroke;
}

bool has_nan(const StrokePoint& point) {
  return std::isnan(point.x) || std::isnan(point.y) || std::isnan(point.pressure);
}

void fill(GrayImage& raster, const Stroke& stroke) {
  const auto pixel = [](float coordinate) {
    return static_cast<int>(std::floor(coordinate * static_cast<float>(kCanvasSide)));
  };
  const int x = pixel(stroke.points.front().x);
  const int y = pixel(stroke.points.front().y);
  const int mirrored_x = kCanvasSide - 1 - x;
  if (!raster.contains(x, y)) return;
  const std::uint8_t mirrored_tone = raster.at(mirrored_x, y);
  flood_fill(raster, x, y, stroke.gray, stroke.reach);
  // Not if the first fill has come round to the other side.
  if (stroke.mirrored && raster.at(mirrored_x, y) == mirrored_tone) {
    flood_fill(raster, mirrored_x, y, stroke.gray, stroke.reach);
  }
}

}  // namespace

Drawing::Drawing() : raster_(blank_image(kCanvasSide, kCanvasSide)) {}

void Drawing::begin_stroke(const Stroke& stroke) {
  end_stroke();
  const Stroke style = clamped(stroke);
  if (!validate(style)) return;
  before_ = raster_;
  switch (style.tool) {
    case Tool::kFill:
      fill(raster_, style);
      break;
    case Tool::kPolygon:
      fill_polygon(raster_, style);
      break;
    case Tool::kLine:
      line_ = style;
      line_->points.resize(1);
      draw_line(style.points.back());
      break;
    case Tool::kBrush:
    case Tool::kEraser:
      rasterizer_.emplace(style, kCanvasSide);
      extend_stroke(style.points);
      break;
  }
  ++version_;
}

void Drawing::extend_stroke(std::span<const StrokePoint> points) {
  const StrokePoint* last = nullptr;
  for (const StrokePoint& point : points) {
    if (has_nan(point)) continue;
    if (rasterizer_) rasterizer_->add_point(clamped(point), *before_, raster_);
    last = &point;
  }
  if (line_ && last != nullptr) draw_line(clamped(*last));
  if (rasterizer_ || line_) ++version_;
}

void Drawing::draw_line(const StrokePoint& end) {
  raster_ = *before_;
  StrokeRasterizer rasterizer(*line_, kCanvasSide);
  for (const StrokePoint& point : {line_->points.front(), end}) {
    rasterizer.add_point(point, *before_, raster_);
  }
}

void Drawing::arrange(const Arrangement& arrangement) {
  if (!is_valid(arrangement)) return;
  if (!arranging_) {
    end_stroke();
    before_ = raster_;
    arranging_ = true;
  }
  raster_ = arranged(*before_, arrangement);
  ++version_;
}

void Drawing::end_stroke() {
  if (!before_) return;
  const GrayImage before = *std::exchange(before_, std::nullopt);
  rasterizer_.reset();
  line_.reset();
  arranging_ = false;
  record(before, sample_index_);
}

void Drawing::cancel_stroke() {
  if (!before_) return;
  raster_ = *std::move(before_);
  before_.reset();
  rasterizer_.reset();
  line_.reset();
  arranging_ = false;
  ++version_;
}

void Drawing::apply(const Stroke& stroke) {
  begin_stroke(stroke);
  end_stroke();
}

void Drawing::soften() {
  end_stroke();
  replace(softened(raster_), sample_index_);
}

void Drawing::invert() {
  end_stroke();
  replace(inverted(raster_), sample_index_);
}

void Drawing::clear() { replace(blank_image(kCanvasSide, kCanvasSide), std::nullopt); }

void Drawing::start_from_sample(std::uint32_t index, SamplePixels pixels) {
  const GrayImage sample{kSampleSide, kSampleSide, {pixels.begin(), pixels.end()}};
  replace(repeat_pixels(sample, kCanvasSide / kSampleSide), index);
}

std::vector<std::uint8_t> Drawing::packed() const {
  const GrayImage blank = blank_image(kCanvasSide, kCanvasSide);
  return raster_ == blank ? std::vector<std::uint8_t>()
                          : pack_difference(blank.pixels, raster_.pixels);
}

bool Drawing::restore(std::span<const std::uint8_t> packed) {
  GrayImage raster = blank_image(kCanvasSide, kCanvasSide);
  if (!is_difference(packed, raster.pixels.size())) return false;
  toggle_difference(raster.pixels, packed);
  replace(std::move(raster), std::nullopt);
  return true;
}

bool Drawing::undo() {
  end_stroke();
  if (!can_undo()) return false;
  --steps_done_;
  toggle(history_[steps_done_]);
  return true;
}

bool Drawing::redo() {
  end_stroke();
  if (!can_redo()) return false;
  toggle(history_[steps_done_]);
  ++steps_done_;
  return true;
}

void Drawing::replace(GrayImage raster, std::optional<std::uint32_t> sample_index) {
  end_stroke();
  const GrayImage before = std::exchange(raster_, std::move(raster));
  const auto sample_index_before = std::exchange(sample_index_, sample_index);
  ++version_;
  record(before, sample_index_before);
}

void Drawing::record(const GrayImage& before, std::optional<std::uint32_t> sample_index_before) {
  if (before == raster_ && sample_index_before == sample_index_) return;
  while (can_redo()) {
    history_bytes_ -= bytes(history_.back());
    history_.pop_back();
  }
  history_.push_back({pack_difference(before.pixels, raster_.pixels), sample_index_before});
  history_bytes_ += bytes(history_.back());
  while (history_bytes_ > kHistoryBytes && history_.size() > kLeastSteps) {
    history_bytes_ -= bytes(history_.front());
    history_.pop_front();
  }
  steps_done_ = history_.size();
}

void Drawing::toggle(Step& step) {
  toggle_difference(raster_.pixels, step.packed);
  std::swap(sample_index_, step.other_sample_index);
  ++version_;
}

std::size_t Drawing::bytes(const Step& step) { return sizeof(Step) + step.packed.size(); }

}  // namespace atelier::core
