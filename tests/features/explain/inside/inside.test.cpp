// SPDX-License-Identifier: MIT
// Why: layers of another picture, or a frame beside the pixels that count, would teach what is not
// so.
#include "features/explain/inside/inside.hpp"

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <optional>
#include <string>

#include "features/explain/inside/words.hpp"
#include "features/snapshot.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/layers.hpp"

using namespace atelier;
using namespace atelier::app;
using namespace atelier::test;
using Catch::Matchers::ContainsSubstring;

namespace {

struct LookingInside : Program {
  LookingInside() {
    load_both_engines();
    load_test_set(12);
    act(SelectSample{3});
    answer(kCoat);
    act(OpenWhy{WhyTopic::kInside});
  }
  void read() { done<ReadLayers>(layers_read()); }
  void show(std::uint32_t layer, std::optional<InsideCell> cell = {}) {
    act(SetInside{{.layer = layer, .cell = cell}});
  }
  // Of the cell pointed at.
  [[nodiscard]] core::Rect seen() const {
    const auto layer = shown_layer(state);
    REQUIRE(layer);
    const auto cell = pointed_cell(state, *layer);
    REQUIRE(cell);
    return seen_pixels(layer->maps, *cell);
  }
};

}  // namespace

TEST_CASE("nobody looks inside before somebody asks, and once a picture", "[app][inside]") {
  Program program;
  program.load_both_engines();
  program.load_test_set(12);
  program.act(SelectSample{3});
  program.answer(kCoat);
  CHECK(program.work.started.empty());
  program.act(OpenWhy{WhyTopic::kInside});
  REQUIRE(program.work.asked<ReadLayers>().size() == 1);
  CHECK(program.work.asked<ReadLayers>()[0].picture == picture_of(program.state.input.seen.pixels));
  program.done<ReadLayers>(layers_read());
  program.act(SetInside{{.layer = 1, .cell = {}}});
  program.act(SetTemperature{2.0F});
  CHECK(program.work.asked<ReadLayers>().size() == 1);
  program.act(SelectSample{4});
  CHECK(program.work.asked<ReadLayers>().size() == 2);
  program.act(SetView{View::kReport});
  program.act(SelectSample{5});
  CHECK(program.work.asked<ReadLayers>().size() == 2);
}

TEST_CASE("layers of a picture that has gone are not shown", "[app][inside]") {
  LookingInside program;
  const Token old = program.work.asked<ReadLayers>().back().token;
  program.act(SelectSample{4});
  program.done<ReadLayers>(old, layers_read());
  CHECK(known_layers(program.state) == nullptr);
  CHECK(inside_words(program.state) == "One moment ...");
  program.read();
  CHECK(known_layers(program.state) != nullptr);
  program.act(SelectSample{5});
  CHECK(known_layers(program.state) == nullptr);
}

TEST_CASE("the layer asked for is shown, or the last one where there are not so many",
          "[app][inside]") {
  LookingInside program;
  CHECK(!shown_layer(program.state));
  program.read();
  const auto first = shown_layer(program.state);
  REQUIRE(first);
  CHECK(first->number == 0);
  CHECK(first->count == 2);
  CHECK(first->largest == 3 * 784 - 1);
  CHECK(inside_words(program.state) ==
        "Layer 1 of 2: 3 maps of 28 \xC3\x97 28 with their filters (orange adds, blue takes away). "
        "Point "
        "at a cell: it depends on 3 \xC3\x97 3 pixels at most.");
  REQUIRE(first->filters != nullptr);
  CHECK(first->filters->count == 3);
  program.show(12);
  const auto last = shown_layer(program.state);
  REQUIRE(last);
  CHECK(last->number == 1);
  CHECK(last->filters == nullptr);
}

TEST_CASE("a cell is framed by the pixels that it depends on, as far as they are on the picture",
          "[app][inside]") {
  LookingInside program;
  program.read();
  program.show(1, InsideCell{2, 3, 4});
  CHECK(program.seen() == core::Rect{12, 8, 11, 11});
  CHECK(value_at(shown_layer(program.state)->maps, {2, 3, 4}) == 2 * 49 + 3 * 7 + 4);
  CHECK(inside_words(program.state) ==
        "Layer 2 of 2: 5 maps of 7 \xC3\x97 7, up to 244.00. Map 3, row 4, column 5: 123.00. It "
        "depends "
        "on the 11 \xC3\x97 11 pixels that are framed, from row 9, column 13 on.");
  CHECK(inside_headline(program.state) ==
        "Map 3, row 4, column 5: 123.00, from the 11 \xC3\x97 11 pixels that are framed.");
  program.show(1, InsideCell{0, 0, 6});
  CHECK(program.seen() == core::Rect{20, 0, 8, 7});
}

TEST_CASE("a cell that the layer has not is none", "[app][inside]") {
  LookingInside program;
  program.read();
  const InsideCell cell = GENERATE(InsideCell{5, 0, 0}, InsideCell{0, 7, 0}, InsideCell{0, 0, 7});
  program.show(1, cell);
  CHECK(!pointed_cell(program.state, *shown_layer(program.state)));
  CHECK_THAT(inside_words(program.state),
             ContainsSubstring("Point at a cell: it depends on 11 \xC3\x97 11 pixels at most."));
}

TEST_CASE("what depends on all pixels is said so", "[app][inside]") {
  LookingInside program;
  ReadLayers::Answer answer = layers_read();
  answer.layers[1].field = {{-10, 0, 60}, {0, 0, 28}};
  program.done<ReadLayers>(answer);
  program.show(1, InsideCell{0, 6, 6});
  CHECK(program.seen() == core::Rect{0, 0, 28, 28});
  CHECK_THAT(inside_words(program.state), ContainsSubstring("It depends on the whole picture."));
}

TEST_CASE("it says why there is nothing to see", "[app][inside]") {
  LookingInside program;
  program.done<ReadLayers>({});
  CHECK(inside_words(program.state) == "This network has no layers that can be shown.");
  program.act(ClearDrawing{});
  CHECK(inside_words(program.state) == "Draw something, or pick an image.");

  Program without;  // our own engine
  without.load_model();
  without.load_test_set(12);
  without.act(SelectSample{3});
  without.act(OpenWhy{WhyTopic::kInside});
  CHECK(without.work.started.empty());
  CHECK(inside_words(without.state) ==
        "Not known: only Atelier's own engine looks inside, and it cannot run this model.");
}

TEST_CASE("a snapshot tells of all layers, and has the numbers of the map pointed at",
          "[app][inside]") {
  LookingInside program;
  program.read();
  program.show(1, InsideCell{4, 0, 1});
  const std::string json = snapshot_json(program.state, 0);
  CHECK_THAT(json, ContainsSubstring(R"("why":"inside",)"));
  CHECK_THAT(json, ContainsSubstring(
                       R"("inside":{"layers":[{"maps":3,"rows":28,"columns":28,"sees":[3,3]},)"
                       R"({"maps":5,"rows":7,"columns":7,"sees":[11,11]}],"filters":[-13,-12,)"));
  CHECK_THAT(json, ContainsSubstring(R"("layer":1,"cell":{"map":4,"row":0,"column":1,"value":197,)"
                                     R"("sees":[0,0,11,7]},"values":[196,197,198,)"));
  program.act(OpenWhy{});
  CHECK_THAT(snapshot_json(program.state, 0), ContainsSubstring(R"("inside":null,)"));
}
