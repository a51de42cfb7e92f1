// SPDX-License-Identifier: MIT
// nn/protobuf_cursor.hpp: a bounds-checked cursor over the fields of one protobuf message. What it
// reads is the wire format (protobuf.dev/programming-guides/encoding): a field is a varint that
// holds number and wire type, then a value whose extent the wire type tells. So every field can be
// stepped over, known or not, and what a message means is the business of whoever reads it.
//
// Not protozero, a good library for this, because it reports damage by throwing, and the product is
// compiled without exceptions. The tests write their files with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/byte_reader.hpp"

namespace atelier::nn {

// The numbers are those on the wire. 3 and 4 were groups, which no longer exist.
enum class WireType : std::uint8_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

struct ProtobufField {
  std::uint32_t number = 0;
  WireType wire_type = WireType::kVarint;
  std::uint64_t value = 0;           // kVarint, kFixed64, kFixed32
  std::span<const std::byte> bytes;  // kBytes, uncopied: text, a message, or numbers packed
  std::size_t offset = 0;            // in the file: of `bytes`, else of the field itself
};

// A read that cannot be served returns nothing and leaves the cursor where it was. The bytes stay
// the caller's and must outlive the cursor and its fields.
class ProtobufCursor {
 public:
  // `offset` is where in the file the message begins; it is counted on from there.
  explicit ProtobufCursor(std::span<const std::byte> message, std::size_t offset = 0)
      : reader_(message), start_(offset) {}

  [[nodiscard]] bool at_end() const { return reader_.remaining() == 0; }
  [[nodiscard]] std::size_t offset() const { return start_ + reader_.position(); }

  // The next field with its value. Nothing if it runs over the end, if it is a group, or if its
  // number or wire type does not exist.
  [[nodiscard]] std::optional<ProtobufField> next_field();

  // For packed numbers, which follow each other without anything between them.
  // A varint has at most 10 bytes and 64 bits; it need not be the shortest one.
  [[nodiscard]] std::optional<std::uint64_t> read_varint();
  [[nodiscard]] std::optional<std::uint32_t> read_fixed32();
  [[nodiscard]] std::optional<std::uint64_t> read_fixed64();

 private:
  [[nodiscard]] std::optional<ProtobufField> take_field();

  core::ByteReader reader_;
  std::size_t start_;
};

}  // namespace atelier::nn
