// SPDX-License-Identifier: MIT
// Why: a page is reloaded by a slip, and half an hour of drawing must not be gone.
#include "features/draw/kept_drawing.hpp"

#include <catch_amalgamated.hpp>

#include <string>

#include "app/setting.hpp"
#include "features/draw/actions.hpp"
#include "tests/support/fakes.hpp"

using namespace atelier::app;
using namespace atelier::test;

namespace {

// A visit whose browser remembers `text` from the one before.
struct Visit : Program {
  explicit Visit(const std::string& text = {}) {
    if (!text.empty()) send(SettingLoaded{std::string(kDrawingKey), text});
  }
  [[nodiscard]] std::string kept() const {
    const auto found = settings.saved.find(kDrawingKey);
    return found == settings.saved.end() ? "none" : found->second;
  }
};

}  // namespace

TEST_CASE("what is drawn is there again on the next visit, and can be taken back",
          "[app][kept_drawing]") {
  Visit first;
  first.act(ApplyStroke{broad_stroke()});
  Visit second(first.kept());
  CHECK(second.state.drawing.raster() == first.state.drawing.raster());
  CHECK(second.state.input.source == InputSource::kDrawing);
  CHECK(second.state.input.seen == first.state.input.seen);
  second.act(Undo{});
  CHECK(second.state.drawing.packed().empty());
  CHECK(second.kept().empty());
}

TEST_CASE("a stroke is kept once it is done, and not with each of its points",
          "[app][kept_drawing]") {
  Visit visit;
  CHECK(visit.kept() == "none");
  visit.act(BeginStroke{{0.2F, 0.2F, 0.5F}});
  visit.act(ExtendStroke{{{0.8F, 0.8F, 0.5F}}});
  CHECK(visit.kept() == "none");
  visit.act(EndStroke{});
  CHECK(visit.kept().size() > 100);
}

TEST_CASE("the bin clears what is kept", "[app][kept_drawing]") {
  Visit visit;
  visit.act(ApplyStroke{broad_stroke()});
  visit.act(ClearDrawing{});
  CHECK(visit.kept().empty());
}

TEST_CASE("what is there already is not replaced", "[app][kept_drawing]") {
  Visit first;
  first.act(ApplyStroke{broad_stroke()});
  Visit second;
  second.act(ApplyStroke{broad_stroke(0.3F)});
  const auto raster = second.state.drawing.raster();
  second.send(SettingLoaded{std::string(kDrawingKey), first.kept()});
  CHECK(second.state.drawing.raster() == raster);
}

TEST_CASE("what is no drawing is left alone", "[app][kept_drawing]") {
  const std::string text = GENERATE(as<std::string>{}, "!", "AAAA", "_38", "gAA", "BBBBBBBB");
  Visit visit(text);
  CHECK(visit.state.input.source == InputSource::kNone);
  CHECK_FALSE(visit.state.drawing.can_undo());
}

TEST_CASE("a browser that keeps nothing keeps nobody from drawing", "[app][kept_drawing]") {
  Visit visit;
  visit.settings.refuses = true;
  visit.act(ApplyStroke{broad_stroke()});
  CHECK(visit.state.input.source == InputSource::kDrawing);
}
