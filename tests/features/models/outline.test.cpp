// SPDX-License-Identifier: MIT
// Why: who cannot see the menus switches models and engines all the same.
#include <catch_amalgamated.hpp>

#include <string>

#include "features/outline.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/outlines.hpp"

using namespace atelier::app;
using namespace atelier::test;

TEST_CASE("the model is one of those listed, with what it weighs and knows") {
  Program program;
  program.load_model();
  const Read read(program.state);
  CHECK(read.chosen("model-choice") == "A small network");
  CHECK(read.at("model-choice").options.size() == 2);
  CHECK(read.at("model-line").words ==
        "64,714 weights, 1,200,000 multiply-adds an image, 262 kB, 93.00 % of the test set right");
  CHECK(read.at("open-model").opens == Opener::kModel);
}

TEST_CASE("the engine that answers is said with its time, and which one is missing") {
  Program program;
  program.load_model();
  program.load_test_set(12);
  program.act(SelectSample{0});
  program.answer(kTrouser);
  const Read read(program.state);
  CHECK(read.at("engine-line").words ==
        "ONNX Runtime Web, 0.5 ms. Atelier's own engine is not available");
  CHECK(read.at("engine-retry").action == R"({"type":"retry"})");
  program.send(OwnModelOpening{"mine.onnx"});
  CHECK(Read(program.state).at("own-model-news").words.starts_with("Opening mine.onnx"));
}

TEST_CASE("a visitor's model is read as they say") {
  Program program;
  program.load_model();
  OwnModelReady event{.title = "mine.onnx",
                      .form = "float32",
                      .bytes = 1000,
                      .reading = {PixelRange::kUnit, false},
                      .scores = {},
                      .sha256 = ""};
  for (ReadingScore& score : event.scores) score = {20, 40};
  event.scores[0] = {};
  program.send(OwnModelOpening{"mine.onnx"});
  program.send(event);
  program.act(SetView{View::kAbout});
  const Read read(program.state);
  CHECK(read.chosen("own-model-range") == "0 to 1");
  CHECK(read.at("own-model-range").options.size() == 3);
  CHECK(read.at("own-model-range").action ==
        R"({"type":"read-own-model","range":"$value","inverted":false})");
  CHECK(read.at("own-model-inverted").action ==
        R"({"type":"read-own-model","range":"0..1","inverted":"$value"})");
}
