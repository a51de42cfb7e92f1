// SPDX-License-Identifier: MIT
// core/byte_reader.hpp: a bounds-checked cursor over bytes in memory, for big-endian file formats.
// Every read looks whether the bytes are there before it moves; a read that cannot be served
// returns nothing and leaves the cursor where it was. The bytes stay the caller's and must outlive
// the reader. Integers are put together by shifting, so neither the machine's byte order nor
// alignment matters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace atelier::core {

class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  // Bytes read so far, and bytes that are left.
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] std::size_t remaining() const { return bytes_.size() - position_; }

  [[nodiscard]] std::optional<std::uint8_t> read_u8() { return read_big_endian<std::uint8_t>(); }
  [[nodiscard]] std::optional<std::uint16_t> read_u16() { return read_big_endian<std::uint16_t>(); }
  [[nodiscard]] std::optional<std::uint32_t> read_u32() { return read_big_endian<std::uint32_t>(); }

  // The next `count` bytes, uncopied.
  [[nodiscard]] std::optional<std::span<const std::byte>> read_bytes(std::size_t count) {
    if (remaining() < count) return std::nullopt;
    const auto bytes = bytes_.subspan(position_, count);
    position_ += count;
    return bytes;
  }

 private:
  template <typename Integer>
  std::optional<Integer> read_big_endian() {
    const auto bytes = read_bytes(sizeof(Integer));
    if (!bytes) return std::nullopt;
    std::uint32_t value = 0;
    for (const std::byte byte : *bytes) value = (value << 8) | std::to_integer<std::uint32_t>(byte);
    return static_cast<Integer>(value);
  }

  std::span<const std::byte> bytes_;
  std::size_t position_ = 0;
};

}  // namespace atelier::core
