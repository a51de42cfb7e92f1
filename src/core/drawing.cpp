// SPDX-License-Identifier: MIT
#include "core/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/flood_fill.hpp"

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
  flood_fill(raster, x, y, stroke.gray);
  // Not if the first fill has come round to the other side.
  if (stroke.mirrored && raster.at(mirrored_x, y) == mirrored_tone) {
    flood_fill(raster, mirrored_x, y, stroke.gray);
  }
}

}  // namespace

Drawing::Drawing() : raster_(blank_image(kCanvasSide, kCanvasSide)) {}

void Drawing::begin_stroke(const Stroke& stroke) {
  end_stroke();
  const Stroke style = clamped(stroke);
  if (!validate(style)) return;
  before_stroke_ = raster_;
  if (style.tool == Tool::kFill) {
    fill(raster_, style);
    ++version_;
  } else {
    rasterizer_.emplace(style, kCanvasSide);
    extend_stroke(style.points);
  }
}

void Drawing::extend_stroke(std::span<const StrokePoint> points) {
  if (!rasterizer_) return;
  for (const StrokePoint& point : points) {
    if (!has_nan(point)) rasterizer_->add_point(clamped(point), *before_stroke_, raster_);
  }
  ++version_;
}

void Drawing::end_stroke() {
  if (!before_stroke_) return;
  rasterizer_.reset();
  const GrayImage before = *std::exchange(before_stroke_, std::nullopt);
  record(before, sample_index_);
}

void Drawing::cancel_stroke() {
  if (!before_stroke_) return;
  rasterizer_.reset();
  raster_ = *std::exchange(before_stroke_, std::nullopt);
  ++version_;
}

void Drawing::apply(const Stroke& stroke) {
  begin_stroke(stroke);
  end_stroke();
}

void Drawing::clear() { replace(blank_image(kCanvasSide, kCanvasSide), std::nullopt); }

void Drawing::start_from_sample(std::uint32_t index, SamplePixels pixels) {
  const GrayImage sample{kSampleSide, kSampleSide, {pixels.begin(), pixels.end()}};
  replace(repeat_pixels(sample, kCanvasSide / kSampleSide), index);
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
  history_.push_back({difference(before, raster_), sample_index_before});
  history_bytes_ += bytes(history_.back());
  while (history_bytes_ > kHistoryBytes) {
    history_bytes_ -= bytes(history_.front());
    history_.pop_front();
  }
  steps_done_ = history_.size();
}

void Drawing::toggle(Step& step) {
  std::size_t pixel = 0;
  for (const Run& run : step.runs) {
    for (std::size_t i = 0; i < run.length; ++i) raster_.pixels[pixel + i] ^= run.bits;
    pixel += run.length;
  }
  std::swap(sample_index_, step.other_sample_index);
  ++version_;
}

// All of the canvas and not only the rectangle that has changed: simpler, and the rest costs 2.5
// kB.
std::vector<Drawing::Run> Drawing::difference(const GrayImage& before, const GrayImage& after) {
  constexpr std::size_t kLongest = std::numeric_limits<std::uint8_t>::max();
  const auto bits_of = [&](std::size_t pixel) {
    return static_cast<std::uint8_t>(before.pixels[pixel] ^ after.pixels[pixel]);
  };
  std::vector<Run> runs;
  for (std::size_t pixel = 0; pixel < before.pixels.size();) {
    const std::uint8_t bits = bits_of(pixel);
    const std::size_t end = std::min(pixel + kLongest, before.pixels.size());
    std::size_t next = pixel + 1;
    while (next < end && bits_of(next) == bits) ++next;
    runs.push_back({bits, static_cast<std::uint8_t>(next - pixel)});
    pixel = next;
  }
  runs.shrink_to_fit();
  return runs;
}

std::size_t Drawing::bytes(const Step& step) {
  return sizeof(Step) + step.runs.size() * sizeof(Run);
}

}  // namespace atelier::core
