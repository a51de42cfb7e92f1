// SPDX-License-Identifier: MIT
// Why: the first images must be usable long before the last ones are here, and whatever a school's
// proxy makes of the files must end in a sentence and not in a page that hangs.
#include "features/data/test_set.hpp"

#include <catch_amalgamated.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "tests/support/bytes.hpp"
#include "tests/support/fakes.hpp"
#include "tests/support/gzip_builder.hpp"
#include "tests/support/idx_builder.hpp"
#include "tests/support/results.hpp"

using atelier::core::Error;
using atelier::core::ErrorCode;
using namespace atelier::app;
using namespace atelier::test;

namespace {

constexpr std::size_t kHeaderBytes = 16;  // of an IDX file of images

ErrorCode error_code(const State& state) {
  REQUIRE(current_error(state) != nullptr);
  return current_error(state)->code;
}

// Pixels of image k of idx_samples(count).
std::vector<std::uint8_t> pixels_of(std::uint32_t count, std::uint32_t k) {
  const ByteVector file = idx_samples(count);
  std::vector<std::uint8_t> pixels(kPixelCount);
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    pixels[i] = static_cast<std::uint8_t>(file[kHeaderBytes + k * kPixelCount + i]);
  }
  return pixels;
}

std::vector<std::uint32_t> first_indices(std::uint32_t count) {
  std::vector<std::uint32_t> indices(count);
  std::iota(indices.begin(), indices.end(), 0U);
  return indices;
}

}  // namespace

TEST_CASE("a sample can be selected as soon as its image has arrived", "[app][test_set]") {
  constexpr std::uint32_t kCount = 12;
  Program program;
  const ByteVector images = gzip(idx_samples(kCount));
  program.send_file(DatasetFile::kLabels, gzip(idx_labels(kCount)));
  program.start_file(DatasetFile::kImages, images.size());

  std::size_t arrived = 0;
  const auto fed = feed_in_pieces(images, 100, [&](auto piece) -> atelier::core::Result<void> {
    program.send_chunk(DatasetFile::kImages, piece);
    const std::size_t count = program.state.test_set.loader.view().count();
    REQUIRE(count >= arrived);
    const Input before = program.state.input;
    program.act(SelectSample{static_cast<std::uint32_t>(count)});
    REQUIRE(program.state.input.version == before.version);
    if (count > arrived) {
      const auto last = static_cast<std::uint32_t>(count - 1);
      program.act(SelectSample{last});
      REQUIRE(program.state.input.source == InputSource::kSample);
      REQUIRE(program.state.input.index == last);
      REQUIRE(program.state.input.label == last % 10);
      REQUIRE(program.state.input.seen.pixels == pixels_of(kCount, last));
    }
    arrived = count;
    return {};
  });
  CHECK(fed.ok());
  CHECK(arrived == kCount);
  CHECK(!program.state.test_set.complete());
  program.send(DatasetFileEnded{DatasetFile::kImages});
  CHECK(program.state.test_set.complete());
}

TEST_CASE("image k of an unpacked file needs the header and k + 1 images, not a byte more",
          "[app][test_set]") {
  Program program;
  const ByteVector file = idx_samples(3);
  program.start_file(DatasetFile::kImages);
  const std::span<const std::byte> bytes(file);
  const std::size_t one = kHeaderBytes + kPixelCount;
  program.send_chunk(DatasetFile::kImages, bytes.first(one - 1));
  CHECK(program.state.test_set.loader.view().count() == 0);
  program.send_chunk(DatasetFile::kImages, bytes.subspan(one - 1, 1));
  CHECK(program.state.test_set.loader.view().count() == 1);
}

