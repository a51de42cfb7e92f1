// SPDX-License-Identifier: MIT
// Why: who cannot point reaches every image by its number, also the last of 100,000.
#include <catch_amalgamated.hpp>

#include <string>

#include "features/outline.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/outlines.hpp"
#include "tests/support/own_files.hpp"

using namespace atelier::app;
using namespace atelier::test;

TEST_CASE("any image is a number away, and the next one a press") {
  Program program;
  program.load_test_set(12);
  program.act(SelectSample{11});
  const Read read(program.state);
  CHECK(read.at("sample-number").words == "Test image, 0 to 11");
  CHECK(read.at("sample-number").range.most == 11);
  CHECK(read.at("sample-number").value == "11");
  CHECK(read.at("sample-number").action == R"({"type":"select-sample","index":"$value"})");
  // Round and round.
  CHECK(read.at("next-sample").action == R"({"type":"select-sample","index":0})");
  CHECK(read.at("previous-sample").action == R"({"type":"select-sample","index":10})");
}

TEST_CASE("an image that has not arrived is waited for") {
  Program program;
  const Read read(program.state);
  CHECK(read.at("sample-number").words == "Test image, 0 to 9999");
  CHECK(read.at("sample-number").waits);
  CHECK(read.at("next-sample").action == R"({"type":"select-sample","index":0})");
  CHECK(read.at("random-sample").why_not == "No image has arrived yet");
  CHECK(read.at("sample-image").words == "No image yet");
}

TEST_CASE("a picture is said in a sentence, and its true class") {
  Program program;
  program.load_test_set(12);
  program.act(SelectSample{3});
  const Read read(program.state);
  CHECK(read.at("sample-image").words == "Test image 3 \xC2\xB7 true class: Dress");
  CHECK(read.at("sample-image").value_words.find("pixels are not black, from row ") !=
        std::string::npos);
  program.act(ApplyStroke{broad_stroke()});
  CHECK(Read(program.state).at("sample-image").words == "Your drawing, 28 by 28 pixels");
}

TEST_CASE("the classes are renamed, and get their names back") {
  Program program;
  program.act(SetView{View::kAbout});
  CHECK(Read(program.state).at("default-names").why_not == "They are as by default");
  program.act(RenameClass{6, "Hemd"});
  const Read read(program.state);
  CHECK(read.at("class-name-6").value == "\"Hemd\"");
  CHECK(read.at("class-name-6").action == R"({"type":"rename-class","label":6,"name":"$value"})");
  CHECK(read.at("default-names").why_not.empty());
}

TEST_CASE("a long list is said a page at a time, the one with the image that is shown") {
  Program program;
  program.load_test_set(60);
  program.act(SetView{View::kExplore});
  CHECK(Read(program.state).at("images-page").words == "Images 1 to 24 of 60");
  CHECK(Read(program.state).at("images-before").why_not == "These are the first");
  program.act(SelectSample{50});
  const Read read(program.state);
  CHECK(read.at("images-page").words == "Images 49 to 60 of 60");
  CHECK(read.at("images-before").action == R"({"type":"select-sample","index":24})");
  CHECK(read.at("images-after").why_not == "These are the last");
  CHECK(read.at("images-list").rows.size() == 12);
  CHECK(read.at("images-list").marked == 2);
}
