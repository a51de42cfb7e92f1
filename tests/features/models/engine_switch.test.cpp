// SPDX-License-Identifier: MIT
// Why: which engine answers is the visitor's choice, also when one of them has failed.
#include "features/models/panel/engine_switch.hpp"

#include <catch_amalgamated.hpp>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

constexpr auto kOwn = app::EngineKind::kAtelierNn;
constexpr auto kOrt = app::EngineKind::kOrtWeb;

struct SwitchingPage : Page {
  SwitchingPage() {
    program.has_own_engine = true;
    program.send(app::ModelsListed{{model_named("small")}, "small"});
    program.send(app::ModelLoaded{program.own_engine.loads[0].token});
    frames(2);
  }
  [[nodiscard]] app::EngineKind wanted() const { return program.state.engines.wanted; }
};

}  // namespace

TEST_CASE("a chip chooses its engine", "[ui][engine]") {
  SwitchingPage page;
  page.click(page.item("nn"));
  CHECK(page.wanted() == kOwn);
  page.click(page.item("ort"));
  CHECK(page.wanted() == kOrt);
  CHECK(page.emitted<app::SelectEngine>().size() == 2);
  CHECK(page.emitted<app::Retry>().empty());
}

TEST_CASE("the chip of an engine that has failed starts it again", "[ui][engine]") {
  SwitchingPage page;
  page.program.send(app::ModelFailed{page.program.classifier.loads[0].token,
                                     {core::ErrorCode::kNetwork, "offline"}});
  page.frames(2);
  page.click(page.item("ort"));
  CHECK(page.wanted() == kOrt);
  REQUIRE(page.program.classifier.loads.size() == 2);
  page.program.send(app::ModelLoaded{page.program.classifier.loads[1].token});
  CHECK(app::answering_engine(page.program.state) == kOrt);
}

TEST_CASE("About has the switch where the prediction's column has no room for it", "[ui][engine]") {
  SwitchingPage page;
  page.window.size = {390, 2400};  // a phone so long that nothing scrolls
  page.program.act(app::SetView{app::View::kAbout});
  page.frames(2);
  page.click(page.item("nn", "about text"));
  CHECK(page.wanted() == kOwn);
}
