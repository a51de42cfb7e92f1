// SPDX-License-Identifier: MIT
// app/read_json.hpp: the visitor that reads a described struct from JSON. What is wrong with it is
// said once, in words that help whoever wrote it: which field, what is allowed, what was given.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/describe.hpp"
#include "app/json.hpp"
#include "app/spec.hpp"
#include "core/names.hpp"

namespace atelier::app {

class ReadJson {
 public:
  // `attachment`: bytes that came beside the JSON.
  explicit ReadJson(JsonValue value, std::span<const std::byte> attachment = {})
      : value_(value), attachment_(attachment) {}

  template <typename T, typename Limits = Unlimited>
  void operator()(std::string_view name, T& member, const Limits& limits = {}) {
    read(name, Presence::kNeeded, member, spec_of<T>(limits));
  }
  template <typename T, typename Limits = Unlimited>
  void may(std::string_view name, T& member, const Limits& limits = {}) {
    read(name, Presence::kMay, member, spec_of<T>(limits));
  }
  template <typename Other, typename T, typename Limits = Unlimited>
  void with(const std::optional<Other>& other, std::string_view name, T& member,
            const Limits& limits = {}) {
    read(name, other ? Presence::kNeeded : Presence::kMay, member, spec_of<T>(limits));
  }
  template <typename... T>
  void tuple(std::string_view name, const Parts& parts, T&... members) {
    auto list = std::tie(members...);
    read(name, Presence::kNeeded, list, tuple_spec(parts));
  }
  template <typename... T>
  void may_tuple(std::string_view name, const Parts& parts, T&... members) {
    auto list = std::tie(members...);
    read(name, Presence::kMay, list, tuple_spec(parts));
  }
  template <typename... T>
  void items(const Parts& parts, T&... members) {
    auto list = std::tie(members...);
    is_list_ = true;
    if (const auto problem = convert(value_, list, tuple_spec(parts))) flaw_ = *problem;
  }
  void attached(std::string_view name, std::vector<std::uint8_t>& bytes, std::size_t count);

  // What is wrong, as "'turn' is a number from -180 to 180, not 200"; empty: nothing. Looks for
  // fields that nobody has asked for, but for those that are `known` otherwise.
  [[nodiscard]] std::string flaw(std::string_view known = {}) &&;

 private:
  // What was found in the place of what is wanted, in words.
  using Problem = std::optional<std::string>;

  template <typename T>
  void read(std::string_view name, Presence presence, T& member, const Spec& spec) {
    const auto value = take(name, presence, spec);
    if (!value) return;
    if (const auto problem = convert(*value, member, spec)) refuse(name, spec, *problem);
  }

  // None if there is nothing to read, or something is wrong already.
  std::optional<JsonValue> take(std::string_view name, Presence presence, const Spec& spec);
  void refuse(std::string_view name, const Spec& spec, const std::string& found);

  [[nodiscard]] static std::optional<double> number_in(JsonValue value, const Spec& spec);

  static Problem convert(JsonValue value, bool& member, const Spec& spec);
  static Problem convert(JsonValue value, std::string& member, const Spec& spec);

  template <typename T>
  requires(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) static Problem
      convert(JsonValue value, T& member, const Spec& spec) {
    const auto number = number_in(value, spec);
    if (!number) return shown(value);
    member = static_cast<T>(*number);
    return std::nullopt;
  }

  template <core::Named T>
  static Problem convert(JsonValue value, T& member, const Spec& spec) {
    if (value.kind() != JsonValue::Kind::kText) return shown(value);
    const std::string word = value.text();
    if (std::find(spec.words.begin(), spec.words.end(), word) == spec.words.end()) {
      return shown(value);
    }
    member = *core::named<T>(word);
    return std::nullopt;
  }

  template <typename T>
  static Problem convert(JsonValue value, std::optional<T>& member, const Spec& spec) {
    member.reset();
    if (value.kind() == JsonValue::Kind::kNull) return std::nullopt;
    return convert(value, member.emplace(), spec);
  }

  template <typename T>
  static Problem convert(JsonValue value, std::vector<T>& member, const Spec& spec) {
    member.clear();
    const auto grow = [&]() -> T& { return member.emplace_back(); };
    return convert_each(value, spec, grow);
  }
  template <typename T, std::size_t n>
  static Problem convert(JsonValue value, std::array<T, n>& member, const Spec& spec) {
    std::size_t next = 0;
    return convert_each(value, spec, [&]() -> T& { return member[next++]; });
  }
  template <typename Next>
  static Problem convert_each(JsonValue value, const Spec& spec, const Next& next) {
    if (const auto problem = wrong_list(value, spec)) return problem;
    std::size_t index = 0;
    for (const JsonValue element : value.elements()) {
      if (convert(element, next(), spec.element.front())) {
        return "what is at index " + std::to_string(index);
      }
      ++index;
    }
    return std::nullopt;
  }
  static Problem wrong_list(JsonValue value, const Spec& spec);

  template <typename... T>
  static Problem convert(JsonValue value, std::tuple<T&...>& members, const Spec& spec) {
    if (value.kind() != JsonValue::Kind::kList) return shown(value);
    const auto elements = value.elements();
    if (elements.size() != sizeof...(T)) return std::to_string(elements.size()) + " of them";
    std::size_t k = 0;
    bool good = true;
    std::apply(
        [&](T&... member) { (((good = good && !convert(elements[k], member, spec)), ++k), ...); },
        members);
    if (good) return std::nullopt;
    return shown(value);
  }

  template <Described T>
  static Problem convert(JsonValue value, T& member, const Spec& spec) {
    if (spec.kind == Spec::Kind::kStruct && value.kind() != JsonValue::Kind::kObject) {
      return shown(value);
    }
    ReadJson fields(value);
    describe(fields, member);
    std::string flaw = std::move(fields).flaw();
    if (flaw.empty()) return std::nullopt;
    return spec.kind == Spec::Kind::kStruct ? "one of which " + flaw : std::move(flaw);
  }

  JsonValue value_;
  std::span<const std::byte> attachment_;
  std::vector<std::string_view> asked_;
  bool is_list_ = false;
  std::string flaw_;
};

}  // namespace atelier::app
