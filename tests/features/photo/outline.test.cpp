// SPDX-License-Identifier: MIT
// Why: a photo is opened and prepared without a pointer.
#include <catch_amalgamated.hpp>

#include <string>

#include "core/color_image.hpp"
#include "features/outline.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/outlines.hpp"

using namespace atelier::app;
using namespace atelier::test;
namespace core = atelier::core;

TEST_CASE("how things stand with the photo is a line") {
  Program program;
  CHECK(Read(program.state).at("photo-line").words == "None yet");
  CHECK(Read(program.state).at("photo-choose").opens == Opener::kPhoto);
  CHECK(Read(program.state).at("photo-camera").opens == Opener::kCamera);
  program.send(PhotoOpening{});
  CHECK(Read(program.state).at("photo-line").words == "Opening your photo");
  program.act(OpenPhoto{"a.jpg", core::plain_image(40, 50, {200, 90, 20})});
  CHECK(Read(program.state).at("photo-line").words == "a.jpg, 40 by 50 pixels");
  program.act(ShowDrawing{});
  CHECK(Read(program.state).at("photo-line").words == "a.jpg, 40 by 50 pixels, not shown now");
  CHECK(Read(program.state).has("photo-again"));
  CHECK_FALSE(Read(program.state).has("photo-trim"));
}

TEST_CASE("a setting moves alone, and the others stay") {
  Program program;
  program.act(OpenPhoto{"a.jpg", core::plain_image(40, 50, {200, 90, 20})});
  const Read read(program.state);
  CHECK(read.at("photo-trim").action ==
        R"({"type":"adjust-photo","background_tolerance":0.1,"trim_tolerance":"$value",)"
        R"("sharpening":1,"resampling":"skipping"})");
  CHECK(read.at("photo-trim").value_words == "5 %");
  CHECK(read.at("photo-trim").range.most == Catch::Approx(0.3));
  CHECK(read.chosen("photo-resampling") == "Rows and columns skipped, as in the data set");
  CHECK(read.at("crop").action ==
        R"({"type":"crop-photo","part":["$left","$top","$width","$height"]})");
  CHECK(read.at("crop-width").value == "1");
  CHECK(read.at("crop-none").why_not == "All of it is chosen");
}

TEST_CASE("why a photo was not opened is said, with another try") {
  Program program;
  program.send(PhotoRefused{"notes.txt", {core::ErrorCode::kNoPicture, "no image in it"}});
  const Read read(program.state);
  CHECK(read.at("photo-news").words.starts_with("notes.txt: "));
  CHECK(read.at("photo-other").opens == Opener::kPhoto);
  CHECK(read.at("photo-copy").copies == "no-picture: no image in it");
}
