// SPDX-License-Identifier: MIT
#include "nn/protobuf_cursor.hpp"

#include <limits>

namespace atelier::nn {
namespace {

constexpr int kVarintBytes = 10;
constexpr unsigned kPayloadBits = 7;  // of each byte of a varint; the eighth says that more follow
constexpr std::uint64_t kMoreFollow = 0x80;

constexpr unsigned kWireTypeBits = 3;

template <typename Integer>
std::optional<Integer> read_little_endian(core::ByteReader& reader) {
  const auto bytes = reader.read_bytes(sizeof(Integer));
  if (!bytes) return std::nullopt;
  Integer value = 0;
  for (std::size_t i = sizeof(Integer); i-- > 0;) {
    value = static_cast<Integer>(value << 8) | std::to_integer<Integer>((*bytes)[i]);
  }
  return value;
}

}  // namespace

std::optional<ProtobufField> ProtobufCursor::next_field() {
  const auto before = reader_;
  auto field = take_field();
  if (!field) reader_ = before;
  return field;
}

std::optional<ProtobufField> ProtobufCursor::take_field() {
  ProtobufField field;
  field.offset = offset();

  const auto tag = read_varint();
  if (!tag || *tag > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  field.number = static_cast<std::uint32_t>(*tag >> kWireTypeBits);
  if (field.number == 0) return std::nullopt;

  const auto wire_type = *tag & ((1U << kWireTypeBits) - 1);
  field.wire_type = static_cast<WireType>(wire_type);
  switch (field.wire_type) {
    case WireType::kVarint: {
      const auto value = read_varint();
      if (!value) return std::nullopt;
      field.value = *value;
      return field;
    }
    case WireType::kFixed64: {
      const auto value = read_fixed64();
      if (!value) return std::nullopt;
      field.value = *value;
      return field;
    }
    case WireType::kFixed32: {
      const auto value = read_fixed32();
      if (!value) return std::nullopt;
      field.value = *value;
      return field;
    }
    case WireType::kBytes: {
      const auto size = read_varint();
      // Compared as 64 bits: a size_t may have 32.
      if (!size || *size > reader_.remaining()) return std::nullopt;
      field.offset = offset();
      field.bytes = *reader_.read_bytes(static_cast<std::size_t>(*size));
      return field;
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> ProtobufCursor::read_varint() {
  auto ahead = reader_;
  std::uint64_t value = 0;
  for (int i = 0; i < kVarintBytes; ++i) {
    const auto byte = ahead.read_u8();
    if (!byte) return std::nullopt;
    const std::uint64_t payload = *byte & (kMoreFollow - 1);
    const unsigned shift = static_cast<unsigned>(i) * kPayloadBits;
    if (payload << shift >> shift != payload) return std::nullopt;  // beyond bit 63
    value |= payload << shift;
    if ((*byte & kMoreFollow) == 0) {
      reader_ = ahead;
      return value;
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> ProtobufCursor::read_fixed32() {
  return read_little_endian<std::uint32_t>(reader_);
}

std::optional<std::uint64_t> ProtobufCursor::read_fixed64() {
  return read_little_endian<std::uint64_t>(reader_);
}

}  // namespace atelier::nn
