// SPDX-License-Identifier: MIT
// Why: the explanations share one place, and one that is not in sight must cost nothing.
#include "features/explain/why.hpp"

#include <catch_amalgamated.hpp>

#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("nothing is explained before somebody asks", "[app][why]") {
  const Program program;
  CHECK(!program.state.why);
  CHECK_THAT(snapshot_json(program.state, 0), ContainsSubstring(R"("why":null,)"));
}

TEST_CASE("the map opens as a topic, and as a method of its own", "[app][why]") {
  Program program;
  program.act(OpenWhy{WhyTopic::kMap});
  CHECK(program.state.explanation.settings.method == ExplanationMethod::kActivation);
  CHECK_THAT(snapshot_json(program.state, 0), ContainsSubstring(R"("why":"map",)"));
  program.act(OpenWhy{});
  CHECK(!program.state.why);
  CHECK(!program.state.explanation.settings.method);

  ExplanationSettings occlusion;
  occlusion.method = ExplanationMethod::kOcclusion;
  occlusion.label = kTrouser;
  program.act(Explain{occlusion});
  CHECK(program.state.why == WhyTopic::kMap);
  program.act(OpenWhy{WhyTopic::kMap});  // it stays as it is, about the answer again
  CHECK(program.state.explanation.settings.method == ExplanationMethod::kOcclusion);
  CHECK(!program.state.explanation.settings.label);
  program.act(Explain{});
  CHECK(!program.state.why);
}

TEST_CASE("another topic takes the map's place, and closing the map leaves it there",
          "[app][why]") {
  Program program;
  program.act(OpenWhy{WhyTopic::kMap});
  program.act(OpenWhy{WhyTopic::kStress});
  CHECK(!program.state.explanation.settings.method);
  program.act(Explain{});
  CHECK(program.state.why == WhyTopic::kStress);
}
