// SPDX-License-Identifier: MIT
// Why: the answer must be the same in words as in bars.
#include <catch_amalgamated.hpp>

#include <string>

#include "features/outline.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/outlines.hpp"

using namespace atelier::app;
using namespace atelier::test;

TEST_CASE("the answer is a sentence and a row for each class") {
  Program program;
  program.load_model();
  program.load_test_set(12);
  program.act(SelectSample{2});
  CHECK(Read(program.state).at("verdict").words == "None yet");
  program.answer(kPullover);
  const Read read(program.state);
  CHECK(read.at("verdict").words == "Pullover, sure. True class: Pullover.");
  const Node& table = read.at("probabilities");
  REQUIRE(table.rows.size() == 10);
  CHECK(table.rows[2][0].words == "Pullover");
  CHECK(table.rows[2][1].words == "12.0");
  CHECK(table.rows[2][2].words == "> 99.9 %");
  CHECK(table.rows[0][2].words == "< 0.1 %");
  CHECK(table.marked == 2);
}

TEST_CASE("the temperature is said to be the measured one, or beside it") {
  Program program;
  program.load_model();
  CHECK(Read(program.state).at("temperature").value_words == "1.00, as it was measured");
  CHECK(Read(program.state).at("temperature-reset").why_not == "It is as it was measured");
  program.act(SetTemperature{4.0F});
  CHECK(Read(program.state).at("temperature").value_words == "4.00, measured was 1.00");
  CHECK(Read(program.state).at("temperature").value == "4");
}
