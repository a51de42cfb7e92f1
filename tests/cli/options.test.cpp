// SPDX-License-Identifier: MIT
// Why: what a shell hands over has a few dark corners, which every program should light alike.
#include "cli/options.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "cli/nearest_word.hpp"

using atelier::cli::did_you_mean;
using atelier::cli::edit_distance;
using atelier::cli::kAnyNumber;
using atelier::cli::nearest_word;
using atelier::cli::Option;
using atelier::cli::Parsed;
using atelier::cli::Syntax;
using Words = std::vector<std::string_view>;

namespace {

constexpr std::array<std::string_view, 2> kColours = {"red", "green"};
constexpr std::array kOptions = {
    Option{.name = "--output", .value = "FILE", .help = "where to"},
    Option{.name = "--colour", .value = "COLOUR", .help = "which", .choices = kColours}};
constexpr Syntax kSyntax = {
    .options = kOptions, .operand = "FILE", .least_operands = 0, .most_operands = kAnyNumber};

Parsed parse(std::initializer_list<std::string_view> words, const Syntax& syntax = kSyntax) {
  return atelier::cli::parse(std::vector(words), syntax);
}

// The definition, word for word: the end of both words is the same, or one letter of one, of the
// other or of both was touched, or the last two were swapped.
std::size_t naive_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const auto shorter = [](std::string_view word) { return word.substr(0, word.size() - 1); };
  std::size_t least = naive_distance(shorter(a), shorter(b)) + (a.back() == b.back() ? 0 : 1);
  least = std::min(least, naive_distance(shorter(a), b) + 1);
  least = std::min(least, naive_distance(a, shorter(b)) + 1);
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && b.back() == a[a.size() - 2]) {
    least = std::min(least, naive_distance(shorter(shorter(a)), shorter(shorter(b))) + 1);
  }
  return least;
}

}  // namespace

TEST_CASE("options and operands may stand in any order", "[cli][options]") {
  const auto check = [](const Parsed& parsed) {
    CHECK(parsed.misuse.empty());
    CHECK(parsed.arguments.operands() == Words{"a", "b"});
    CHECK(parsed.arguments.get("--output") == "c");
    CHECK(!parsed.arguments.find("--colour"));
    CHECK(parsed.arguments.get("--colour", "red") == "red");
  };
  check(parse({"a", "b", "--output", "c"}));
  check(parse({"--output", "c", "a", "b"}));
  check(parse({"a", "--output=c", "b"}));
}

TEST_CASE("a value may have an equals sign and an operand may be a dash", "[cli][options]") {
  const Parsed parsed = parse({"-", "--output=a=b"});
  CHECK(parsed.arguments.operands() == Words{"-"});
  CHECK(parsed.arguments.get("--output") == "a=b");
  CHECK(parse({"--output", "-x"}).arguments.get("--output") == "-x");
}

TEST_CASE("after two dashes everything is an operand", "[cli][options]") {
  const Parsed parsed = parse({"--", "--output", "--help", "--"});
  CHECK(parsed.misuse.empty());
  CHECK(!parsed.wants_help);
  CHECK(parsed.arguments.operands() == Words{"--output", "--help", "--"});
}

TEST_CASE("the first word that is wrong is named", "[cli][options]") {
  CHECK(parse({"--output"}).misuse == "--output needs a value: --output FILE.");
  CHECK(parse({"--output", "--colour", "red"}).misuse == "--output needs a value: --output FILE.");
  CHECK(parse({"--output="}).misuse == "--output needs a value: --output FILE.");
  CHECK(parse({"--output", ""}).misuse == "--output needs a value: --output FILE.");
  CHECK(parse({"--output=a", "--output=b", "--x"}).misuse == "--output is given twice.");
  CHECK(parse({"--help=yes"}).misuse == "--help takes no value.");
  CHECK(parse({"--colour", "gren"}).misuse ==
        "--colour is 'red' or 'green', not 'gren'; did you mean 'green'?");
  CHECK(parse({"-x"}).misuse == "there is no option '-x'.");
  CHECK(parse({"--"}, {.options = {}, .operand = "DIR", .least_operands = 1}).misuse ==
        "DIR is missing.");
}

TEST_CASE("the distance of two words is what its definition says", "[cli][options]") {
  const Words words = {"", "a", "ab", "ba", "abc", "acb", "info", "inof", "onfi", "draw", "export"};
  for (const std::string_view a : words) {
    for (const std::string_view b : words) {
      CAPTURE(a, b);
      CHECK(edit_distance(a, b) == naive_distance(a, b));
    }
  }
}

TEST_CASE("a word is near to what it begins or to what few slips lead to", "[cli][options]") {
  const Words candidates = {"info", "verify", "drawing", "export"};
  CHECK(nearest_word("dra", candidates) == "drawing");
  CHECK(nearest_word("in", candidates).empty());
  CHECK(nearest_word("veryfi", candidates) == "verify");
  CHECK(nearest_word("xxxx", candidates).empty());
  CHECK(nearest_word("", candidates).empty());
  CHECK(nearest_word("info", {}).empty());
  CHECK(did_you_mean("onfo", candidates) == "; did you mean 'info'?");
  CHECK(did_you_mean("zzz", candidates) == ".");
}
