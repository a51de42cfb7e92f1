// SPDX-License-Identifier: MIT
// Why: this text comes from scripts, links and files of other people.
#include "app/json.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <string_view>

using atelier::app::Json;
using atelier::app::JsonValue;
using Kind = JsonValue::Kind;

namespace {

bool is_json(std::string_view text) { return Json::parse(text).has_value(); }

// In a list: a number that stands alone is no text that anybody sends.
double number(std::string_view spelt) {
  const std::string text = "[" + std::string(spelt) + "]";
  const auto json = Json::parse(text);
  REQUIRE(json);
  REQUIRE(json->root().elements()[0].kind() == Kind::kNumber);
  return json->root().elements()[0].number();
}

std::string text(std::string_view quoted) {
  const auto json = Json::parse(quoted);
  REQUIRE(json);
  return json->root().text();
}

}  // namespace

TEST_CASE("values are found by their names, however deep", "[app][json]") {
  const auto json = Json::parse(R"( {"a": [1, {"b": [true, null]}, "x"], "c": {}, "d": "e"} )");
  REQUIRE(json);
  const JsonValue root = json->root();
  CHECK(root.kind() == Kind::kObject);
  CHECK(root.members().size() == 3);
  const auto list = root.find("a")->elements();
  REQUIRE(list.size() == 3);
  CHECK(list[1].find("b")->elements()[0].truth());
  CHECK(list[1].find("b")->elements()[1].kind() == Kind::kNull);
  CHECK(list[2].text() == "x");
  CHECK(root.find("c")->members().empty());
  CHECK(root.find("d")->text() == "e");
  CHECK_FALSE(root.find("b"));
}

TEST_CASE("numbers are what they say", "[app][json]") {
  CHECK(number("0") == 0);
  CHECK(number("-17") == -17);
  CHECK(number("0.1") == 0.1);
  CHECK(number("4294967295") == 4294967295.0);
  CHECK(number("2.5e3") == 2500);
  CHECK(number("25E-2") == 0.25);
  CHECK(number("0.30000000000000004") == Catch::Approx(0.3));
  CHECK(number("123456789012345678901234567890") == Catch::Approx(1.2345678901234568e29));
  CHECK(number("1e-400") == 0);
  CHECK(number("1e400") > 1e308);
}

TEST_CASE("escapes become characters", "[app][json]") {
  CHECK(text(R"("a\"\\\/\b\f\n\r\t")") == "a\"\\/\b\f\n\r\t");
  CHECK(text(R"("\u0041\u00fc\u20ac")") == "A\u00fc\u20ac");
  CHECK(text(R"("\ud83d\udc55")") == "\U0001F455");
  // Half of a pair.
  CHECK(text(R"("\ud83d")") == "\uFFFD");
  CHECK(text(R"("\ud83dx")") == "\uFFFDx");
  CHECK(text(R"("\udc55")") == "\uFFFD");
  CHECK(text(R"("\ud83d\u0041")") == "\uFFFDA");
}

TEST_CASE("what is no JSON is refused", "[app][json]") {
  for (const std::string_view wrong : {"",
                                       " ",
                                       "{",
                                       "}",
                                       "[1",
                                       R"({"a"})",
                                       R"({"a": })",
                                       R"({"a" "b"})",
                                       R"({"a": 1, "b"})",
                                       R"({1: 2})",
                                       R"(["a": 1])",
                                       "tru",
                                       "nul",
                                       "01",
                                       "1.",
                                       ".5",
                                       "+1",
                                       "-",
                                       "1e",
                                       "0x10",
                                       "NaN",
                                       "Infinity",
                                       "1 2",
                                       "{} {}",
                                       R"("\x")",
                                       R"("\u12")",
                                       "'a'",
                                       R"({[1]: 2})",
                                       R"({"a": 1 2})"}) {
    CAPTURE(wrong);
    CHECK_FALSE(is_json(wrong));
  }
}
