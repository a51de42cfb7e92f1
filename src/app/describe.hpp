// SPDX-License-Identifier: MIT
// app/describe.hpp: how a struct says what it is made of, once, for all who read, write and explain
// it: JSON from scripts and links, snapshots, questions to a worker, the types that TypeScript sees
// and the tables of the README. The description stands behind the struct, in its namespace:
//
//   struct SetStress {
//     static constexpr std::string_view kType = "stress";
//     core::Distortion distortion;
//     std::optional<StressKind> along;
//   };
//   template <class Fields>
//   void describe(Fields& f, SetStress& a) {
//     f.may_tuple("shift", Parts{"x, y", {-14, 14}}, a.distortion.shift_x, a.distortion.shift_y);
//     f.may("turn", a.distortion.turn, Range{-180, 180});
//     f.may("along", a.along);
//   }
//
// The forms that every visitor understands:
//
//   f(name, member[, limits])               is there
//   f.may(name, member[, limits])           left out or null, the member keeps what it has
//   f.with(other, name, member[, limits])   is there if the optional `other` has a value
//   f.tuple(name, limits, members...)       a list of just these numbers: [x, y]
//   f.may_tuple(name, limits, members...)   the same, and left out it keeps what they have
//   f.items(limits, members...)             the whole struct is such a list, as a point is
//
// A member is a bool, an integer, a float or a double, a std::string, an enumeration with names
// (core/names.hpp), a struct that is described, or a std::optional (null in JSON), std::vector or
// std::array of one of them. Limits are about the number itself, be it an optional or in a list.
// What fields say only together is left to flaw(), app/read_json.hpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace atelier::app {

// Of a number, both ends included.
struct Range {
  double least{}, most{};
};

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

// Nothing but the type says what is allowed.
struct Unlimited {};

// Stands for any visitor: enough to ask whether a type is described at all.
struct AnyFields {};

template <typename T>
concept Described = requires(AnyFields& fields, T& value) {
  describe(fields, value);
};

}  // namespace atelier::app
