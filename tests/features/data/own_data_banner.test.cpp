// SPDX-License-Identifier: MIT
// Why: whoever opens images must learn what they are, what is missing, and how to get back.
#include "features/data/panel/own_data_banner.hpp"

#include <catch_amalgamated.hpp>

#include "tests/support/own_files.hpp"
#include "tests/support/page.hpp"

using namespace atelier;
using namespace atelier::test;

namespace {

struct DataPage : Page {
  explicit DataPage(ImVec2 size) : Page(size) {
    program.load_model();
    program.load_test_set(20);
  }

  void open(const ByteVector& bytes) {
    app::OwnDataDropped dropped;
    dropped.files.push_back(own_file("mine.idx", bytes));
    program.send(dropped);
    frames(2);
  }
};

}  // namespace

TEST_CASE("images that have been opened are shown, lack their labels, and can be left again",
          "[ui][own-data]") {
  DataPage page(GENERATE(kDesktop, kPhone));
  page.open(idx_samples(3));
  CHECK(page.samples_drawn().size() == 3);
  page.click(page.item("open the rest"));
  CHECK(page.program.visitor.data_choices == 1);
  page.tap(page.item("back to the test set"));
  page.frames(2);
  CHECK(page.samples_drawn().size() == 20);
}

TEST_CASE("other images are drawn from other pixels, though there are as many", "[ui][own-data]") {
  DataPage page(kDesktop);
  page.program.act(app::SetView{app::View::kExplore});
  page.frames(2);
  page.open(idx_samples(20));
  CHECK(page.samples_drawn().size() == 20);
}

TEST_CASE("a refusal of data offers another file and its details", "[ui][own-data]") {
  DataPage page(GENERATE(kDesktop, kPhone));
  page.program.send(app::OwnDataRefused{"bad.gz", {core::ErrorCode::kGzipDamaged, "crc"}});
  page.frames(2);
  page.click(page.item("copy data refusal"));
  CHECK(page.window.clipboard == "gzip-damaged: crc");
  page.click(page.item("open other data"));
  CHECK(page.program.visitor.data_choices == 1);
  page.click(page.item("dismiss data news"));
  page.frames(2);
  CHECK(!page.program.state.own_data.error);
}