TEST_CASE("selecting a sample that has not arrived does nothing", "[app][test_set]") {
  Program program;
  program.load_model();
  program.load_test_set(3);
  program.act(SelectSample{1});
  const Input before = program.state.input;
  program.act(SelectSample{3});
  program.act(SelectSample{0xFFFF'FFFF});
  program.act(EditSample{3});
  CHECK(program.state.input.version == before.version);
  CHECK(program.state.input.index == 1U);
  CHECK(!program.state.drawing.can_undo());
}

TEST_CASE("images may come before labels, and the label of a shown sample is filled in",
          "[app][test_set]") {
  Program program;
  program.send_file(DatasetFile::kImages, idx_samples(4));
  program.act(SelectSample{2});
  CHECK(!program.state.input.label);
  program.send_file(DatasetFile::kLabels, idx_labels(4));
  CHECK(program.state.input.label == 2);
  CHECK(program.state.test_set.complete());
}

TEST_CASE("bytes are counted as they come, and decoding is timed by the clock", "[app][test_set]") {
  Program program;
  program.clock.step_ms = 0.25;
  program.start_file(DatasetFile::kLabels, 9'000);
  program.send_chunk(DatasetFile::kLabels, idx_labels(4));
  CHECK(program.state.test_set.labels.bytes_received == 12);
  CHECK(program.state.test_set.labels.bytes_total == 9'000);
  CHECK(program.state.test_set.images.bytes_received == 0);
  program.send(DatasetFileEnded{DatasetFile::kLabels});
  CHECK(program.state.test_set.decode_ms == 0.5);
}

TEST_CASE("a damaged file ends in an error while drawing goes on", "[app][test_set]") {
  Program program;
  program.load_model();
  program.send_file(DatasetFile::kLabels, gzip(idx_labels(12)));
  ByteVector images = gzip(idx_samples(12));
  images[images.size() - 6] ^= std::byte{0xFF};  // of the checksum at its end
  program.send_file(DatasetFile::kImages, images);

  CHECK(error_code(program.state) == ErrorCode::kGzipDamaged);
  CHECK(phase(program.state) == Phase::kFailed);
  CHECK(!program.state.test_set.complete());

  program.act(ApplyStroke{broad_stroke()});
  REQUIRE(program.classifier.requests.size() == 1);
  program.answer(kSneaker);
  REQUIRE(program.state.answer);
  CHECK(program.state.answer->prediction.label == kSneaker);
  CHECK(phase(program.state) == Phase::kFailed);
}

TEST_CASE("each way in which the test set can fail is told by its code", "[app][test_set]") {
  Program program;
  SECTION("a web page in place of the file") {
    program.send_file(DatasetFile::kImages, bytes_of("<!DOCTYPE html><title>Log in</title>"));
    CHECK(error_code(program.state) == ErrorCode::kHtmlInsteadOfData);
  }
  SECTION("a file that ends too early") {
    ByteVector images = gzip(idx_samples(12));
    images.resize(images.size() / 2);
    program.send_file(DatasetFile::kImages, images);
    CHECK(error_code(program.state) == ErrorCode::kGzipTruncated);
  }
  SECTION("as many labels as of another data set") {
    program.send_file(DatasetFile::kLabels, idx_labels(11));
    program.send_file(DatasetFile::kImages, idx_samples(12));
    CHECK(error_code(program.state) == ErrorCode::kCountMismatch);
  }
  SECTION("a file that is not there") {
    program.send(DatasetFileFailed{DatasetFile::kImages, {ErrorCode::kFileNotFound, "404"}});
    CHECK(*current_error(program.state) == Error{ErrorCode::kFileNotFound, "404"});
  }
  CHECK(phase(program.state) == Phase::kFailed);
}

TEST_CASE("the first error of the test set is kept, what follows it is not looked at",
          "[app][test_set]") {
  Program program;
  program.start_file(DatasetFile::kImages);
  program.send(DatasetFileFailed{DatasetFile::kLabels, {ErrorCode::kNetwork, "first"}});
  program.send(DatasetFileFailed{DatasetFile::kImages, {ErrorCode::kFileNotFound, "second"}});
  program.send_chunk(DatasetFile::kImages, bytes_of("neither gzip nor IDX"));
  program.send(DatasetFileEnded{DatasetFile::kImages});
  CHECK(*current_error(program.state) == Error{ErrorCode::kNetwork, "first"});
  CHECK(program.state.test_set.images.bytes_received == 0);
}

TEST_CASE("a retry starts the test set over and leaves the engine alone", "[app][test_set]") {
  Program program;
  program.load_model();
  program.send_file(DatasetFile::kLabels, idx_labels(4));
  program.send_file(DatasetFile::kImages, bytes_of("neither gzip nor IDX"));
  REQUIRE(phase(program.state) == Phase::kFailed);

  program.act(Retry{});
  CHECK(program.files.test_set_loads == 1);
  CHECK(program.files.model_lists == 0);
  CHECK(program.classifier.loads.size() == 1);
  CHECK(phase(program.state) == Phase::kLoading);
  CHECK(program.state.test_set.loader.view().labels().empty());
  CHECK(program.state.explore.indices.empty());

  program.load_test_set(4);
  CHECK(current_error(program.state) == nullptr);
  CHECK(phase(program.state) == Phase::kReady);
  CHECK(program.state.test_set.images.bytes_received == idx_samples(4).size());
  program.act(SelectSample{3});
  CHECK(program.state.input.label == 3);
}

TEST_CASE("a retry when nothing is wrong asks for nothing", "[app][test_set]") {
  Program program;
  program.load_model();
  program.load_test_set(4);
  program.act(Retry{});
  CHECK(program.files.test_set_loads == 0);
  CHECK(program.files.model_lists == 0);
  CHECK(program.classifier.loads.size() == 1);
}

TEST_CASE("Explore lists all images as soon as the file has told their number", "[app][test_set]") {
  Program program;
  CHECK(program.state.explore.indices.empty());
  program.start_file(DatasetFile::kImages);
  program.send_chunk(DatasetFile::kImages,
                     std::span<const std::byte>(idx_samples(25)).first(kHeaderBytes));
  CHECK(program.state.test_set.loader.view().count() == 0);
  CHECK(program.state.explore.indices == first_indices(25));
}

TEST_CASE("Explore shows one class in file order, or all again", "[app][test_set]") {
  Program program;
  program.load_test_set(25);
  program.act(SetFilter{{.label = std::uint8_t{3}}});
  CHECK(program.state.explore.indices == std::vector<std::uint32_t>{3, 13, 23});
  program.act(SetFilter{{.label = std::uint8_t{9}}});
  CHECK(program.state.explore.indices == std::vector<std::uint32_t>{9, 19});
  program.act(SetFilter{});
  CHECK(program.state.explore.indices == first_indices(25));
}

TEST_CASE("a filter that was set before the labels came applies to them", "[app][test_set]") {
  Program program;
  program.act(SetFilter{{.label = std::uint8_t{4}}});
  program.send_file(DatasetFile::kImages, idx_samples(25));
  CHECK(program.state.explore.indices.empty());
  program.send_file(DatasetFile::kLabels, idx_labels(25));
  CHECK(program.state.explore.indices == std::vector<std::uint32_t>{4, 14, 24});
}
