// SPDX-License-Identifier: MIT
// Why: whoever's network is down needs to know, needs a button, and needs the canvas all the same.
#include "shell/error_banner.hpp"

#include <catch_amalgamated.hpp>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

struct FailedPage : Page {
  explicit FailedPage(ImVec2 size = kDesktop) : Page(size) {
    program.load_model();
    program.send(app::DatasetFileFailed{app::DatasetFile::kImages,
                                        {core::ErrorCode::kNetwork, "the cable is out"}});
    frames(2);
  }
};

}  // namespace

TEST_CASE("trying again is one press away", "[ui][error]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone, ImVec2{844, 390});
  FailedPage page(size);
  page.click(page.item("retry"));
  CHECK(page.emitted<app::Retry>().size() == 1);
  CHECK(page.program.files.test_set_loads == 1);
}

TEST_CASE("the details can be copied for whoever can help", "[ui][error]") {
  FailedPage page;
  page.click(page.item("copy details"));
  CHECK(page.window.clipboard == "network: the cable is out");
  CHECK(page.all_emitted.empty());
}

TEST_CASE("an engine that another one stands in for is told of until somebody has read it",
          "[ui][error]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  Page page(size);
  page.program.has_own_engine = true;
  page.program.send(app::ModelsListed{{model_named("small")}, "small"});
  page.program.send(app::ModelLoaded{page.program.own_engine.loads[0].token});
  page.frames(2);
  const float top = page.canvas().y;
  page.program.send(app::ModelFailed{page.program.classifier.loads[0].token,
                                     {core::ErrorCode::kFileNotFound, "ort.wasm"}});
  page.frames(2);
  CHECK(page.canvas().y > top);
  page.click(page.item("copy details"));
  CHECK(page.window.clipboard == "file-not-found: ort.wasm");
  page.click(page.item("dismiss"));
  CHECK(page.emitted<app::DismissNotice>().size() == 1);
  page.frames(2);
  CHECK(page.canvas().y == top);
}

TEST_CASE("the work goes on below the banner", "[ui][error]") {
  const ImVec2 size = GENERATE(kDesktop, kPhone);
  FailedPage page(size);
  const ui::Box retry = page.item("retry");
  const ui::Box canvas = page.canvas();
  CHECK(canvas.y >= retry.bottom());
  CHECK(canvas.bottom() <= page.layout().work.bottom());
  page.press(canvas.center());
  page.release(canvas.center());
  CHECK(page.emitted<app::BeginStroke>().size() == 1);
  CHECK(page.program.classifier.requests.size() == 1);
}

TEST_CASE("the banner stands in every view and goes when all is well", "[ui][error]") {
  FailedPage page;
  for (const app::View view : {app::View::kDraw, app::View::kExplore, app::View::kAbout}) {
    page.program.act(app::SetView{view});
    page.frames(2);
    CHECK(page.item("retry").width > 0);
  }
  page.program.act(app::SetView{app::View::kDraw});
  page.frames(2);
  const float top = page.canvas().y;
  page.click(page.item("retry"));
  page.program.load_test_set(3);
  page.frames(2);
  CHECK(page.canvas().y < top);
}
