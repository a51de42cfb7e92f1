// SPDX-License-Identifier: MIT
// app/pack.hpp: described structs as bytes, and bytes as structs again: what a worker is asked and
// what it answers. Both ends are the same C++, so a field is only its value: numbers little endian,
// a bool one byte, a list its length in four bytes and its elements, an optional a bool and the
// value if there is one, a described struct its fields in their order. Names and limits of a
// description are passed over.
//
//   const std::vector<std::byte> parcel = pack(question);
//   core::Result<Question> same = unpack<Question>(parcel);
//
// Unpacking trusts nobody: a parcel that is cut short, has bytes left over, claims more elements
// than there are bytes or names no enumerator is an error, kEngineFailed.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/result.hpp"

namespace atelier::app {

static_assert(std::endian::native == std::endian::little, "parcels are little endian");

namespace parcel {

// Any bytes are a sound value of it: lists of them are copied as they lie in memory.
template <class T>
concept Number = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

}  // namespace parcel

class Pack {
 public:
  [[nodiscard]] std::vector<std::byte> take() && { return std::move(bytes_); }

  // As a description calls it: a required field, one that may be left out, a list of fields.
  template <class T, class... Limits>
  void operator()(std::string_view, const T& value, const Limits&...) {
    put(value);
  }
  template <class T, class... Limits>
  void may(std::string_view, const T& value, const Limits&...) {
    put(value);
  }
  template <class Limits, class... Ts>
  void tuple(std::string_view, const Limits&, const Ts&... values) {
    (put(values), ...);
  }
  template <class Limits, class... Ts>
  void may_tuple(std::string_view, const Limits&, const Ts&... values) {
    (put(values), ...);
  }
  template <class Limits, class... Ts>
  void items(const Limits&, const Ts&... values) {
    (put(values), ...);
  }
  template <class Other, class T, class... Limits>
  void with(const Other&, std::string_view, const T& value, const Limits&...) {
    put(value);
  }

  void put(bool value) { put(std::uint8_t{value}); }
  template <parcel::Number T>
  void put(T value) {
    put_raw(&value, sizeof(value));
  }
  template <class T>
  requires std::is_enum_v<T>
  void put(T value) { put(static_cast<std::underlying_type_t<T>>(value)); }
  void put(const std::string& text) {
    put_size(text.size());
    put_raw(text.data(), text.size());
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put_size(values.size());
    put_each(values.data(), values.size());
  }
  template <class T, std::size_t N>
  void put(const std::array<T, N>& values) {
    put_each(values.data(), N);
  }
  template <class T>
  requires requires(Pack& pack, T& value) { describe(pack, value); }
  void put(const T& value) {
    // A description is written once, for readers and writers; writers leave what they see alone.
    describe(*this, const_cast<T&>(value));
  }

 private:
  template <class T>
  void put_each(const T* values, std::size_t count) {
    if constexpr (parcel::Number<T>) {
      put_raw(values, count * sizeof(T));
    } else {
      for (std::size_t k = 0; k < count; ++k) put(values[k]);
    }
  }
  void put_size(std::size_t size) { put(static_cast<std::uint32_t>(size)); }
  void put_raw(const void* data, std::size_t size) {
    const auto* first = static_cast<const std::byte*>(data);
    bytes_.insert(bytes_.end(), first, first + size);
  }

  std::vector<std::byte> bytes_;
};

class Unpack {
 public:
  explicit Unpack(std::span<const std::byte> bytes) : bytes_(bytes) {}

  // Everything has been there, and nothing is left.
  [[nodiscard]] bool complete() const { return sound_ && bytes_.empty(); }

  template <class T, class... Limits>
  void operator()(std::string_view, T& value, const Limits&...) {
    get(value);
  }
  template <class T, class... Limits>
  void may(std::string_view, T& value, const Limits&...) {
    get(value);
  }
  template <class Limits, class... Ts>
  void tuple(std::string_view, const Limits&, Ts&... values) {
    (get(values), ...);
  }
  template <class Limits, class... Ts>
  void may_tuple(std::string_view, const Limits&, Ts&... values) {
    (get(values), ...);
  }
  template <class Limits, class... Ts>
  void items(const Limits&, Ts&... values) {
    (get(values), ...);
  }
  template <class Other, class T, class... Limits>
  void with(const Other&, std::string_view, T& value, const Limits&...) {
    get(value);
  }

