// SPDX-License-Identifier: MIT
// Why: what a stranger's model says goes through this cursor first; a read past the end would be
// the whole reader's. protozero, which shares no code with it, writes what it reads.
#include "nn/protobuf_cursor.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <protozero/pbf_writer.hpp>
#include <string>
#include <vector>

#include "tests/support/bytes.hpp"

using atelier::nn::ProtobufCursor;
using atelier::nn::WireType;
using namespace atelier::test;

namespace {

ByteVector bytes(std::initializer_list<int> values) {
  ByteVector result;
  for (const int value : values) result.push_back(static_cast<std::byte>(value));
  return result;
}

constexpr auto kMax64 = std::numeric_limits<std::uint64_t>::max();

}  // namespace

TEST_CASE("fields that protozero writes come back", "[nn][protobuf_cursor]") {
  std::string message;
  protozero::pbf_writer writer(message);
  writer.add_uint64(1, 300);
  writer.add_int64(15, -2);
  writer.add_double(16, 0.1);
  writer.add_float(2047, -1.5F);
  writer.add_string(536'870'911, "text");  // the largest number of a field
  writer.add_string(2, "");

  const auto file = bytes_of(message);
  ProtobufCursor cursor(file);
  auto field = cursor.next_field();
  REQUIRE(field);
  CHECK(field->number == 1);
  CHECK(field->wire_type == WireType::kVarint);
  CHECK(field->value == 300);
  field = cursor.next_field();
  REQUIRE(field);
  CHECK(field->number == 15);
  CHECK(static_cast<std::int64_t>(field->value) == -2);
  field = cursor.next_field();
  REQUIRE(field);
  CHECK(field->number == 16);
  CHECK(field->wire_type == WireType::kFixed64);
  CHECK(field->value == 0x3fb999999999999a);
  field = cursor.next_field();
  REQUIRE(field);
  CHECK(field->number == 2047);
  CHECK(field->wire_type == WireType::kFixed32);
  CHECK(field->value == 0xbfc00000);
  field = cursor.next_field();
  REQUIRE(field);
  CHECK(field->number == 536'870'911);
  CHECK(field->wire_type == WireType::kBytes);
  CHECK(ByteVector(field->bytes.begin(), field->bytes.end()) == bytes_of("text"));
  field = cursor.next_field();
  REQUIRE(field);
  CHECK(field->bytes.empty());
  CHECK(cursor.at_end());
  CHECK(!cursor.next_field());
}

TEST_CASE("packed numbers that protozero writes come back", "[nn][protobuf_cursor]") {
  std::vector<std::uint64_t> numbers{0, 1, 127, 128, 16'383, 16'384, kMax64 >> 1, kMax64};
  for (unsigned bit = 0; bit < 64; ++bit) numbers.push_back(std::uint64_t{1} << bit);
  const std::array<std::uint32_t, 2> words{1, 0xfffefdfc};
  const std::array<std::uint64_t, 2> long_words{1, 0xfffefdfcfbfaf9f8};
  std::string message;
  protozero::pbf_writer writer(message);
  writer.add_packed_uint64(1, numbers.begin(), numbers.end());
  writer.add_packed_fixed32(2, words.begin(), words.end());
  writer.add_packed_fixed64(3, long_words.begin(), long_words.end());

  const auto file = bytes_of(message);
  ProtobufCursor cursor(file);
  ProtobufCursor varints(cursor.next_field()->bytes);
  for (const std::uint64_t number : numbers) CHECK(varints.read_varint() == number);
  CHECK(varints.at_end());
  CHECK(!varints.read_varint());
  ProtobufCursor fixed32s(cursor.next_field()->bytes);
  for (const std::uint32_t word : words) CHECK(fixed32s.read_fixed32() == word);
  CHECK(!fixed32s.read_fixed32());
  ProtobufCursor fixed64s(cursor.next_field()->bytes);
  for (const std::uint64_t word : long_words) CHECK(fixed64s.read_fixed64() == word);
  CHECK(!fixed64s.read_fixed64());
}

TEST_CASE("a varint has at most ten bytes and 64 bits", "[nn][protobuf_cursor]") {
  const auto read = [](const ByteVector& file) { return ProtobufCursor(file).read_varint(); };
  CHECK(read(bytes({0x80, 0x80, 0x00})) == std::uint64_t{0});  // longer than need be
  CHECK(read(bytes({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})) == kMax64);
  CHECK(read(bytes({0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00})) ==
        std::uint64_t{0});
  CHECK(!read(bytes({0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02})));
  CHECK(!read(bytes({0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00})));
  CHECK(!read(bytes({0xff})));
  CHECK(!read({}));
}

TEST_CASE("a read that cannot be served leaves the protobuf cursor where it was",
          "[nn][protobuf_cursor]") {
  const auto file = bytes({0x08, 0x01, 0x80, 0x80});
  ProtobufCursor cursor(file);
  REQUIRE(cursor.next_field());
  CHECK(!cursor.next_field());
  CHECK(!cursor.read_varint());
  CHECK(!cursor.read_fixed32());
  CHECK(!cursor.read_fixed64());
  CHECK(cursor.offset() == 2);

  // The tag can be read and the value cannot.
  for (const auto& broken : {bytes({0x08}), bytes({0x08, 0x80}), bytes({0x0d, 1, 2, 3}),
                             bytes({0x09, 1, 2, 3, 4, 5, 6, 7}), bytes({0x0a}), bytes({0x0a, 0x80}),
                             bytes({0x0a, 2, 1})}) {
    ProtobufCursor at_break(broken);
    CHECK(!at_break.next_field());
    CHECK(at_break.offset() == 0);
  }
}

TEST_CASE("a length that 32 bits would cut short is not believed", "[nn][protobuf_cursor]") {
  // 2^32 + 1, then a single byte.
  const auto file = bytes({0x0a, 0x81, 0x80, 0x80, 0x80, 0x10, 0x00});
  CHECK(!ProtobufCursor(file).next_field());
  // 2^64 - 1
  const auto longest =
      bytes({0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0x00});
  CHECK(!ProtobufCursor(longest).next_field());
}

TEST_CASE("groups and what does not exist are no fields", "[nn][protobuf_cursor]") {
  for (const int wire_type : {3, 4, 6, 7}) {
    CAPTURE(wire_type);
    CHECK(!ProtobufCursor(bytes({0x08 | wire_type, 0, 0, 0, 0, 0, 0, 0, 0, 0})).next_field());
  }
  CHECK(!ProtobufCursor(bytes({0x00, 0x00})).next_field());  // number 0
  // Number 2^29, one more than there are.
  CHECK(!ProtobufCursor(bytes({0x80, 0x80, 0x80, 0x80, 0x10, 0x00})).next_field());
}

TEST_CASE("offsets are those in the file", "[nn][protobuf_cursor]") {
  const auto file = bytes({0x08, 0x01, 0x12, 0x02, 0x18, 0x05});
  ProtobufCursor cursor(file);
  CHECK(cursor.next_field()->offset == 0);
  const auto message = cursor.next_field();
  REQUIRE(message);
  CHECK(message->offset == 4);
  CHECK(message->bytes.data() == file.data() + 4);
  ProtobufCursor inner(message->bytes, message->offset);
  CHECK(inner.offset() == 4);
  CHECK(inner.next_field()->offset == 4);
  CHECK(inner.offset() == 6);
}
