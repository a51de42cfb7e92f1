// SPDX-License-Identifier: MIT
// Why: whoever types a command line wrong learns only from what is printed then, and a script only
// from the exit code.
#include "cli/cli.hpp"

#include <catch_amalgamated.hpp>

#include <map>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/command_line.hpp"
#include "tests/support/temporary_folder.hpp"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using namespace atelier::test;

namespace {

// Written down a second time, so that a forgotten help text shows.
const std::map<std::string, std::vector<std::string>> kOptionsOfCommands = {
    {"info", {}},
    {"verify", {}},
    {"drawing", {"--output", "--idx", "--framing"}},
    {"sprite", {"--images", "--labels", "--output", "--sheet"}},
    {"export", {"--images", "--labels", "--png", "--csv", "--limit"}}};

void check_misuse(const std::vector<std::string>& words, const std::string& sentence) {
  CAPTURE(words);
  const Ran ran = run(words);
  CHECK(ran.exit_code == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring(sentence));
  CHECK_THAT(ran.err, ContainsSubstring("--help"));
}

}  // namespace

TEST_CASE("the help names every command and goes to standard output", "[cli]") {
  for (const std::string word : {"--help", "-h"}) {
    const Ran ran = run({word});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    for (const auto& [command, options] : kOptionsOfCommands) {
      CHECK_THAT(ran.out, ContainsSubstring("\n  " + command + ' '));
    }
  }
}

TEST_CASE("the help of every command names all its options", "[cli]") {
  for (const auto& [command, options] : kOptionsOfCommands) {
    CAPTURE(command);
    const Ran ran = run({command, "--help"});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, StartsWith(command + ": "));
    CHECK_THAT(ran.out, ContainsSubstring("usage: atelier " + command + ' '));
    const std::string usage = ran.out.substr(ran.out.find("usage:"));
    const std::string paragraph = usage.substr(0, usage.find("\n\n"));
    for (const std::string& option : options) {
      CHECK_THAT(paragraph, ContainsSubstring(option));               // how it is used
      CHECK_THAT(ran.out, ContainsSubstring("\n  " + option + ' '));  // what it does
    }
  }
}

TEST_CASE("the help fits into a terminal of 80 columns", "[cli]") {
  std::vector<std::string> texts = {run({"--help"}).out};
  for (const auto& [command, options] : kOptionsOfCommands) {
    texts.push_back(run({command, "--help"}).out);
  }
  for (const std::string& text : texts) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(line.size() <= 80);
    }
  }
}

TEST_CASE("help is had whatever else is on the command line", "[cli]") {
  CHECK(run({"export", "--nonsense", "--help"}).exit_code == 0);
  CHECK(run({"info", "no-such-file", "-h"}).exit_code == 0);
  CHECK(run({"help"}).out == run({"--help"}).out);
  CHECK(run({"help", "export"}).out == run({"export", "--help"}).out);
}

TEST_CASE("the version is that of the page", "[cli]") {
  const Ran ran = run({"--version"});
  CHECK(ran.exit_code == 0);
  const std::string package = text_of_file(std::string(ATELIER_TEST_DATA) + "/../package.json");
  const std::string version = ran.out.substr(std::string("atelier ").size());
  CHECK_THAT(package,
             ContainsSubstring("\"version\": \"" + version.substr(0, version.size() - 1) + '"'));
}

TEST_CASE("a command line that is not understood is answered with what may have been meant",
          "[cli]") {
  check_misuse({}, "Name a command");
  check_misuse({"inof"}, "no command 'inof'; did you mean 'info'?");
  check_misuse({"exprot"}, "did you mean 'export'?");
  check_misuse({"draw"}, "did you mean 'drawing'?");
  check_misuse({"hepl"}, "did you mean 'help'?");
  check_misuse({"help", "inof"}, "no command 'inof'; did you mean 'info'?");
  check_misuse({"--verison"}, "no option '--verison'; did you mean '--version'?");
  check_misuse({"something-else"}, "no command 'something-else'.");
  check_misuse({""}, "no command ''.");
  check_misuse({"sprite", "--imagse", "x"}, "no option '--imagse'; did you mean '--images'?");
  check_misuse({"sprite", "--out=x"}, "did you mean '--output'?");
  check_misuse({"drawing", "a.json", "--framing", "hole"},
               "--framing is 'bounding-box' or 'whole', not 'hole'; did you mean 'whole'?");
}

TEST_CASE("a command says which of its words is missing or one too many", "[cli]") {
  check_misuse({"info"}, "atelier info: FILE is missing.");
  check_misuse({"verify"}, "DIR is missing.");
  check_misuse({"verify", "a", "b"}, "'b' is one too many.");
  check_misuse({"drawing"}, "FILE is missing.");
  check_misuse({"drawing", "a", "b"}, "More than one FILE needs --idx.");
  check_misuse({"drawing", "a", "b", "--output", "c"}, "More than one FILE needs --idx.");
  check_misuse({"drawing", "a", "--idx", "b", "--output", "c"},
               "--output and --idx cannot be had at once.");
  check_misuse({"sprite", "--labels", "b", "--output", "c"}, "--images FILE is missing.");
  check_misuse({"sprite", "--images", "a", "--labels", "b"}, "--output FILE.png is missing.");
  check_misuse({"export", "--images", "a", "--labels", "b"}, "--png or --csv is missing.");
  check_misuse({"export", "--images", "a", "--labels", "b", "--png", "c", "--csv", "d"},
               "--png and --csv cannot be had at once.");
  for (const std::string limit : {"0", "x", "-1", "1x", "1.5", "99999999999999999999999"}) {
    check_misuse({"export", "--images", "a", "--labels", "b", "--csv", "c", "--limit", limit},
                 "--limit is a whole number from 1, not '" + limit + "'.");
  }
}

TEST_CASE("output that cannot be written is a failure", "[cli]") {
  struct Full : std::streambuf {
    int_type overflow(int_type) override { return traits_type::eof(); }
  };
  Full full;
  std::istringstream in;
  std::ostream out(&full);
  std::ostringstream err;
  const std::vector<std::string_view> arguments = {"--help"};
  CHECK(atelier::cli::run(arguments, in, out, err) == 1);
  CHECK_THAT(err.str(), ContainsSubstring("standard output"));
}
