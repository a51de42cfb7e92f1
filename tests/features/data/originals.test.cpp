// SPDX-License-Identifier: MIT
// Why: people look at what they brought, the network at 28 x 28 pixels of it; the two must be of
// the same image.
#include "features/data/originals.hpp"

#include <catch_amalgamated.hpp>

#include "features/data/own_data.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/own_files.hpp"
#include "tests/support/test_data.hpp"

using namespace atelier::app;
using namespace atelier::test;
namespace core = atelier::core;

namespace {

// The pixels of image `index` in an IDX file of such images, counted by hand from its header on.
std::vector<std::uint8_t> pixels_in(const ByteVector& idx, std::size_t index, std::size_t size) {
  std::vector<std::uint8_t> pixels;
  for (std::size_t k = 0; k < size; ++k) {
    pixels.push_back(static_cast<std::uint8_t>(idx[16 + index * size + k]));
  }
  return pixels;
}

}  // namespace

TEST_CASE("images of another size than 28 x 28 are there as they came", "[app][own-data]") {
  constexpr std::uint32_t kRows = 40;
  constexpr std::uint32_t kColumns = 64;
  const ByteVector idx = idx_file({3, kRows, kColumns}, noise(std::size_t{3} * kRows * kColumns));
  Program program;
  program.load_model();
  program.send(OwnDataDropped{{own_file("a.idx", idx)}, {}, {}});
  program.act(SelectSample{2});
  const auto shown = shown_original(program.state);
  REQUIRE(shown);
  CHECK(shown->width == 64);
  CHECK(shown->height == 40);
  CHECK(shown->pixels == pixels_in(idx, 2, std::size_t{kRows} * kColumns));
  const core::IdxImages alone{1, kRows, kColumns, shown->pixels};
  CHECK(program.state.input.seen.pixels == core::as_samples(alone));

  SECTION("and still, once their labels have come") {
    program.send(OwnDataDropped{{own_file("b.idx", idx_labels(3))}, {}, {}});
    program.act(SelectSample{2});
    const auto again = shown_original(program.state);
    CHECK(again == shown);
  }
  SECTION("but not while a drawing or the test set is shown") {
    program.act(ShowDrawing{});
    CHECK(!shown_original(program.state));
    program.load_test_set(5);
    program.act(UseBundledData{});
    program.act(SelectSample{2});
    CHECK(!shown_original(program.state));
  }
}

TEST_CASE("what is seen as it came has no other original", "[app][own-data]") {
  const Originals none;
  CHECK(!none.image(0));
  const Originals samples(own_file("a.idx", idx_samples(2)).file);
  CHECK(!samples.image(1));
  const Originals labels(own_file("a.idx", idx_labels(2)).file);
  CHECK(!labels.image(0));
  const Originals larger(own_file("a.idx", idx_file({1, 30, 30}, noise(900))).file);
  CHECK(larger.image(0));
  CHECK(!larger.image(1));
}

TEST_CASE("pictures keep their order, and those that memory has no room for are seen only",
          "[app][own-data]") {
  Originals originals;
  constexpr std::size_t kFits = Originals::kMaxPictureBytes / (256 * 256);
  originals.add_picture(core::blank_image(28, 28, 7));
  // One fewer: the first took a little of the room.
  for (std::size_t k = 1; k <= kFits; ++k) originals.add_picture(core::blank_image(256, 256, 9));
  originals.add_picture(core::blank_image(40, 30, 11));
  CHECK(!originals.image(0));
  CHECK(originals.image(1) == core::blank_image(256, 256, 9));
  CHECK(originals.image(kFits - 1) == core::blank_image(256, 256, 9));
  CHECK(!originals.image(kFits));
  CHECK(originals.image(kFits + 1) == core::blank_image(40, 30, 11));
}
