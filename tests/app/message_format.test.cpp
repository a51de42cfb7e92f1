// SPDX-License-Identifier: MIT
// Why: translators write what ICU MessageFormat allows, in files that come over the network; all of
// it is held against what the format's own description says, by hand.
#include "app/message_format.hpp"

#include <catch_amalgamated.hpp>

#include <string>

using namespace atelier::app;

namespace {

std::string in(std::string_view tag, std::string_view message, Arguments arguments) {
  std::string text;
  CHECK(write_message(text, message, arguments, language_of(tag)));
  return text;
}

std::string written(std::string_view message, Arguments arguments = {}) {
  return in("en", message, arguments);
}

}  // namespace

TEST_CASE("a placeholder takes its value by name, in any order and as often as it stands there",
          "[app][words]") {
  CHECK(written("no places") == "no places");
  CHECK(written("") == "");
  CHECK(written("{b} before {a}, { a }", {{"a", "x"}, {"b", "y"}}) == "y before x, x");
  CHECK(written("{name}", {{"name", "{name} '{' #"}}) == "{name} '{' #");
  CHECK(written("left as it is: {unknown}") == "left as it is: {unknown}");
}

TEST_CASE("a number's digits are grouped", "[app][words]") {
  CHECK(written("{n}", {{"n", 0}}) == "0");
  CHECK(written("{n}", {{"n", 999}}) == "999");
  CHECK(written("{n}", {{"n", 1000}}) == "1,000");
  CHECK(written("{n}", {{"n", -1234567}}) == "-1,234,567");
  CHECK(written("{n}", {{"n", INT64_MIN}}) == "-9,223,372,036,854,775,808");
}

TEST_CASE("a plural takes the case of its number, an exact one before the language's",
          "[app][words]") {
  constexpr std::string_view kImages =
      "{count, plural, =0 {no images} one {# image} other {# images}}";
  CHECK(written(kImages, {{"count", 0}}) == "no images");
  CHECK(written(kImages, {{"count", 1}}) == "1 image");
  CHECK(written(kImages, {{"count", 10000}}) == "10,000 images");
  CHECK(in("ja", kImages, {{"count", 1}}) == "1 images");
  CHECK(in("zh-Hant-TW", kImages, {{"count", 0}}) == "no images");
  CHECK(in("xx", kImages, {{"count", 1}}) == "1 image");
  constexpr std::string_view kLate = "{n, plural, one {a} other {b} =1 {exact}}";
  CHECK(written(kLate, {{"n", 1}}) == "exact");
  CHECK(in("zh", "{n, plural, one {a} other {b}}", {{"n", 1}}) == "b");
}

TEST_CASE("a select takes the case of its word, or the other one", "[app][words]") {
  constexpr std::string_view kFruit = "{what, select, apple {an apple} other {a {what}}}";
  CHECK(written(kFruit, {{"what", "apple"}}) == "an apple");
  CHECK(written(kFruit, {{"what", "pear"}}) == "a pear");
  CHECK(written("{on, select, true {on} other {off}}", {{"on", true}}) == "on");
  CHECK(written("{on, select, true {on} other {off}}", {{"on", false}}) == "off");
}

TEST_CASE("# is the number in a plural's own text, and itself elsewhere", "[app][words]") {
  CHECK(written("# {n, plural, other {#}} #", {{"n", 5}}) == "# 5 #");
  CHECK(written("{n, plural, other {{w, select, other {#}}}}", {{"n", 5}, {"w", "x"}}) == "#");
  CHECK(written("{w, select, other {{n, plural, other {#}}}}", {{"n", 5}, {"w", "x"}}) == "5");
  CHECK(written("{n, plural, other {{m, plural, other {#}} of #}}", {{"n", 5}, {"m", 2}}) ==
        "2 of 5");
}

TEST_CASE("an apostrophe quotes only where there is something to quote", "[app][words]") {
  CHECK(written("Atelier's own") == "Atelier's own");
  CHECK(written("Atelier''s own") == "Atelier's own");
  CHECK(written("'{'name'}'", {{"name", "x"}}) == "{name}");
  CHECK(written("'{name}'", {{"name", "x"}}) == "{name}");
  CHECK(written("'{it''s}'") == "{it's}");
  CHECK(written("to the end '{name}") == "to the end {name}");
  CHECK(written("{n, plural, other {'#' is #, it's #}}", {{"n", 5}}) == "# is 5, it's 5");
  CHECK(written("'#'") == "'#'");
  CHECK(written("at the end '") == "at the end '");
}

TEST_CASE("what is no message is refused", "[app][words]") {
  for (const std::string_view text : {"{",
                                      "}",
                                      "a } b",
                                      "{}",
                                      "{ }",
                                      "{a",
                                      "{a b}",
                                      "{a,}",
                                      "{a, plural}",
                                      "{a, plural,}",
                                      "{a, plural, }",
                                      "{a, plural, one {x}}",
                                      "{a, plural, other}",
                                      "{a, plural, other {x}",
                                      "{a, plural, other {x}}}",
                                      "{a, plural, other {{}}",
                                      "{a, select, =1 {x} other {y}}",
                                      "{a, plural, =x {x} other {y}}",
                                      "{a, plural, =99999999999999999999 {x} other {y}}",
                                      "{a, number}",
                                      "{a, date, short}",
                                      "{a, plural, other x}",
                                      "{'a'}",
                                      "{a{b}}",
                                      "{a, plural, offset:1 other {x}}"}) {
    CAPTURE(text);
    CHECK(!is_message(text));
    std::string out;
    CHECK(!write_message(out, text, {{"a", 1}}, language_of("en")));
  }
}

TEST_CASE("a message may be deep, but not without end", "[app][words]") {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "{a, select, other {";
    for (int i = 0; i < depth; ++i) text += "}}";
    return text;
  };
  CHECK(is_message(nested(6)));
  CHECK(!is_message(nested(7)));
  CHECK(!is_message(nested(100000)));
  CHECK(!is_message(std::string(100000, '{')));
}

TEST_CASE("every beginning of a message is one or is refused", "[app][words]") {
  constexpr std::string_view kWhole =
      "a {n, plural, =0 {'{'} one {# {w, select, x {y} other {''}}} other {#}} 'z";
  for (std::size_t length = 0; length <= kWhole.size(); ++length) {
    std::string out;
    const std::string_view text = kWhole.substr(0, length);
    CHECK(write_message(out, text, {{"n", 1}, {"w", "x"}}, language_of("en")) == is_message(text));
  }
  CHECK(written(kWhole, {{"n", 1}, {"w", "x"}}) == "a 1 y 'z");
}
