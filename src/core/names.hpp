// SPDX-License-Identifier: MIT
// core/names.hpp: the words that scripts, links, files and the two programs use for our
// enumerations. They stand behind the enumeration itself, in the order of its enumerators:
//
//   enum class Vote { kAgree, kDisagree };
//   ATELIER_NAMES(Vote, "agree", "disagree");
//
// It does not compile if there are more or fewer words than enumerators. From then on
// name(Vote::kAgree) is "agree" and named<Vote>("agree") is Vote::kAgree. Words are part of the
// page's script interface: once published, they never change.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace atelier::core {

// Does `value` have an enumerator? Compilers spell one that has none as a cast, "(Vote)7", and one
// that has as a name, clang's "(anonymous namespace)::Vote::kAgree" among them.
template <auto value>
[[nodiscard]] constexpr bool is_enumerator() {
  const std::string_view spelt = __PRETTY_FUNCTION__;
  const char after = spelt[spelt.rfind(')') + 1];
  return after < '0' || after > '9';
}

// Those of an enumeration count up from 0.
template <typename E, std::size_t count>
[[nodiscard]] constexpr bool has_enumerators() {
  return is_enumerator<static_cast<E>(count - 1)>() && !is_enumerator<static_cast<E>(count)>();
}

template <typename E>
concept Named = requires(E value) {
  names_of(value);
};

// All words of an enumeration.
template <Named E>
inline constexpr auto names = names_of(E{});

// The number of enumerators.
template <Named E>
inline constexpr std::size_t count_of = names<E>.size();

// The enumerator that has this word; none if there is none.
template <Named E>
[[nodiscard]] constexpr std::optional<E> named(std::string_view word) {
  const auto found = std::find(names<E>.begin(), names<E>.end(), word);
  if (found == names<E>.end()) return std::nullopt;
  return static_cast<E>(found - names<E>.begin());
}

// All enumerators, to go through.
template <Named E>
[[nodiscard]] constexpr auto all_of() {
  std::array<E, count_of<E>> values{};
  for (std::size_t k = 0; k < values.size(); ++k) values[k] = static_cast<E>(k);
  return values;
}

}  // namespace atelier::core

// In the enumeration's own namespace, so that argument-dependent look-up finds both functions.
#define ATELIER_NAMES(Enumeration, ...)                                                          \
  [[nodiscard]] constexpr auto names_of(Enumeration) {                                           \
    return std::to_array<std::string_view>({__VA_ARGS__});                                       \
  }                                                                                              \
  [[nodiscard]] constexpr std::string_view name(Enumeration value) {                             \
    return ::atelier::core::names<Enumeration>[static_cast<std::size_t>(value)];                 \
  }                                                                                              \
  static_assert(::atelier::core::has_enumerators<Enumeration, names_of(Enumeration{}).size()>(), \
                "as many words as enumerators")
