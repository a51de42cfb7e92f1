// SPDX-License-Identifier: MIT
// Why: a visitor's images take the place of the test set in everything, and what cannot be read
// leaves all of it as it was.
#include "features/data/own_data.hpp"

#include <catch_amalgamated.hpp>

#include "app/setting.hpp"
#include "features/data/words.hpp"
#include "features/report/evaluation.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/own_files.hpp"
#include "tests/support/test_data.hpp"

using namespace atelier::app;
using namespace atelier::test;
namespace core = atelier::core;

namespace {

OwnDataDropped dropped(std::vector<OwnFile> files) { return {std::move(files), {}, {}}; }

struct PageWithTestSet : Program {
  PageWithTestSet() {
    load_model();
    load_test_set(20);
    act(SelectSample{3});
    answer(kTrouser);
  }
  [[nodiscard]] std::size_t count() const { return state.test_set.loader.view().count(); }
};

}  // namespace

TEST_CASE("votes belong to the images that they were given on", "[app][own-data][votes]") {
  PageWithTestSet program;
  program.act(VoteOnLabel{5, Vote::kAgree});
  program.send(dropped({own_file("a.idx", idx_samples(7)), own_file("b.idx", idx_labels(7))}));
  CHECK(program.state.votes.by_image.empty());
  program.send(SettingLoaded{"label-votes", "6-"});  // an earlier visit's, of the test set
  program.act(VoteOnLabel{2, Vote::kDisagree});
  CHECK(program.state.votes.by_image == std::map<std::uint32_t, Vote>{{2, Vote::kDisagree}});
  CHECK(program.settings.saved.empty());

  program.act(UseBundledData{});
  CHECK(program.state.votes.by_image ==
        std::map<std::uint32_t, Vote>{{5, Vote::kAgree}, {6, Vote::kDisagree}});
}

TEST_CASE("images with labels take the place of the test set, until one goes back",
          "[app][own-data]") {
  PageWithTestSet program;
  program.send(dropped({own_file("a.idx", idx_samples(7)), own_file("b.idx", idx_labels(7))}));
  CHECK(program.count() == 7);
  CHECK(program.state.test_set.complete());
  CHECK(program.state.test_set.loader.view().label(6) == 6);
  CHECK(program.state.explore.indices.size() == 7);
  CHECK(program.state.view == View::kExplore);
  CHECK(program.state.input.index == 0);
  CHECK(!program.state.test_set.loader.is_official_test_set());
  CHECK(own_data_news(program.state) == "7 images from a.idx. ");

  program.act(Evaluate{EngineKind::kOrtWeb});
  REQUIRE(program.state.report.running);
  CHECK(program.state.report.running->answers.size() == 7);

  program.act(UseBundledData{});
  CHECK(program.count() == 20);
  CHECK(!program.state.report.running);
  CHECK(program.evaluator.cancelled.size() == 1);
  CHECK(program.state.explore.indices.size() == 20);
  CHECK(!program.state.test_set.own);
}

TEST_CASE("images and labels may come one after the other, in either order", "[app][own-data]") {
  PageWithTestSet program;
  const bool labels_first = GENERATE(false, true);
  const auto images = dropped({own_file("a.idx", idx_samples(5))});
  const auto labels = dropped({own_file("b.idx", idx_labels(5))});
  program.send(labels_first ? labels : images);
  if (labels_first) {
    CHECK(program.count() == 20);
    CHECK(own_data_news(program.state) ==
          "5 labels from b.idx. Now open the images that they belong to.");
  } else {
    CHECK(!program.state.test_set.has_labels());
  }
  program.send(labels_first ? images : labels);
  CHECK(program.count() == 5);
  CHECK(program.state.test_set.loader.view().label(4) == 4);
}

TEST_CASE("images without labels are answered, but the report says that it needs labels",
          "[app][own-data]") {
  PageWithTestSet program;
  program.send(dropped({own_file("a.idx", idx_samples(5))}));
  program.answer(kCoat);
  CHECK(current_answer(program.state)->prediction.label == kCoat);
  program.act(Evaluate{EngineKind::kOrtWeb});
  CHECK(program.evaluator.started.empty());
  CHECK(program.state.report.error->code == core::ErrorCode::kNoLabels);
}

