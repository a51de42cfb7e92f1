// SPDX-License-Identifier: MIT
// Why: a visitor must find how to bring a model, learn what became of it, and be able to correct
// how it reads its pixels, with a mouse and with a finger.
#include "features/models/panel/own_model_panel.hpp"

#include <catch_amalgamated.hpp>

#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

struct ModelPage : Page {
  explicit ModelPage(ImVec2 size) : Page(size) {
    program.load_model();
    program.load_test_set(20);
  }

  void bring_model() {
    app::OwnModelReady event{.title = "mine.onnx",
                             .form = "float32 [N, 1, 28, 28], gives logits",
                             .bytes = 1'000,
                             .reading = {app::PixelRange::kUnit, false},
                             .scores = {}};
    for (app::ReadingScore& score : event.scores) score = {20, 40};
    program.send(event);
    frames(2);
  }
};

}  // namespace

TEST_CASE("About offers to open a model", "[ui][own-model]") {
  ModelPage page(GENERATE(kDesktop, kPhone));
  page.program.act(app::SetView{app::View::kAbout});
  page.window.size = {page.window.size.x, 2000};  // all of it in sight
  page.frames(2);
  page.click(page.item("open model", "about text"));
  CHECK(page.program.visitor.model_choices == 1);
}

TEST_CASE("a model that has been opened says how it reads, and can be told otherwise",
          "[ui][own-model]") {
  ModelPage page(GENERATE(kDesktop, kPhone));
  page.window.size = {page.window.size.x, 2000};
  page.bring_model();
  page.click(page.item("change reading"));
  page.frames(2);
  REQUIRE(page.program.state.view == app::View::kAbout);
  page.click(page.item(static_cast<int>(app::PixelRange::kSymmetric), "range", "about text"));
  page.click(page.item("inverted", "about text"));
  CHECK(page.program.visitor.readings ==
        std::vector<app::Reading>{{app::PixelRange::kSymmetric, false},
                                  {app::PixelRange::kSymmetric, true}});
}

TEST_CASE("what is being opened can be cancelled", "[ui][own-model]") {
  ModelPage page(GENERATE(kDesktop, kPhone));
  page.program.send(app::OwnModelOpening{"large.onnx"});
  page.frames(2);
  page.tap(page.item("cancel opening"));
  CHECK(page.program.visitor.openings_cancelled == 1);
}

TEST_CASE("a refusal offers another file and its details, and goes when it has been read",
          "[ui][own-model]") {
  ModelPage page(GENERATE(kDesktop, kPhone));
  page.frames(2);
  const float top = page.canvas().y;
  page.program.send(app::OwnModelOpening{"bad.onnx"});
  page.program.send(app::OwnModelRefused{{core::ErrorCode::kOnnxTooNew, "opset 99"}});
  page.frames(2);
  CHECK(page.canvas().y > top);
  page.click(page.item("copy refusal"));
  CHECK(page.window.clipboard == "onnx-too-new: opset 99");
  page.click(page.item("open another"));
  CHECK(page.program.visitor.model_choices == 1);
  page.click(page.item("dismiss news"));
  page.frames(2);
  CHECK(page.canvas().y == top);
}
