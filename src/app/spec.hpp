// SPDX-License-Identifier: MIT
// app/spec.hpp: what a described member is, as data: for all that speak of it in words. The one
// place that goes from types and limits to sentences, tables and TypeScript.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "app/describe.hpp"
#include "core/names.hpp"

namespace atelier::app {

struct Field;

struct Spec {
  enum class Kind { kBool, kWhole, kOdd, kNumber, kText, kWord, kTuple, kList, kBytes, kStruct };
  Kind kind{};
  bool nullable = false;
  double least{}, most{};                   // of numbers, and of those of a tuple
  std::size_t least_count{}, most_count{};  // of a list, and the most also of a text's bytes
  std::vector<std::string_view> words{};    // that are allowed
  std::string_view parts{};                 // of a tuple: "x, y"
  std::vector<Spec> element{};              // of a list: one
  std::vector<Field> fields;                // of a struct
};

enum class Presence { kNeeded, kMay, kWith };

struct Field {
  std::string_view name;
  Presence presence{};
  Spec spec;
};

// What a value must be, in words: "a whole number from 0 to 9".
[[nodiscard]] std::string in_words(const Spec& spec);
// "'draw', 'explore'".
[[nodiscard]] std::string quoted(const std::vector<std::string_view>& words);
// As people write it: "0.05", "10000".
[[nodiscard]] std::string plain(double number);

template <Described T>
[[nodiscard]] Spec struct_spec();

namespace spec {

inline constexpr std::size_t kUnbounded = std::numeric_limits<std::size_t>::max();

template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <typename T>
inline constexpr bool is_vector = false;
template <typename T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <typename T>
inline constexpr bool is_array = false;
template <typename T, std::size_t n>
inline constexpr bool is_array<std::array<T, n>> = true;

template <typename Limits>
void limit(Spec& spec, const Limits& limits) {
  if constexpr (std::is_same_v<Limits, Range>) {
    spec.least = limits.least;
    spec.most = limits.most;
  } else if constexpr (std::is_same_v<Limits, Odd>) {
    spec.kind = Spec::Kind::kOdd;
    spec.least = limits.least;
    spec.most = limits.most;
  } else if constexpr (std::is_same_v<Limits, Bytes>) {
    spec.most_count = limits.most;
  }
}

inline Spec of_kind(Spec::Kind kind) {
  Spec made;
  made.kind = kind;
  return made;
}

template <typename T>
Spec number() {
  using Limit = std::numeric_limits<T>;
  Spec made = of_kind(std::integral<T> ? Spec::Kind::kWhole : Spec::Kind::kNumber);
  made.least = static_cast<double>(Limit::lowest());
  made.most = static_cast<double>(Limit::max());
  return made;
}

template <typename T, typename Limits>
std::vector<std::string_view> words(const Limits& limits) {
  std::vector<std::string_view> allowed;
  for (const T value : core::all_of<T>()) {
    if constexpr (requires { limits.allows(value); }) {
      if (!limits.allows(value)) continue;
    }
    allowed.push_back(name(value));
  }
  return allowed;
}

}  // namespace spec

template <typename T, typename Limits = Unlimited>
[[nodiscard]] Spec spec_of(const Limits& limits = {}) {
  Spec made;
  if constexpr (spec::is_optional<T>) {
    made = spec_of<typename T::value_type>(limits);
    made.nullable = true;
    return made;
  } else if constexpr (spec::is_vector<T> || spec::is_array<T>) {
    made.kind = Spec::Kind::kList;
    made.most_count = spec::kUnbounded;
    if constexpr (spec::is_array<T>) made.least_count = made.most_count = std::tuple_size_v<T>;
    if constexpr (std::is_same_v<Limits, Count>) {
      made.least_count = limits.least;
      made.most_count = limits.most;
      made.element = {spec_of<typename T::value_type>()};
    } else {
      made.element = {spec_of<typename T::value_type>(limits)};
    }
    return made;
  } else if constexpr (std::is_same_v<T, bool>) {
    made.kind = Spec::Kind::kBool;
  } else if constexpr (std::is_arithmetic_v<T>) {
    made = spec::number<T>();
  } else if constexpr (std::is_same_v<T, std::string>) {
    made.kind = Spec::Kind::kText;
    made.most_count = spec::kUnbounded;
  } else if constexpr (core::Named<T>) {
    made.kind = Spec::Kind::kWord;
    made.words = spec::words<T>(limits);
  } else {
    return struct_spec<T>();
  }
  spec::limit(made, limits);
  return made;
}

[[nodiscard]] inline Spec tuple_spec(const Parts& parts) {
  Spec made = spec::of_kind(Spec::Kind::kTuple);
  made.least = parts.each.least;
  made.most = parts.each.most;
  made.parts = parts.names;
  return made;
}

// Of `count` bytes that travel beside the JSON.
[[nodiscard]] inline Spec bytes_spec(std::size_t count) {
  Spec made = spec::of_kind(Spec::Kind::kBytes);
  made.least_count = made.most_count = count;
  return made;
}

// The visitor that lists the fields of a struct.
class ListFields {
 public:
  template <typename T, typename Limits = Unlimited>
  void operator()(std::string_view name, T&, const Limits& limits = {}) {
    fields_.push_back({name, Presence::kNeeded, spec_of<T>(limits)});
  }
  template <typename T, typename Limits = Unlimited>
  void may(std::string_view name, T&, const Limits& limits = {}) {
    fields_.push_back({name, Presence::kMay, spec_of<T>(limits)});
  }
  template <typename Other, typename T, typename Limits = Unlimited>
  void with(const std::optional<Other>&, std::string_view name, T&, const Limits& limits = {}) {
    fields_.push_back({name, Presence::kWith, spec_of<T>(limits)});
  }
  template <typename... T>
  void tuple(std::string_view name, const Parts& parts, T&...) {
    fields_.push_back({name, Presence::kNeeded, tuple_spec(parts)});
  }
  template <typename... T>
  void may_tuple(std::string_view name, const Parts& parts, T&...) {
    fields_.push_back({name, Presence::kMay, tuple_spec(parts)});
  }
  template <typename... T>
  void items(const Parts& parts, T&...) {
    items_ = tuple_spec(parts);
  }
  void attached(std::string_view name, std::vector<std::uint8_t>&, std::size_t count) {
    fields_.push_back({name, Presence::kNeeded, bytes_spec(count)});
  }

  // Of the whole struct.
  [[nodiscard]] Spec take() && {
    if (items_) return *std::move(items_);
    Spec made = spec::of_kind(Spec::Kind::kStruct);
    made.fields = std::move(fields_);
    return made;
  }

 private:
  std::vector<Field> fields_;
  std::optional<Spec> items_;
};

template <Described T>
Spec struct_spec() {
  T value{};
  ListFields fields;
  describe(fields, value);
  return std::move(fields).take();
}

// An action without a description has no fields.
template <typename Action>
[[nodiscard]] std::vector<Field> fields_of() {
  if constexpr (Described<Action>) {
    return struct_spec<Action>().fields;
  } else {
    return {};
  }
}

}  // namespace atelier::app
