// SPDX-License-Identifier: MIT
#include "core/idx.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "core/byte_reader.hpp"

namespace atelier::core {
namespace {

constexpr std::uint8_t kUnsignedByte = 0x08;

std::string expected(unsigned expected_value, unsigned found) {
  return "expected " + std::to_string(expected_value) + ", found " + std::to_string(found);
}

}  // namespace

IdxReader::IdxReader(std::size_t rank) : rank_(rank) { assert(rank >= 1 && rank <= kMaxRank); }

Result<void> IdxReader::feed(std::span<const std::byte> piece) {
  while (!error_ && payload_bytes_declared_ == 0 && !piece.empty()) piece = take_header(piece);
  if (!error_ && !piece.empty()) {
    const auto taken = std::min(piece.size(), payload_bytes_declared_ - payload_.size());
    make_room(taken);
    const auto* const first = reinterpret_cast<const std::uint8_t*>(piece.data());
    payload_.insert(payload_.end(), first, first + taken);
    if (taken < piece.size()) {
      error_ =
          Error{ErrorCode::kIdxTrailingBytes,
                "more than the " + std::to_string(payload_bytes_declared_) + " bytes declared"};
    }
  }
  if (error_) return *error_;
  return {};
}

Result<void> IdxReader::finish() {
  if (!error_ && payload_bytes_declared_ == 0) {
    error_ = Error{ErrorCode::kIdxTruncated,
                   "ended after " + std::to_string(header_bytes_) + " bytes of the header"};
  }
  if (!error_ && payload_.size() < payload_bytes_declared_) {
    error_ = Error{ErrorCode::kIdxTruncated, std::to_string(payload_.size()) + " bytes of " +
                                                 std::to_string(payload_bytes_declared_)};
  }
  if (error_) return *error_;
  return {};
}

// Byte by byte: there are 16 at most, and a wrong field is reported as soon as it is there.
std::span<const std::byte> IdxReader::take_header(std::span<const std::byte> piece) {
  header_[header_bytes_++] = piece.front();
  parse_header();
  return piece.subspan(1);
}

// Goes through the header as far as it has arrived.
void IdxReader::parse_header() {
  ByteReader reader{std::span(header_).first(header_bytes_)};

  // magic: two zero bytes
  const auto zeros = reader.read_u16();
  if (!zeros) return;
  if (*zeros != 0) {
    error_ = Error{ErrorCode::kIdxNotIdx, "first two bytes: " + expected(0, *zeros)};
    return;
  }

  // type of the elements
  const auto type = reader.read_u8();
  if (!type) return;
  if (*type != kUnsignedByte) {
    error_ = Error{ErrorCode::kIdxWrongType, "element type: " + expected(kUnsignedByte, *type)};
    return;
  }

  // number of dimensions
  const auto rank = reader.read_u8();
  if (!rank) return;
  if (*rank != rank_) {
    error_ = Error{ErrorCode::kIdxWrongRank,
                   "dimensions: " + expected(static_cast<unsigned>(rank_), *rank)};
    return;
  }

  // size of each dimension
  std::array<std::uint32_t, kMaxRank> dimensions{};
  std::uint64_t payload_bytes = 1;  // at most kIdxMaxCount * kIdxMaxSide^2 < 2^36
  for (std::size_t i = 0; i < rank_; ++i) {
    const auto size = reader.read_u32();
    if (!size) return;
    const auto limit = i == 0 ? kIdxMaxCount : kIdxMaxSide;
    if (*size == 0 || *size > limit) {
      error_ = Error{ErrorCode::kIdxBadDimensions, "dimension " + std::to_string(i) + ": " +
                                                       std::to_string(*size) + ", allowed 1 to " +
                                                       std::to_string(limit)};
      return;
    }
    dimensions[i] = *size;
    payload_bytes *= *size;
  }
  if (payload_bytes > kIdxMaxPayloadBytes) {
    error_ = Error{ErrorCode::kIdxBadDimensions, std::to_string(payload_bytes) +
                                                     " bytes in all, allowed up to " +
                                                     std::to_string(kIdxMaxPayloadBytes)};
    return;
  }

  dimensions_ = dimensions;
  payload_bytes_declared_ = static_cast<std::size_t>(payload_bytes);
  payload_.reserve(std::min(payload_bytes_declared_, kIdxReserveBytes));
}

// Doubles like std::vector, but never beyond what the header declares.
void IdxReader::make_room(std::size_t bytes) {
  const auto needed = payload_.size() + bytes;
  if (needed <= payload_.capacity()) return;
  payload_.reserve(std::min(payload_bytes_declared_, std::max(needed, 2 * payload_.capacity())));
}

std::size_t IdxImagesReader::images_ready() const {
  const std::size_t image_bytes = std::size_t{rows()} * columns();
  return image_bytes == 0 ? 0 : reader_.payload().size() / image_bytes;
}

IdxImages IdxImagesReader::take() {
  return {count_declared(), rows(), columns(), reader_.take_payload()};
}

}  // namespace atelier::core
