// SPDX-License-Identifier: MIT
// Why: scripts are written by hand and by other people's programs. Each mistake has to be named for
// what it is, and none may end the program.
#include "cli/stroke_script.hpp"

#include <catch_amalgamated.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/results.hpp"

using atelier::cli::parse_stroke_script;
using atelier::core::ErrorCode;
using atelier::core::kMaxStrokePoints;
using atelier::core::Stroke;
using atelier::core::Tool;
using Catch::Matchers::ContainsSubstring;
using namespace atelier::test;

namespace {

constexpr std::string_view kGood =
    R"([{"points": [[0.25, 0.5], [0.75, 0.5, 1]], "tool": "brush", "gray": 200, "size": 0.125}])";

void check_refused(ErrorCode code, std::string_view script, const std::string& detail) {
  CAPTURE(script);
  const auto strokes = parse_stroke_script(script);
  REQUIRE(error_of(strokes) == code);
  CHECK_THAT(strokes.error().detail, ContainsSubstring(detail));
}

// A stroke whose fields are right but for one.
std::string with(const std::string& field, const std::string& value) {
  std::vector<std::pair<std::string, std::string>> fields = {
      {"points", "[[0.5, 0.5]]"}, {"tool", "\"brush\""}, {"gray", "255"}, {"size", "0.1"}};
  bool known = false;
  for (auto& [name, text] : fields) {
    if (name == field) text = value;
    known = known || name == field;
  }
  if (!known) fields.emplace_back(field, value);
  std::string script;
  for (const auto& [name, text] : fields) {
    if (text.empty()) continue;  // left out
    script += (script.empty() ? "[{\"" : ", \"") + name + "\": " + text;
  }
  return script + "}]";
}

}  // namespace

TEST_CASE("a stroke script becomes the strokes that it describes", "[cli][stroke_script]") {
  const auto strokes = parse_stroke_script(kGood);
  REQUIRE(strokes);
  const Stroke expected{
      Tool::kBrush, 200, 0.125F, false, {{0.25F, 0.5F, 0.5F}, {0.75F, 0.5F, 1.0F}}};
  CHECK(strokes.value() == std::vector{expected});

  CHECK(parse_stroke_script(with("tool", "\"eraser\"")).value()[0].tool == Tool::kEraser);
  CHECK(parse_stroke_script(with("tool", "\"fill\"")).value()[0].tool == Tool::kFill);
  CHECK(parse_stroke_script(with("tool", "\"line\"")).value()[0].tool == Tool::kLine);
  CHECK(parse_stroke_script(with("mirrored", "true")).value()[0].mirrored);
  CHECK(!parse_stroke_script(with("mirrored", "false")).value()[0].mirrored);
  CHECK(!parse_stroke_script(with("mirrored", "null")).value()[0].mirrored);
  CHECK(parse_stroke_script(with("gray", "0")).value()[0].gray == 0);
  CHECK(parse_stroke_script(with("gray", "255.0")).value()[0].gray == 255);
}

TEST_CASE("a stroke script may say how a fill tells its area", "[cli][stroke_script]") {
  const auto plain = parse_stroke_script(with("tool", "\"fill\"")).value()[0].reach;
  CHECK(plain.tolerance == 16);
  CHECK(plain.gap == 0);
  CHECK(parse_stroke_script(with("tolerance", "128")).value()[0].reach.tolerance == 128);
  CHECK(parse_stroke_script(with("gap", "7")).value()[0].reach.gap == 7);
  CHECK(parse_stroke_script(with("gap", "null")).value()[0].reach.gap == 0);
  check_refused(ErrorCode::kBadStroke, with("tolerance", "129"),
                "\"tolerance\" is a whole number from 0 to 128, but here it is 129");
  for (const std::string gap : {"-1", "41", "0.5", "\"7\""}) {
    check_refused(ErrorCode::kBadStroke, with("gap", gap),
                  "\"gap\" is a whole number from 0 to 40");
  }
}

TEST_CASE("a polygon has at least three corners", "[cli][stroke_script]") {
  constexpr std::string_view kTwo =
      R"([{"points": [[0, 0], [1, 1]], "tool": "polygon", "gray": 200, "size": 0.1}])";
  check_refused(ErrorCode::kBadStroke, kTwo, "stroke 1: a polygon of 2 points");
  constexpr std::string_view kThree =
      R"([{"points": [[0, 0], [1, 1], [0, 1]], "tool": "polygon", "gray": 200, "size": 0.1}])";
  const auto strokes = parse_stroke_script(kThree);
  REQUIRE(strokes);
  CHECK(strokes.value()[0].tool == Tool::kPolygon);
}

TEST_CASE("an empty stroke script is an empty drawing", "[cli][stroke_script]") {
  CHECK(parse_stroke_script("[]").value().empty());
  CHECK(parse_stroke_script(" \n[ ]\n").value().empty());
}

TEST_CASE("a stroke that was an action of the page is as good", "[cli][stroke_script]") {
  CHECK(error_of(parse_stroke_script(with("type", "\"stroke\""))) == kNoError);
  CHECK(error_of(parse_stroke_script(with("comment", "[1, {}]"))) == kNoError);
  check_refused(ErrorCode::kBadStroke, with("type", "\"clear\""),
                "stroke 1: \"type\" is \"stroke\" or left out, but here it is \"clear\"");
}

TEST_CASE("a stroke script that breaks off is no json, wherever it breaks off",
          "[cli][stroke_script]") {
  for (std::size_t size = 0; size < kGood.size(); ++size) {
    CAPTURE(size);
    CHECK(error_of(parse_stroke_script(kGood.substr(0, size))) == ErrorCode::kBadJson);
  }
}

