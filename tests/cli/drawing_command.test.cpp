// SPDX-License-Identifier: MIT
// Why: what is printed here is compared with what the page shows, so it must be the same pixels.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "core/drawing.hpp"
#include "core/idx.hpp"
#include "core/preprocess.hpp"
#include "tests/cli/command_line.hpp"
#include "tests/cli/png_reader.hpp"
#include "tests/support/temporary_folder.hpp"

using atelier::core::GrayImage;
using Catch::Matchers::ContainsSubstring;
using namespace atelier::test;

namespace {

const std::string kScript = R"([
  {"points": [[0.3, 0.2], [0.7, 0.8, 0.9]], "tool": "brush", "gray": 190, "size": 0.2},
  {"type": "stroke", "points": [[0.6, 0.3, 0.5]], "tool": "brush", "gray": 90, "size": 0.15,
   "mirrored": true}])";

GrayImage expected_image(atelier::core::Framing framing) {
  using atelier::core::Tool;
  atelier::core::Drawing drawing;
  drawing.apply({Tool::kBrush, 190, 0.2F, false, {{0.3F, 0.2F, 0.5F}, {0.7F, 0.8F, 0.9F}}});
  drawing.apply({Tool::kBrush, 90, 0.15F, true, {{0.6F, 0.3F, 0.5F}}});
  return atelier::core::preprocess(drawing.raster(), framing).seen();
}

// As a person would read it: 28 lines of 28 numbers.
GrayImage parsed(const std::string& text) {
  GrayImage image{28, 0, {}};
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line); ++image.height) {
    std::istringstream numbers(line);
    int count = 0;
    for (int number = 0; numbers >> number; ++count) {
      REQUIRE((number >= 0 && number <= 255));
      image.pixels.push_back(static_cast<std::uint8_t>(number));
    }
    CHECK(count == 28);
    CHECK(line.size() == 28 * 4 - 1);
  }
  CHECK(image.height == 28);
  return image;
}

}  // namespace

TEST_CASE("a drawing is printed as the pixels that the network sees", "[cli][drawing]") {
  using atelier::core::Framing;
  const TemporaryFolder folder;
  const std::string path = folder.put("script.json", kScript);
  const GrayImage fitted = expected_image(Framing::kBoundingBox);
  const GrayImage whole = expected_image(Framing::kWhole);
  REQUIRE(fitted != whole);

  const Ran ran = run({"drawing", path});
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.empty());
  CHECK(parsed(ran.out) == fitted);
  CHECK(run({"drawing", path, "--framing", "bounding-box"}).out == ran.out);
  CHECK(parsed(run({"drawing", "--framing=whole", path}).out) == whole);
}

TEST_CASE("a drawing that is all of one gray is 784 times that gray", "[cli][drawing]") {
  const std::string script =
      R"([{"points": [[0.5, 0.5]], "tool": "fill", "gray": 123, "size": 0.1}])";
  const Ran ran = run_with_input(script, {"drawing", "-", "--framing", "whole"});
  CHECK(parsed(ran.out).pixels == std::vector<std::uint8_t>(784, 123));
}

TEST_CASE("a stroke script may come through standard input", "[cli][drawing]") {
  const TemporaryFolder folder;
  const Ran from_file = run({"drawing", folder.put("script.json", kScript)});
  const Ran from_input = run_with_input(kScript, {"drawing", "-"});
  CHECK(from_input.exit_code == 0);
  CHECK(from_input.out == from_file.out);
  const Ran bad = run_with_input("[", {"drawing", "-"});
  CHECK(bad.exit_code == 1);
  CHECK_THAT(bad.err, ContainsSubstring("\n  standard input: parse error at line 1, column 2"));
}

TEST_CASE("a drawing becomes a png file of the same pixels", "[cli][drawing]") {
  const TemporaryFolder folder;
  const std::string path = folder / "seen.png";
  const Ran ran = run_with_input(kScript, {"drawing", "-", "--output", path});
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.empty());
  CHECK(read_png_file(path) == parsed(run_with_input(kScript, {"drawing", "-"}).out));
  CHECK(folder.names().size() == 1);
}

