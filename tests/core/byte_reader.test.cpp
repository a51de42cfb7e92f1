// SPDX-License-Identifier: MIT
// Why: every parser stands on this cursor; a read past the end would be theirs all at once.
#include "core/byte_reader.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

using atelier::core::ByteReader;

namespace {

constexpr std::array<std::byte, 7> kBytes = {std::byte{0x80}, std::byte{0x01}, std::byte{0x02},
                                             std::byte{0xff}, std::byte{0xfe}, std::byte{0xfd},
                                             std::byte{0xfc}};

}  // namespace

TEST_CASE("a byte reader puts integers together from the most significant byte down",
          "[core][byte_reader]") {
  ByteReader reader(kBytes);
  CHECK(reader.read_u8() == std::uint8_t{0x80});
  CHECK(reader.read_u16() == std::uint16_t{0x0102});
  CHECK(reader.position() == 3);
  CHECK(reader.remaining() == 4);
  CHECK(reader.read_u32() == 0xfffefdfcU);
  CHECK(reader.remaining() == 0);
}

TEST_CASE("a read that cannot be served leaves the cursor where it was", "[core][byte_reader]") {
  ByteReader reader(kBytes);
  REQUIRE(reader.read_bytes(6));
  CHECK(!reader.read_u16());
  CHECK(!reader.read_u32());
  CHECK(!reader.read_bytes(2));
  CHECK(!reader.read_bytes(SIZE_MAX));
  CHECK(reader.position() == 6);
  CHECK(reader.read_u8() == std::uint8_t{0xfc});
  CHECK(!reader.read_u8());
  CHECK(reader.position() == kBytes.size());
}

TEST_CASE("a byte reader hands out bytes without copying them", "[core][byte_reader]") {
  ByteReader reader(kBytes);
  const auto none = reader.read_bytes(0);
  REQUIRE(none);
  CHECK(none->empty());
  const auto three = reader.read_bytes(3);
  REQUIRE(three);
  CHECK(three->data() == kBytes.data());
  CHECK(three->size() == 3);
}

TEST_CASE("an empty byte reader serves nothing but nothing", "[core][byte_reader]") {
  ByteReader reader({});
  CHECK(!reader.read_u8());
  CHECK(reader.read_bytes(0));
  CHECK(reader.remaining() == 0);
}
