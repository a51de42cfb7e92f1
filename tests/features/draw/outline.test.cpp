// SPDX-License-Identifier: MIT
// Why: who cannot hold a brush draws by numbers, and sees the same steps.
#include <catch_amalgamated.hpp>

#include <string>

#include "features/outline.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/outlines.hpp"

using namespace atelier::app;
using namespace atelier::test;
namespace core = atelier::core;

TEST_CASE("a stroke is made of points, with the tools as they are") {
  Program program;
  program.act(SetGray{125});
  {
    const Read read(program.state);
    CHECK(read.at("stroke").action ==
          R"({"type":"stroke","points":"$points","tool":"brush","gray":125,"size":0.03,)"
          R"("mirrored":false,"tolerance":16,"gap":7})");
    CHECK(read.at("stroke-points").is_points);
    CHECK(read.at("tool").options.size() == 5);
    CHECK(read.has("brush-size"));
    CHECK_FALSE(read.has("tolerance"));
  }
  program.act(SetTool{core::Tool::kFill});
  CHECK_FALSE(Read(program.state).has("brush-size"));
  CHECK(Read(program.state).at("gap").action ==
        R"({"type":"fill-reach","tolerance":16,"gap":"$value"})");
}

TEST_CASE("what cannot be done to the drawing now says why") {
  Program program;
  CHECK(Read(program.state).at("undo").why_not == "There is nothing to undo");
  CHECK(Read(program.state).at("soften").why_not == "Nothing is drawn");
  program.act(ApplyStroke{broad_stroke()});
  const Read read(program.state);
  for (const char* key : {"undo", "clear", "soften", "invert"}) CHECK(read.at(key).why_not.empty());
  CHECK(read.at("redo").why_not == "There is nothing to redo");
  program.act(Undo{});
  CHECK(Read(program.state).at("redo").why_not.empty());
}

TEST_CASE("the steps are a table, with a switch for each that can be left out") {
  Program program;
  program.load_model();
  CHECK(Read(program.state).at("steps-line").words ==
        "Nothing is drawn, or a test image is shown as it is");
  program.act(ApplyStroke{broad_stroke()});
  {
    const Read read(program.state);
    CHECK(read.at("steps").rows.front()[0].words == "As drawn");
    CHECK(read.at("step-trimmed").value == "true");
    CHECK(read.at("step-trimmed").action ==
          R"({"type":"switch-step","step":"trimmed","on":"$value"})");
    CHECK_FALSE(read.has("steps-reset"));
  }
  program.act(SwitchStep{core::StepId::kTrimmed, false});
  CHECK(Read(program.state).at("step-trimmed").value == "false");
  CHECK(Read(program.state).at("steps-reset").action == R"({"type":"switch-step","step":null})");
}

TEST_CASE("a class is traced by its name") {
  Program program;
  CHECK_FALSE(Read(program.state).has("trace"));
  program.load_test_set(12);
  CHECK(Read(program.state).chosen("trace") == "None");
  program.act(SetTrace{kCoat});
  CHECK(Read(program.state).chosen("trace") == "Coat");
}
