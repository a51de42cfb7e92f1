// SPDX-License-Identifier: MIT
// core/neighbour_index.hpp: what a network makes of all training images, and the search for those
// that lie closest to another one: every one of them is looked at, so that nothing is missed.
//
// The file is that of models/neighbours.py, gzip-compressed. Its features are 8-bit integers by one
// scale, so the angle between two images is that between their rows, to half a degree or so.
//
//   auto index = NeighbourIndex::read(file);
//   if (!index) return index.error();
//   index.value().nearest(features, 8);
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/result.hpp"

namespace atelier::core {

struct Neighbour {
  std::uint32_t number{};  // in the training files
  std::uint8_t label{};
  float degrees{};                 // 0: the same to the network; 90: nothing in common
  std::uint32_t piece{}, place{};  // of its picture: which piece of pictures, and which in that

  friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

class NeighbourIndex {
 public:
  // Errors: those of gunzip(), and kModelUnusable for another file or one that is cut short.
  [[nodiscard]] static Result<NeighbourIndex> read(std::span<const std::byte> file);

  [[nodiscard]] std::size_t count() const { return numbers_.size(); }
  [[nodiscard]] std::size_t feature_count() const { return feature_count_; }

  // The `most` at the smallest angle to `features` [feature_count()], of any length; the closest
  // first, of equal ones those that come first in the file.
  [[nodiscard]] std::vector<Neighbour> nearest(std::span<const float> features,
                                               std::size_t most) const;

 private:
  static constexpr std::size_t kLanes = 16;

  void take_features(std::span<const std::byte> columns);

  std::size_t feature_count_ = 0;
  std::uint32_t pictures_a_piece_ = 1;
  std::vector<std::uint16_t> numbers_;
  std::vector<std::uint8_t> labels_;
  std::vector<std::int8_t> blocks_;     // [count / 16, features, 16]: 16 sums grow side by side
  std::vector<float> inverse_lengths_;  // of the rows; 0 of empty ones
};

}  // namespace atelier::core
