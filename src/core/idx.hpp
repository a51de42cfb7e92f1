// SPDX-License-Identifier: MIT
// core/idx.hpp: IDX files of unsigned bytes, the format of MNIST and Fashion-MNIST, read while
// they arrive. A file is: two zero bytes, the type of the elements (8 = unsigned byte), the number
// of dimensions, each dimension as a big-endian 32-bit number, then the elements.
//
// Feed pieces of any size. Image k can be used as soon as its last byte is there. The header is
// held against the limits below, and memory grows with the bytes that arrive: what a file claims
// allocates no more than kIdxReserveBytes.
//
// Errors of feed(): kIdxNotIdx, kIdxWrongType, kIdxWrongRank, kIdxBadDimensions when the header
// says so; kIdxTrailingBytes when bytes follow the last element. Of finish(): kIdxTruncated. After
// an error, feed() and finish() return it for ever; the images that came before it remain.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/result.hpp"

namespace atelier::core {

// Limits of what is read, far above any dataset of this kind. No dimension may be 0.
inline constexpr std::uint32_t kIdxMaxCount = 1'000'000;  // images or labels
inline constexpr std::uint32_t kIdxMaxSide = 256;         // pixels, rows or columns
inline constexpr std::size_t kIdxMaxPayloadBytes = std::size_t{128} << 20;

// Set aside at once when the header claims as much or more. The 7.84 MB of the test images arrive
// without being copied about; files beyond it grow by doubling.
inline constexpr std::size_t kIdxReserveBytes = std::size_t{16} << 20;

// `count` images, row by row and one after another, 0 = background.
struct IdxImages {
  std::uint32_t count = 0;
  std::uint32_t rows = 0;     // pixels
  std::uint32_t columns = 0;  // pixels
  std::vector<std::uint8_t> pixels;
};

struct IdxLabels {
  std::vector<std::uint8_t> values;
};

// What both kinds of files share: a header of known rank, then bytes.
class IdxReader {
 public:
  static constexpr std::size_t kMaxRank = 3;

  // 1 <= rank <= kMaxRank.
  explicit IdxReader(std::size_t rank);

  Result<void> feed(std::span<const std::byte> piece);
  Result<void> finish();

  // The first is the number of items. All 0 until the header is complete and found good.
  [[nodiscard]] const std::array<std::uint32_t, kMaxRank>& dimensions() const {
    return dimensions_;
  }
  [[nodiscard]] const std::vector<std::uint8_t>& payload() const { return payload_; }
  [[nodiscard]] std::vector<std::uint8_t> take_payload() { return std::move(payload_); }

 private:
  static constexpr std::size_t kMaxHeaderBytes = 4 + 4 * kMaxRank;

  std::span<const std::byte> take_header(std::span<const std::byte> piece);
  void parse_header();
  void make_room(std::size_t bytes);

  std::size_t rank_;
  std::array<std::byte, kMaxHeaderBytes> header_{};
  std::size_t header_bytes_ = 0;
  std::array<std::uint32_t, kMaxRank> dimensions_{};
  std::size_t payload_bytes_declared_ = 0;  // 0 until the header is complete
  std::vector<std::uint8_t> payload_;
  std::optional<Error> error_;
};

class IdxImagesReader {
 public:
  Result<void> feed(std::span<const std::byte> piece) { return reader_.feed(piece); }
  Result<void> finish() { return reader_.finish(); }

  // From the header; 0 until it is complete.
  [[nodiscard]] std::uint32_t count_declared() const { return reader_.dimensions()[0]; }
  [[nodiscard]] std::uint32_t rows() const { return reader_.dimensions()[1]; }
  [[nodiscard]] std::uint32_t columns() const { return reader_.dimensions()[2]; }

  // Images whose every byte has arrived.
  [[nodiscard]] std::size_t images_ready() const;
  // All pixels that have arrived, the last image perhaps in part. Valid until the next feed().
  [[nodiscard]] std::span<const std::uint8_t> pixels() const { return reader_.payload(); }

  // The images, moved out. Only after finish() succeeded; the reader is done then.
  [[nodiscard]] IdxImages take();

 private:
  IdxReader reader_{3};
};

class IdxLabelsReader {
 public:
  Result<void> feed(std::span<const std::byte> piece) { return reader_.feed(piece); }
  Result<void> finish() { return reader_.finish(); }

  [[nodiscard]] std::uint32_t count_declared() const { return reader_.dimensions()[0]; }

  // All labels that have arrived; any byte, not only 0 to 9. Valid until the next feed().
  [[nodiscard]] std::span<const std::uint8_t> labels() const { return reader_.payload(); }

  // The labels, moved out. Only after finish() succeeded; the reader is done then.
  [[nodiscard]] IdxLabels take() { return {reader_.take_payload()}; }

 private:
  IdxReader reader_{1};
};

}  // namespace atelier::core
