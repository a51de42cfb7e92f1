// SPDX-License-Identifier: MIT
// nn/onnx_fields.hpp: what the readers of ONNX messages share: fields into variables, and words for
// what is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"
#include "nn/protobuf_cursor.hpp"

namespace atelier::nn::onnx {

using Bytes = std::span<const std::byte>;
using core::Error;
using core::ErrorCode;
using core::Result;

inline Error not_onnx(std::string detail) { return {ErrorCode::kOnnxNotOnnx, std::move(detail)}; }
inline Error unsupported(std::string detail) {
  return {ErrorCode::kOnnxUnsupported, std::move(detail)};
}

// What went wrong, and in front of it where.
inline Error within(const std::string& place, const Error& error) {
  return {error.code, place + ": " + error.detail};
}

inline std::string at_byte(std::size_t offset) { return "at byte " + std::to_string(offset); }

// Names come from the file: they may be long, and not even text.
inline std::string quoted(std::string_view name) {
  constexpr std::size_t kShown = 60;
  std::string text = "'";
  for (const char c : name.substr(0, kShown)) text += c >= ' ' && c <= '~' ? c : '?';
  return text + (name.size() > kShown ? "...'" : "'");
}

inline std::string type_name(std::int64_t type, std::span<const std::string_view> names) {
  if (type >= 0 && static_cast<std::uint64_t>(type) < names.size()) {
    return std::string(names[static_cast<std::size_t>(type)]);
  }
  return "number " + std::to_string(type);
}
inline Error wrong_wire_type(const ProtobufField& field) {
  return not_onnx("field " + std::to_string(field.number) + " cannot have wire type " +
                  std::to_string(static_cast<int>(field.wire_type)) + ", " + at_byte(field.offset));
}

// Hands each field to `take`, a Result<void>(const ProtobufField&), up to the first error. What
// `take` does not know, it passes over.
template <typename Take>
Result<void> read_fields(ProtobufCursor message, Take take) {
  while (!message.at_end()) {
    const auto field = message.next_field();
    if (!field) return not_onnx("damaged " + at_byte(message.offset()));
    if (auto taken = take(*field); !taken) return taken;
  }
  return {};
}

template <typename Take>
Result<void> read_fields(const ProtobufField& message, Take take) {
  if (message.wire_type != WireType::kBytes) return wrong_wire_type(message);
  return read_fields(ProtobufCursor(message.bytes, message.offset), take);
}

// std::bit_cast, which the standard library of Emscripten 3.1.6 does not have.
template <typename Float, typename Bits>
Float from_bits(Bits bits) {
  static_assert(sizeof(Float) == sizeof(Bits));
  Float value;
  std::memcpy(&value, &bits, sizeof(value));
  return value;
}

// A field that comes twice has its last value, which is protobuf's own rule.
inline Result<void> take(const ProtobufField& field, std::int64_t& into) {
  if (field.wire_type != WireType::kVarint) return wrong_wire_type(field);
  into = static_cast<std::int64_t>(field.value);
  return {};
}

inline Result<void> take(const ProtobufField& field, float& into) {
  if (field.wire_type != WireType::kFixed32) return wrong_wire_type(field);
  into = from_bits<float>(static_cast<std::uint32_t>(field.value));
  return {};
}

inline Result<void> take(const ProtobufField& field, Bytes& into) {
  if (field.wire_type != WireType::kBytes) return wrong_wire_type(field);
  into = field.bytes;
  return {};
}

inline Result<void> take(const ProtobufField& field, std::string& into) {
  Bytes text;
  if (auto taken = take(field, text); !taken) return taken;
  into.assign(reinterpret_cast<const char*>(text.data()), text.size());
  return {};
}

// How the numbers of a repeated field are written, alone and packed alike.
template <typename Number>
struct Wire;

template <>
struct Wire<std::int64_t> {
  static constexpr auto kType = WireType::kVarint;
  static auto read(ProtobufCursor& cursor) { return cursor.read_varint(); }
  static auto number(std::uint64_t value) { return static_cast<std::int64_t>(value); }
};
template <>
struct Wire<float> {
  static constexpr auto kType = WireType::kFixed32;
  static auto read(ProtobufCursor& cursor) { return cursor.read_fixed32(); }
  static auto number(std::uint64_t value) {
    return from_bits<float>(static_cast<std::uint32_t>(value));
  }
};
template <>
struct Wire<double> {
  static constexpr auto kType = WireType::kFixed64;
  static auto read(ProtobufCursor& cursor) { return cursor.read_fixed64(); }
  static auto number(std::uint64_t value) { return from_bits<double>(value); }
};

// Readers must take both ways of writing a repeated number, whatever the schema prefers.
template <typename Number>
Result<void> append(const ProtobufField& field, std::vector<Number>& into) {
  if (field.wire_type == Wire<Number>::kType) {
    into.push_back(Wire<Number>::number(field.value));
    return {};
  }
  if (field.wire_type != WireType::kBytes) return wrong_wire_type(field);
  ProtobufCursor packed(field.bytes, field.offset);
  while (!packed.at_end()) {
    const auto value = Wire<Number>::read(packed);
    if (!value) return not_onnx("damaged " + at_byte(packed.offset()));
    into.push_back(Wire<Number>::number(*value));
  }
  return {};
}

}  // namespace atelier::nn::onnx