TEST_CASE("many drawings become one idx file, in the order of their scripts", "[cli][drawing]") {
  const TemporaryFolder folder;
  const std::string dot =
      R"([{"points": [[0.5, 0.5]], "tool": "brush", "gray": 150, "size": 0.4}])";
  const std::string first = folder.put("first.json", kScript);
  const std::string second = folder.put("second.json", dot);
  const std::string path = folder / "seen.idx";
  const Ran ran = run({"drawing", first, second, first, "--idx", path});
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.empty());
  CHECK(ran.err.empty());

  const std::string file = text_of_file(path);
  atelier::core::IdxImagesReader reader;
  REQUIRE(reader.feed(std::as_bytes(std::span(file))));
  REQUIRE(reader.finish());
  std::vector<std::uint8_t> expected;
  for (const std::string& script : {first, second, first}) {
    const GrayImage image = parsed(run({"drawing", script}).out);
    expected.insert(expected.end(), image.pixels.begin(), image.pixels.end());
  }
  const auto images = reader.take();
  CHECK(images.count == 3);
  CHECK(images.rows == 28);
  CHECK(images.columns == 28);
  CHECK(images.pixels == expected);
}

TEST_CASE("of many drawings the one that cannot be made is named, and nothing is written",
          "[cli][drawing]") {
  const TemporaryFolder folder;
  const std::string good = folder.put("good.json", kScript);
  const std::string bad = folder.put("bad.json", "[{}]");
  const Ran ran = run({"drawing", good, bad, "--idx", folder / "seen.idx"});
  CHECK(ran.exit_code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("\n  " + bad + ": stroke 1"));
  CHECK(!std::filesystem::exists(folder / "seen.idx"));

  const std::string blank = folder.put("blank.json", "[]");
  const Ran with_blank = run({"drawing", good, blank, "--idx", folder / "seen.idx"});
  CHECK(with_blank.exit_code == 0);
  CHECK_THAT(with_blank.err, ContainsSubstring("too little ink for a garment.\n  " + blank));
  CHECK(text_of_file(folder / "seen.idx").size() == 16 + 2 * 784);
}

TEST_CASE("a drawing without ink is black, and that is said", "[cli][drawing]") {
  const Ran ran = run_with_input("[]", {"drawing", "-"});
  CHECK(ran.exit_code == 0);
  CHECK(parsed(ran.out).pixels == std::vector<std::uint8_t>(784, 0));
  CHECK_THAT(ran.err, ContainsSubstring("too little ink"));
}

TEST_CASE("a drawing that cannot be made says why and writes nothing", "[cli][drawing]") {
  const TemporaryFolder folder;
  const std::string output = folder / "seen.png";
  const std::string bad = folder.put("bad.json", "[{}]");

  const Ran stroke = run({"drawing", bad, "--output", output});
  CHECK(stroke.exit_code == 1);
  CHECK(stroke.out.empty());
  CHECK_THAT(stroke.err, ContainsSubstring("A stroke cannot be drawn"));
  CHECK_THAT(stroke.err, ContainsSubstring("\n  " + bad + ": stroke 1: \"points\""));
  CHECK(!std::filesystem::exists(output));

  const Ran json = run({"drawing", folder.put("broken.json", "[{\"points\": [[")});
  CHECK(json.exit_code == 1);
  CHECK_THAT(json.err, ContainsSubstring("this is not valid JSON"));

  const Ran missing = run({"drawing", folder / "missing.json"});
  CHECK(missing.exit_code == 1);
  CHECK_THAT(missing.err, ContainsSubstring("This file cannot be read."));
  CHECK_THAT(missing.err, ContainsSubstring("missing.json: No such file"));

  const Ran nowhere = run_with_input(kScript, {"drawing", "-", "--output", folder / "no/seen.png"});
  CHECK(nowhere.exit_code == 1);
  CHECK_THAT(nowhere.err, ContainsSubstring("The result cannot be written."));
}