TEST_CASE("what is no json is told with its place and without a library's name",
          "[cli][stroke_script]") {
  check_refused(ErrorCode::kBadJson, "", "line 1, column 1");
  check_refused(ErrorCode::kBadJson, "[\n  {,}]", "line 2, column 4");
  check_refused(ErrorCode::kBadJson, "[] []", "line 1, column 4");
  check_refused(ErrorCode::kBadJson, "\x1f\x8b\x08", "line 1, column 1");
  check_refused(ErrorCode::kBadJson, "[\"\xff\"]", "UTF-8");
  check_refused(ErrorCode::kBadJson, "[1e999]", "1e999");
  check_refused(ErrorCode::kBadJson, std::string_view("[\0]", 3), "line 1, column 2");
  CHECK_THAT(parse_stroke_script("[").error().detail, !ContainsSubstring("json.exception"));
}

TEST_CASE("json that goes very deep does not overflow the stack", "[cli][stroke_script]") {
  const std::string open(1'000'000, '[');
  CHECK(error_of(parse_stroke_script(open)) == ErrorCode::kBadJson);
  CHECK(error_of(parse_stroke_script(open + std::string(1'000'000, ']'))) == ErrorCode::kBadStroke);
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  for (const char* field : {"points", "tool", "gray", "size", "mirrored", "type"}) {
    check_refused(ErrorCode::kBadStroke, with(field, deep), field);
  }
}

TEST_CASE("json that is no list of strokes is told from one", "[cli][stroke_script]") {
  check_refused(ErrorCode::kBadStroke, "{}", "expected a list of strokes, found an object");
  check_refused(ErrorCode::kBadStroke, "null", "found null");
  check_refused(ErrorCode::kBadStroke, "\"points\"", "found \"points\"");
  check_refused(ErrorCode::kBadStroke, "[7]", "stroke 1: expected an object, found 7");
  check_refused(ErrorCode::kBadStroke, "[[]]", "stroke 1: expected an object, found a list");
  const std::string second = std::string(kGood.substr(0, kGood.size() - 1)) + ", {}]";
  check_refused(ErrorCode::kBadStroke, second, "stroke 2: \"points\"");
}

TEST_CASE("a field that is missing or wrong is named with what it should be",
          "[cli][stroke_script]") {
  for (const char* field : {"points", "tool", "gray", "size"}) {
    check_refused(ErrorCode::kBadStroke, with(field, ""), "\"" + std::string(field) + "\" is ");
    check_refused(ErrorCode::kBadStroke, with(field, ""), "but here it is missing");
    for (const std::string wrong : {"null", "true", "{}", "\"x\""}) {
      check_refused(ErrorCode::kBadStroke, with(field, wrong),
                    "\"" + std::string(field) + "\" is ");
    }
  }
  check_refused(ErrorCode::kBadStroke, with("gray", "256"),
                "\"gray\" is a whole number from 0 to 255, but here it is 256");
  for (const std::string gray : {"-1", "0.5", "1e300", "\"200\"", "[200]"}) {
    check_refused(ErrorCode::kBadStroke, with("gray", gray), "\"gray\" is a whole number");
  }
  check_refused(
      ErrorCode::kBadStroke, with("tool", "\"pencil\""),
      "\"tool\" is \"brush\", \"eraser\", \"fill\", \"line\" or \"polygon\", but here it is "
      "\"pencil\"");
  for (const std::string size : {"0", "-0.1", "1.01", "1e300"}) {
    check_refused(ErrorCode::kBadStroke, with("size", size),
                  "\"size\" is a number above 0, up to 1");
  }
  for (const std::string mirrored : {"1", "\"true\"", "[]"}) {
    check_refused(ErrorCode::kBadStroke, with("mirrored", mirrored), "true or false");
  }
}

TEST_CASE("points are pairs or triples of numbers in their range", "[cli][stroke_script]") {
  check_refused(ErrorCode::kBadStroke, with("points", "[]"), "no points");
  for (const std::string point : {"[]", "[0.5]", "[0.5, 0.5, 0.5, 0.5]", "[0.5, null]",
                                  "[\"0.5\", 0.5]", "0.5", "{}", "[1e300, 0.5]"}) {
    check_refused(ErrorCode::kBadStroke, with("points", "[[0.5, 0.5], " + point + "]"),
                  "something else at index 1");
  }
  check_refused(ErrorCode::kBadStroke, with("points", "[[0.5, 3]]"), "y of point 0");
  check_refused(ErrorCode::kBadStroke, with("points", "[[-2, 0]]"), "x of point 0");
  check_refused(ErrorCode::kBadStroke, with("points", "[[0, 0, 1.5]]"), "pressure of point 0");
}

TEST_CASE("a stroke has as many points as strokes have elsewhere", "[cli][stroke_script]") {
  std::string points = "[[0,0]";
  for (std::size_t i = 1; i < kMaxStrokePoints; ++i) points += ",[0,0]";
  CHECK(error_of(parse_stroke_script(with("points", points + ']'))) == kNoError);
  check_refused(ErrorCode::kBadStroke, with("points", points + ",[0,0],[0,0]]"), "points");
}

TEST_CASE("what is shown of a wrong value is short and plain", "[cli][stroke_script]") {
  const auto strokes =
      parse_stroke_script(with("tool", '"' + std::string(10'000, 'x') + "\\u001b\""));
  REQUIRE(!strokes);
  CHECK(strokes.error().detail.size() < 200);
  const auto escape = parse_stroke_script(with("tool", "\"\\u001b[2J\""));
  REQUIRE(!escape);
  CHECK(escape.error().detail.find('\x1b') == std::string::npos);
}
