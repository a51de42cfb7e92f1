// SPDX-License-Identifier: MIT
// app/message_format.hpp: a sentence with places for values, in ICU MessageFormat, the part of it
// that sentences here need:
//
//   {name}                                           the value, a number with its digits grouped
//   {count, plural, =0 {none} one {# image} other {# images}}
//   {shape, select, curve {its curve} other {it}}
//
// In a plural's own text # is the number. '{' and '#' (and whatever stands between such quotes) is
// text, '' is one apostrophe, and an apostrophe before anything else is itself.
//
//   write_message(text, "{count, plural, one {# image} other {# images}}", {{"count", 2}}, english)
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/language.hpp"

namespace atelier::app {

// What takes a placeholder's place: text or a whole number. Holds no text of its own.
class Value {
 public:
  Value(std::string_view text) : text_(text) {}
  Value(const std::string& text) : text_(text) {}
  Value(const char* text) : text_(text) {}
  // For a select with the cases true and false.
  Value(std::same_as<bool> auto yes) : text_(yes ? "true" : "false") {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool> && sizeof(Number) > 1) Value(Number number)
      : number_(static_cast<std::int64_t>(number)), is_number_(true) {}

  [[nodiscard]] bool is_number() const { return is_number_; }
  [[nodiscard]] std::int64_t number() const { return number_; }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  std::int64_t number_ = 0;
  bool is_number_ = false;
};

struct Argument {
  std::string_view name;
  Value value;
};
using Arguments = std::initializer_list<Argument>;

// Appends the message to `out`. A placeholder without an argument stays as it is written, so that
// it is seen. False, and `out` holds what came before the fault, if this is not a message.
bool write_message(std::string& out, std::string_view message, Arguments arguments,
                   const Language& language);

// Whether it is one, with each plural's and each select's `other`.
[[nodiscard]] bool is_message(std::string_view text);

// Appends a whole number as the language writes it: 10000 -> "10,000".
void write_number(std::string& out, std::int64_t number, const Language& language);
void write_count(std::string& out, std::uint64_t count, const Language& language);

}  // namespace atelier::app
