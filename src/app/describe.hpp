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
//   f.attached(name, bytes, count)          bytes that travel beside the JSON
//
// A member is a bool, an integer, a float or a double, a std::string, an enumeration with names
// (core/names.hpp), a struct that is described, or a std::optional (null in JSON), std::vector or
// std::array of one of them. Limits are about the number itself, be it an optional or in a list.
// What fields say only together is left to flaw(), app/action.hpp. The limits: core/limits.hpp.
#pragma once

#include "core/limits.hpp"

namespace atelier::app {

using core::Among;
using core::Bytes;
using core::Count;
using core::kClassLabels;
using core::kImageNumbers;
using core::Odd;
using core::Parts;
using core::Range;
using core::Unlimited;

// Stands for any visitor: enough to ask whether a type is described at all.
struct AnyFields {};

template <typename T>
concept Described = requires(AnyFields& fields, T& value) {
  describe(fields, value);
};

}  // namespace atelier::app