  void get(bool& value) {
    std::uint8_t byte{};
    get(byte);
    sound_ = sound_ && byte <= 1;
    value = byte == 1;
  }
  template <parcel::Number T>
  void get(T& value) {
    get_raw(&value, sizeof(value));
  }
  template <class T>
  requires std::is_enum_v<T>
  void get(T& value) {
    std::underlying_type_t<T> number{};
    get(number);
    if constexpr (requires { names_of(value).size(); }) {
      sound_ = sound_ && std::cmp_greater_equal(number, 0) &&
               std::cmp_less(number, names_of(value).size());
    }
    if (sound_) value = static_cast<T>(number);
  }
  void get(std::string& text) {
    text.resize(get_size(1));
    get_raw(text.data(), text.size());
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool there{};
    get(there);
    value.reset();
    if (there) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    // However an element is packed, it takes a byte at least.
    const std::size_t count = get_size(parcel::Number<T> ? sizeof(T) : 1);
    values.clear();
    if constexpr (parcel::Number<T>) {
      values.resize(count);
      get_raw(values.data(), count * sizeof(T));
    } else {
      for (std::size_t k = 0; k < count && sound_; ++k) get(values.emplace_back());
    }
  }
  template <class T, std::size_t N>
  void get(std::array<T, N>& values) {
    if constexpr (parcel::Number<T>) {
      get_raw(values.data(), sizeof(values));
    } else {
      for (T& value : values) get(value);
    }
  }
  template <class T>
  requires requires(Unpack& unpack, T& value) { describe(unpack, value); }
  void get(T& value) { describe(*this, value); }

 private:
  // Of a list whose elements take so many bytes each, or more.
  std::size_t get_size(std::size_t element) {
    std::uint32_t size{};
    get(size);
    sound_ = sound_ && size <= bytes_.size() / element;
    return sound_ ? size : 0;
  }
  void get_raw(void* data, std::size_t size) {
    sound_ = sound_ && size <= bytes_.size();
    if (!sound_ || size == 0) return;
    std::memcpy(data, bytes_.data(), size);
    bytes_ = bytes_.subspan(size);
  }

  std::span<const std::byte> bytes_;
  bool sound_ = true;  // once false, nothing is read any more
};

template <class T>
[[nodiscard]] std::vector<std::byte> pack(const T& value) {
  Pack pack;
  pack.put(value);
  return std::move(pack).take();
}

template <class T>
[[nodiscard]] core::Result<T> unpack(std::span<const std::byte> bytes) {
  T value{};
  Unpack unpack(bytes);
  unpack.get(value);
  if (unpack.complete()) return value;
  return core::Error{core::ErrorCode::kEngineFailed, "a parcel that is malformed"};
}

// A Result: whether it is a value, and then the value, or the error.
template <class T>
[[nodiscard]] std::vector<std::byte> pack_result(const core::Result<T>& result) {
  Pack pack;
  pack.put(result.ok());
  if (result) {
    pack.put(result.value());
  } else {
    pack.put(result.error().code);
    pack.put(result.error().detail);
  }
  return std::move(pack).take();
}

template <class T>
[[nodiscard]] core::Result<T> unpack_result(std::span<const std::byte> bytes) {
  Unpack unpack(bytes);
  bool ok{};
  unpack.get(ok);
  T value{};
  core::Error error;
  if (ok) {
    unpack.get(value);
  } else {
    unpack.get(error.code);
    unpack.get(error.detail);
  }
  if (!unpack.complete()) {
    return core::Error{core::ErrorCode::kEngineFailed, "an answer that is malformed"};
  }
  if (ok) return value;
  return error;
}

}  // namespace atelier::app
