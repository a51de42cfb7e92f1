// SPDX-License-Identifier: MIT
// Why: the text view is made of this JSON alone.
#include "app/outline.hpp"

#include <catch_amalgamated.hpp>

using namespace atelier::app;

TEST_CASE("an action has what is known and places for the rest") {
  CHECK(ActionText("undo").json() == R"({"type":"undo"})");
  CHECK(ActionText("trace").with("label", nullptr).json() == R"({"type":"trace","label":null})");
  CHECK(ActionText("change")
            .with("method", "fgsm")
            .with("target", std::optional<std::uint8_t>(3))
            .place("strength")
            .json() == R"({"type":"change","method":"fgsm","target":3,"strength":"$value"})");
  CHECK(ActionText("stress").list("shift", 0.5F, "$value").json() ==
        R"({"type":"stress","shift":[0.5,"$value"]})");
}

TEST_CASE("a number in an action is as short as it was written") {
  // Scripts are refused what is beyond 0.3, and the nearest float is.
  CHECK(ActionText("adjust-photo").with("trim_tolerance", 0.3F).json() ==
        R"({"type":"adjust-photo","trim_tolerance":0.3})");
}

TEST_CASE("an outline reads like the page, from top to bottom") {
  Outline out;
  out.title("Report");
  out.line("nothing", "");
  out.button("evaluate", "Evaluate", ActionText("evaluate")).unless(true, "There is no model");
  out.button("open", "Image 7", std::vector{ActionText("undo"), ActionText("redo")});
  out.slider("turn", "Turn", {-180, 180, 1}, 30, ActionText("stress").place("turn")).says("30°");
  out.table("t", "Two", {"Class", "Vote"})
      .row({"Coat", [](Outline& cell) { cell.toggle("v", "Vote", true); }}, true);
  CHECK(out.json() ==
        R"([{"kind":"title","key":"view-title","words":"Report"},)"
        R"({"kind":"button","key":"evaluate","words":"Evaluate","why_not":"There is no model",)"
        R"("action":{"type":"evaluate"}},)"
        R"({"kind":"button","key":"open","words":"Image 7",)"
        R"("action":[{"type":"undo"},{"type":"redo"}]},)"
        R"({"kind":"slider","key":"turn","words":"Turn","value":30,"value_words":"30°",)"
        R"("action":{"type":"stress","turn":"$value"},"least":-180,"most":180,"step":1},)"
        R"({"kind":"table","key":"t","words":"Two","columns":["Class","Vote"],)"
        R"("rows":[["Coat",[{"kind":"switch","key":"v","words":"Vote","value":true}]]],)"
        R"("marked":0}])");
}
