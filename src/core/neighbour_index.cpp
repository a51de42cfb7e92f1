// SPDX-License-Identifier: MIT
#include "core/neighbour_index.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "core/byte_reader.hpp"
#include "core/class_names.hpp"
#include "core/gzip.hpp"

namespace atelier::core {
namespace {

constexpr std::uint32_t kMagic = 0x4E425231;
constexpr std::uint64_t kMostBytes = 16U << 20U;  // a file of ours has less than a quarter
constexpr std::size_t kSha256Bytes = 32;
// The question is finer than the rows: 13 bits and a sign. Sums of 256 products fit 32 bits.
constexpr float kQueryScale = 8191;
constexpr std::size_t kMostFeatures = 256;

Error unusable(const char* detail) { return {ErrorCode::kModelUnusable, detail}; }

struct Candidate {
  float score{};  // cosine of the angle, times the length of the question
  std::size_t row{};
};

// `features` as integers, the largest at kQueryScale.
std::vector<std::int32_t> as_integers(std::span<const float> features) {
  float largest = 0;
  for (const float each : features) largest = std::max(largest, std::abs(each));
  const float scale = largest > 0 ? kQueryScale / largest : 0;
  std::vector<std::int32_t> integers;
  for (const float each : features) {
    integers.push_back(static_cast<std::int32_t>(std::lround(each * scale)));
  }
  return integers;
}

template <typename Number>
float length_of(const std::vector<Number>& numbers) {
  double sum = 0;
  for (const Number each : numbers) sum += static_cast<double>(each) * static_cast<double>(each);
  return static_cast<float>(std::sqrt(sum));
}

}  // namespace

Result<NeighbourIndex> NeighbourIndex::read(std::span<const std::byte> file) {
  const auto content = gunzip(file, kMostBytes);
  if (!content) return content.error();
  ByteReader reader(content.value());
  if (reader.read_u32() != kMagic) return unusable("no file of neighbours");
  const std::size_t count = reader.read_u32().value_or(0);
  const std::size_t features = reader.read_u32().value_or(0);
  const std::uint32_t piece = reader.read_u32().value_or(0);
  if (count == 0 || features == 0 || features > kMostFeatures || piece == 0) {
    return unusable("neighbours: a number in the header is out of range");
  }
  if (!reader.read_bytes(kSha256Bytes) || reader.remaining() != count * (3 + features)) {
    return unusable("neighbours: the file is not as long as its header says");
  }
  NeighbourIndex index;
  index.feature_count_ = features;
  index.pictures_a_piece_ = piece;
  index.numbers_.reserve(count);
  index.labels_.reserve(count);
  for (std::size_t k = 0; k < count; ++k) index.numbers_.push_back(*reader.read_u16());
  for (std::size_t k = 0; k < count; ++k) index.labels_.push_back(*reader.read_u8());
  const auto strange = [](std::uint8_t label) { return label >= kClassCount; };
  if (std::any_of(index.labels_.begin(), index.labels_.end(), strange)) {
    return unusable("neighbours: a label is not one of the ten");
  }
  index.take_features(*reader.read_bytes(count * features));
  return index;
}

void NeighbourIndex::take_features(std::span<const std::byte> columns) {
  blocks_.resize((count() + kLanes - 1) / kLanes * feature_count_ * kLanes);
  inverse_lengths_.resize(count());
  for (std::size_t first = 0; first < count(); first += kLanes) {
    const std::size_t lanes = std::min(kLanes, count() - first);
    std::int8_t* block = &blocks_[first * feature_count_];
    std::array<std::int32_t, kLanes> squares{};
    for (std::size_t feature = 0; feature < feature_count_; ++feature) {
      const std::byte* column = &columns[feature * count() + first];
      for (std::size_t k = 0; k < lanes; ++k) {
        const auto value = std::to_integer<std::int8_t>(column[k]);
        block[feature * kLanes + k] = value;
        squares[k] += value * value;
      }
    }
    for (std::size_t k = 0; k < lanes; ++k) {
      const auto length = std::sqrt(static_cast<float>(squares[k]));
      inverse_lengths_[first + k] = length > 0 ? 1 / length : 0;
    }
  }
}

std::vector<Neighbour> NeighbourIndex::nearest(std::span<const float> features,
                                               std::size_t most) const {
  assert(features.size() == feature_count_ && most > 0);
  const std::vector<std::int32_t> query = as_integers(features);
  std::vector<Candidate> best;  // the highest score first
  float limit = -1;             // what a row must exceed once there are enough
  for (std::size_t first = 0; first < count(); first += kLanes) {
    const std::int8_t* block = &blocks_[first * feature_count_];
    std::array<std::int32_t, kLanes> sums{};
    for (std::size_t feature = 0; feature < feature_count_; ++feature) {
      for (std::size_t k = 0; k < kLanes; ++k) {
        sums[k] += query[feature] * block[feature * kLanes + k];
      }
    }
    const std::size_t end = std::min(kLanes, count() - first);
    for (std::size_t k = 0; k < end; ++k) {
      const float score = static_cast<float>(sums[k]) * inverse_lengths_[first + k];
      if (best.size() == most && score <= limit) continue;
      const auto after = std::find_if(best.begin(), best.end(),
                                      [&](const Candidate& other) { return other.score < score; });
      best.insert(after, {score, first + k});
      if (best.size() > most) best.pop_back();
      limit = best.back().score;
    }
  }

  const float length = length_of(query);
  std::vector<Neighbour> found;
  for (const auto& [score, row] : best) {
    const float cosine = length > 0 ? std::clamp(score / length, -1.0F, 1.0F) : 0;
    found.push_back({.number = numbers_[row],
                     .label = labels_[row],
                     .degrees = std::acos(cosine) * 180 / std::numbers::pi_v<float>,
                     .piece = static_cast<std::uint32_t>(row) / pictures_a_piece_,
                     .place = static_cast<std::uint32_t>(row) % pictures_a_piece_});
  }
  return found;
}

}  // namespace atelier::core