TEST_CASE("pictures are labelled by their names, if all of them are", "[app][own-data]") {
  PageWithTestSet program;
  const std::vector<std::uint8_t> sample(784, 100);
  program.send(OwnDataDropped{{}, {{"3_0.png", sample}, {"9_1.png", sample}}, {}});
  CHECK(program.count() == 2);
  CHECK(program.state.test_set.loader.view().label(0) == 3);
  CHECK(program.state.test_set.loader.view().label(1) == 9);
  program.send(OwnDataDropped{{}, {{"3_0.png", sample}, {"shoe.png", sample}}, {}});
  CHECK(program.count() == 2);
  CHECK(!program.state.test_set.has_labels());
}

TEST_CASE("what cannot be used leaves what worked untouched", "[app][own-data]") {
  PageWithTestSet program;
  const bool had_own = GENERATE(false, true);
  if (had_own) {
    program.send(dropped({own_file("a.idx", idx_samples(7)), own_file("b.idx", idx_labels(7))}));
  }
  SECTION("more labels than images") {
    program.send(dropped({own_file("c.idx", idx_samples(4)), own_file("d.idx", idx_labels(5))}));
    CHECK(program.state.own_data.error->code == core::ErrorCode::kCountMismatch);
  }
  SECTION("a label of no class") {
    const ByteVector label{std::byte{17}};
    program.send(
        dropped({own_file("c.idx", idx_samples(1)), own_file("d.idx", idx_file({1}, label))}));
    CHECK(program.state.own_data.error->code == core::ErrorCode::kLabelOutOfRange);
  }
  SECTION("a file that cannot be read") {
    program.send(OwnDataRefused{"c.idx", {core::ErrorCode::kIdxTruncated, "7 bytes of 8"}});
    CHECK(own_data_refusal(program.state.own_data) ==
          "c.idx: This file stops before its end. Get it again, and check that all of it has "
          "arrived.");
  }
  CHECK(program.count() == (had_own ? 7 : 20));
  program.act(DismissOwnDataNews{});
  CHECK(!program.state.own_data.error);
}

TEST_CASE("the page says which data set it is looking at, where it knows it", "[app][own-data]") {
  PageWithTestSet program;
  auto images = own_file("t10k-images", idx_samples(3));
  // Only the digest counts: of MNIST's test images.
  const core::Sha256Digest mnist = {0x0f, 0xa7, 0x89, 0x8d, 0x50, 0x92, 0x79, 0xe4,
                                    0x82, 0x95, 0x8e, 0x8c, 0xe8, 0x1c, 0x8e, 0x77,
                                    0xdb, 0x3f, 0x2f, 0x82, 0x54, 0xe2, 0x66, 0x61,
                                    0xce, 0xb7, 0x76, 0x2c, 0x4d, 0x49, 0x4c, 0xe7};
  images.file.sha256 = mnist;
  program.send(dropped({images}));
  CHECK(data_name(program.state.test_set) == "MNIST test set");
  CHECK(own_data_news(program.state).find("This is the MNIST test set: handwritten digits") !=
        std::string::npos);
}

TEST_CASE("the test set goes on arriving while other images are shown", "[app][own-data]") {
  Program program;
  program.load_model();
  const ByteVector images = idx_samples(20);
  program.send_file(DatasetFile::kLabels, idx_labels(20));
  program.start_file(DatasetFile::kImages);
  program.send_chunk(DatasetFile::kImages, std::span(images).first(5'000));
  program.send(dropped({own_file("a.idx", idx_samples(3))}));
  program.send_chunk(DatasetFile::kImages, std::span(images).subspan(5'000));
  program.send(DatasetFileEnded{DatasetFile::kImages});
  CHECK(program.state.test_set.loader.view().count() == 3);
  CHECK(trial_set(program.state).loader.view().count() == 20);
  program.act(UseBundledData{});
  CHECK(program.state.test_set.loader.view().count() == 20);
  CHECK(program.state.test_set.complete());
}

TEST_CASE("a drawing that was begun from an image is not one of another set's", "[app][own-data]") {
  PageWithTestSet program;
  program.act(EditSample{5});
  program.send(dropped({own_file("a.idx", idx_samples(3))}));
  CHECK(!program.state.drawing.sample_index());
  program.act(ShowDrawing{});
  CHECK(!program.state.input.label);
}
