// SPDX-License-Identifier: MIT
// core/limits.hpp: what is allowed of a member, for the descriptions of app/describe.hpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace atelier::core {

// Of a number, both ends included.
struct Range {
  double least{}, most{};
};

// Of labels, and of what images may be called by their numbers: a visitor's set has up to so many.
inline constexpr Range kClassLabels{0, 9};
inline constexpr Range kImageNumbers{0, 99'999};

// Only the odd ones.
struct Odd {
  int least{}, most{};
};

// Of the numbers of a tuple, and what each of them is: "x, y".
struct Parts {
  std::string_view names;
  Range each;
};

// Of a list: how many there are. Of each the type says what it is.
struct Count {
  std::size_t least{}, most{};
};

// Of a text, in UTF-8.
struct Bytes {
  std::size_t most{};
};

// Of an enumeration: those of which allows(value) is true.
template <typename Predicate>
struct Among {
  Predicate allows;
};
template <typename Predicate>
Among(Predicate) -> Among<Predicate>;  // clang learned to see it by itself with 17

// Nothing but the type says what is allowed.
struct Unlimited {};

}  // namespace atelier::core
