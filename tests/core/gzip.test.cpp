// SPDX-License-Identifier: MIT
// Why: the files come from web servers that cut, unpack, replace and truncate them. Whatever they
// do, the output must be right or the error must name what happened, at every cut.
#include "core/gzip.hpp"

#include <zlib.h>

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/sha256.hpp"
#include "tests/support/bytes.hpp"
#include "tests/support/gzip_builder.hpp"
#include "tests/support/results.hpp"
#include "tests/support/test_data.hpp"

using atelier::core::Error;
using atelier::core::ErrorCode;
using atelier::core::gunzip;
using atelier::core::GzipInflater;
using atelier::core::Result;
using atelier::core::to_hex;
using namespace atelier::test;

namespace {

constexpr std::uint64_t kPlenty = 64 << 20;

struct Inflated {
  ByteVector output;
  std::optional<ErrorCode> error;
};

Inflated inflate_in_pieces(std::span<const std::byte> file, std::size_t piece_size,
                           std::uint64_t max_output_bytes = kPlenty) {
  Inflated inflated;
  GzipInflater inflater(max_output_bytes);
  const GzipInflater::Sink sink = [&inflated](auto bytes) -> Result<void> {
    inflated.output.insert(inflated.output.end(), bytes.begin(), bytes.end());
    return {};
  };
  inflated.error = error_of(feed_in_pieces(file, piece_size, [&](auto piece) -> Result<void> {
    if (auto fed = inflater.feed({}, sink); !fed) return fed;
    return inflater.feed(piece, sink);
  }));
  const auto finished = inflater.finish();
  if (inflated.error) {
    CHECK(error_of(finished) == inflated.error);
  } else {
    inflated.error = error_of(finished);
  }
  return inflated;
}

// A text that compresses well but not to nothing.
ByteVector wardrobe() {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "dress " + std::to_string(i * i) + " coat, ";
  return bytes_of(text);
}

ByteVector zeros(std::size_t count) { return ByteVector(count); }

}  // namespace

TEST_CASE("gzip inflates to the same bytes for every size of the pieces", "[core][gzip]") {
  const auto payload = wardrobe();
  const auto file = gzip(payload);
  for (std::size_t piece_size = 1; piece_size <= file.size(); ++piece_size) {
    CAPTURE(piece_size);
    const auto inflated = inflate_in_pieces(file, piece_size);
    REQUIRE(inflated.error == kNoError);
    REQUIRE(inflated.output == payload);
  }
}

TEST_CASE("gzip reads every kind of block", "[core][gzip]") {
  const auto sizes = {0, 1, 1000, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 200'000};
  for (const int size : sizes) {
    for (const bool random : {false, true}) {
      const auto count = static_cast<std::size_t>(size);
      const auto payload = random ? noise(count) : zeros(count);
      CAPTURE(size, random);
      for (const auto& spec : {GzipSpec{.level = 0}, GzipSpec{.strategy = Z_FIXED}, GzipSpec{}}) {
        const auto inflated = inflate_in_pieces(gzip(payload, spec), 1000);
        CHECK(inflated.error == kNoError);
        CHECK(inflated.output == payload);
      }
    }
  }
}

TEST_CASE("gzip skips every optional field of the header", "[core][gzip]") {
  const auto payload = wardrobe();
  const GzipSpec spec{.extra = "sub field",
                      .name = "t10k-images-idx3-ubyte",
                      .comment = "made by a test",
                      .header_crc = true};
  const auto file = gzip(payload, spec);
  for (std::size_t piece_size = 1; piece_size <= file.size(); ++piece_size) {
    CAPTURE(piece_size);
    const auto inflated = inflate_in_pieces(file, piece_size);
    REQUIRE(inflated.error == kNoError);
    REQUIRE(inflated.output == payload);
  }
}

TEST_CASE("gzip checks the checksum of the header where there is one", "[core][gzip]") {
  const GzipSpec spec{.name = "name", .header_crc = true};
  auto file = gzip(wardrobe(), spec);
  file[4] ^= std::byte{1};  // the time stamp
  CHECK(error_of(gunzip(file, kPlenty)) == ErrorCode::kGzipDamaged);
}

TEST_CASE("concatenated gzip members count as one file", "[core][gzip]") {
  const auto file = concat(gzip(bytes_of("dress, ")), gzip({}), gzip(bytes_of("coat")));
  for (std::size_t piece_size = 1; piece_size <= file.size(); ++piece_size) {
    CAPTURE(piece_size);
    const auto inflated = inflate_in_pieces(file, piece_size);
    REQUIRE(inflated.error == kNoError);
    REQUIRE(inflated.output == bytes_of("dress, coat"));
  }
}

TEST_CASE("zeros after the last gzip member are padding", "[core][gzip]") {
  const auto payload = wardrobe();
  for (const std::size_t count : {1U, 2U, 511U, 70'000U}) {
    for (const std::size_t piece_size : {1U, 7U, 100'000U}) {
      CAPTURE(count, piece_size);
      const auto inflated = inflate_in_pieces(concat(gzip(payload), zeros(count)), piece_size);
      CHECK(inflated.error == kNoError);
      CHECK(inflated.output == payload);
    }
  }
}

TEST_CASE("anything else after a gzip member is damage", "[core][gzip]") {
  const auto member = gzip(wardrobe());
  const auto garbage = GENERATE(bytes_of("x"), bytes_of("\x1f\x1f"), bytes_of("<html>"),
                                concat(zeros(3), bytes_of("x")), concat(zeros(3), gzip({})));
  const auto file = concat(member, garbage);
  for (std::size_t piece_size = 1; piece_size <= file.size(); ++piece_size) {
    CAPTURE(piece_size, garbage.size());
    REQUIRE(inflate_in_pieces(file, piece_size).error == ErrorCode::kGzipDamaged);
  }
}

TEST_CASE("gzip names a web page that came instead", "[core][gzip]") {
  const std::string page =
      GENERATE("<!doctype html><title>404</title>", "<!DOCTYPE HTML PUBLIC>", "<html><head>",
               "<HTML lang=de>", "<head>", "<?xml version=\"1.0\"?><Error/>", "<!-- moved -->",
               "\n\r\n \t<!doctype html>", "\xef\xbb\xbf<!doctype html>", "\xef\xbb\xbf\n<html>",
               "<Error><Code>NoSuchKey</Code></Error>");
  const std::string lines(900, '\n');
  for (const auto& file : {bytes_of(page), bytes_of(lines + page)}) {
    if (file.size() > 900 && page.front() == '\xef') continue;  // the mark comes first or never
    for (const std::size_t piece_size : {1U, 2U, 3U, 5U, 2000U}) {
      CAPTURE(page, piece_size);
      CHECK(inflate_in_pieces(file, piece_size).error == ErrorCode::kHtmlInsteadOfData);
    }
  }
}

TEST_CASE("gzip names a file that is something else", "[core][gzip]") {
  using namespace std::string_view_literals;
  const auto start = GENERATE(
      "{\"message\": \"Not Found\"}"sv, "version https://git-lfs.github.com/spec/v1"sv,
      "\x89PNG\r\n"sv, "\x1f\x9d\x90"sv, "\x1f\x1f"sv, "\x78\x9c"sv, "\x00\x00\x08\x03"sv, "< 3"sv,
      "<\0html"sv, "<"sv, " \n"sv, "\xef"sv, "\xef\xbb\xbf"sv, "\xef\xbb<html>"sv);
  for (std::size_t piece_size = 1; piece_size <= start.size(); ++piece_size) {
    CAPTURE(start, piece_size);
    CHECK(inflate_in_pieces(bytes_of(start), piece_size).error == ErrorCode::kNotGzip);
  }
}

TEST_CASE("gzip does not wait for ever for a web page to begin", "[core][gzip]") {
  GzipInflater inflater(kPlenty);
  const auto sink = [](auto) -> Result<void> { return {}; };
  CHECK(error_of(inflater.feed(bytes_of(std::string(5000, ' ')), sink)) == ErrorCode::kNotGzip);
}

TEST_CASE("gzip that ends early is truncated wherever it ends", "[core][gzip]") {
  const auto payload = wardrobe();
  const auto file = concat(gzip(payload, {.name = "name"}), gzip(payload, {.header_crc = true}));
  const auto first_member_bytes = gzip(payload, {.name = "name"}).size();
  for (std::size_t size = 0; size < file.size(); ++size) {
    if (size == first_member_bytes) continue;  // a whole file
    CAPTURE(size);
    const auto inflated = inflate_in_pieces(std::span(file).first(size), 13);
    REQUIRE(inflated.error == ErrorCode::kGzipTruncated);
    REQUIRE(inflated.output.size() <= 2 * payload.size());
    REQUIRE(std::equal(inflated.output.begin(), inflated.output.end(),
                       concat(payload, payload).begin()));
  }
}

TEST_CASE("no flipped bit after the gzip header changes the output unnoticed", "[core][gzip]") {
  constexpr std::size_t kHeaderBytes = 10;
  const auto payload = wardrobe();
  const auto file = gzip(payload);
  int unnoticed = 0;
  for (std::size_t i = kHeaderBytes; i < file.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      CAPTURE(i, bit);
      auto flipped = file;
      flipped[i] ^= std::byte{1} << bit;
      const auto whole = inflate_in_pieces(flipped, flipped.size());
      if (!whole.error) {
        REQUIRE(whole.output == payload);
        ++unnoticed;
      }
      const auto cut = inflate_in_pieces(flipped, 1);
      REQUIRE(cut.error == whole.error);
      REQUIRE(cut.output == whole.output);
    }
  }
  // The bits that fill up the last byte of the deflate stream have no meaning.
  CHECK(unnoticed < 8);
}

TEST_CASE("a wrong checksum or length in the gzip trailer is damage", "[core][gzip]") {
  auto file = gzip(wardrobe());
  for (std::size_t from_end = 1; from_end <= 8; ++from_end) {
    CAPTURE(from_end);
    auto& byte = file[file.size() - from_end];
    byte ^= std::byte{0x10};
    CHECK(inflate_in_pieces(file, 1).error == ErrorCode::kGzipDamaged);
    CHECK(inflate_in_pieces(file, file.size()).error == ErrorCode::kGzipDamaged);
    byte ^= std::byte{0x10};
  }
}

TEST_CASE("gzip gives exactly as many bytes as allowed", "[core][gzip]") {
  for (const std::size_t size : {1U, 100U, 64 * 1024U, 150'000U}) {
    const auto payload = noise(size);
    const auto file = gzip(payload);
    for (const std::size_t piece_size : {std::size_t{997}, file.size()}) {
      CAPTURE(size, piece_size);
      CHECK(inflate_in_pieces(file, piece_size, size).error == kNoError);
      CHECK(inflate_in_pieces(file, piece_size, size).output == payload);
      CHECK(inflate_in_pieces(file, piece_size, size - 1).error == ErrorCode::kTooLarge);
      CHECK(inflate_in_pieces(file, piece_size, size - 1).output ==
            ByteVector(payload.begin(), payload.end() - 1));
    }
  }
  CHECK(inflate_in_pieces(gzip({}), 1, 0).error == kNoError);
  CHECK(inflate_in_pieces(gzip(noise(1)), 1, UINT64_MAX).error == kNoError);
}

TEST_CASE("the limit on gzip holds for all members together", "[core][gzip]") {
  const auto file = concat(gzip(noise(60)), gzip(noise(60)));
  const auto inflated = inflate_in_pieces(file, file.size(), 100);
  CHECK(inflated.error == ErrorCode::kTooLarge);
  CHECK(inflated.output.size() == 100);
}

TEST_CASE("a gzip bomb ends at the limit", "[core][gzip]") {
  const auto bomb = gzip(zeros(32 << 20));
  REQUIRE(bomb.size() < 40'000);
  std::size_t largest = 0;
  std::size_t total = 0;
  GzipInflater inflater(1 << 20);
  const auto fed = inflater.feed(bomb, [&](auto bytes) -> Result<void> {
    largest = std::max(largest, bytes.size());
    total += bytes.size();
    return {};
  });
  CHECK(error_of(fed) == ErrorCode::kTooLarge);
  CHECK(total == 1 << 20);
  CHECK(largest <= 64 * 1024);
}

TEST_CASE("a gzip error stays for ever", "[core][gzip]") {
  const auto good = gzip(wardrobe());
  auto damaged = good;
  damaged[damaged.size() - 1] ^= std::byte{1};
  const auto file = GENERATE_COPY(bytes_of("<html>"), bytes_of("x"), damaged, gzip(noise(3000)));
  std::size_t calls = 0;
  const GzipInflater::Sink sink = [&calls](auto) -> Result<void> {
    ++calls;
    return {};
  };
  GzipInflater inflater(2000);
  const auto first = inflater.feed(file, sink);
  REQUIRE(!first);
  const auto calls_before = calls;
  const auto again = inflater.feed(good, sink);
  REQUIRE(!again);
  CHECK(again.error() == first.error());
  const auto finished = inflater.finish();
  REQUIRE(!finished);
  CHECK(finished.error() == first.error());
  CHECK(calls == calls_before);
}

TEST_CASE("truncated gzip cannot be continued after finish", "[core][gzip]") {
  const auto file = gzip(wardrobe());
  const auto sink = [](auto) -> Result<void> { return {}; };
  GzipInflater inflater(kPlenty);
  REQUIRE(inflater.feed(std::span(file).first(20), sink));
  CHECK(error_of(inflater.finish()) == ErrorCode::kGzipTruncated);
  CHECK(error_of(inflater.feed(std::span(file).subspan(20), sink)) == ErrorCode::kGzipTruncated);
}

TEST_CASE("an error of the sink ends the inflating and comes out", "[core][gzip]") {
  const auto file = gzip(zeros(1'000'000));
  int calls = 0;
  const GzipInflater::Sink sink = [&calls](auto) -> Result<void> {
    if (++calls < 2) return {};
    return Error{ErrorCode::kIdxNotIdx, "from the sink"};
  };
  GzipInflater inflater(kPlenty);
  const auto fed = inflater.feed(file, sink);
  REQUIRE(!fed);
  CHECK(fed.error() == Error{ErrorCode::kIdxNotIdx, "from the sink"});
  CHECK(error_of(inflater.finish()) == ErrorCode::kIdxNotIdx);
  CHECK(calls == 2);
}

TEST_CASE("a gzip inflater can be moved in the middle of a file", "[core][gzip]") {
  const auto payload = noise(10'000);
  const auto file = gzip(payload);
  ByteVector output;
  const GzipInflater::Sink sink = [&output](auto bytes) -> Result<void> {
    output.insert(output.end(), bytes.begin(), bytes.end());
    return {};
  };
  GzipInflater first(kPlenty);
  REQUIRE(first.feed(std::span(file).first(5000), sink));
  GzipInflater second(std::move(first));
  REQUIRE(second.feed(std::span(file).subspan(5000, 10), sink));
  GzipInflater third(0);
  third = std::move(second);
  REQUIRE(third.feed(std::span(file).subspan(5010), sink));
  CHECK(third.finish());
  CHECK(output == payload);
}

TEST_CASE("gunzip gives the whole file or the error", "[core][gzip]") {
  const auto payload = noise(200'000);
  const auto file = gzip(payload);
  const auto whole = gunzip(file, kPlenty);
  REQUIRE(whole);
  CHECK(whole.value() == payload);
  CHECK(error_of(gunzip(file, 1000)) == ErrorCode::kTooLarge);
  CHECK(error_of(gunzip(std::span(file).first(9), kPlenty)) == ErrorCode::kGzipTruncated);
  CHECK(error_of(gunzip({}, kPlenty)) == ErrorCode::kGzipTruncated);
}

TEST_CASE("the official test images inflate to the bytes of zcat", "[core][gzip]") {
  const auto file = read_test_data("t10k-images-idx3-ubyte.gz");
  for (const std::size_t piece_size : {1U, 7U, 4096U, 65'536U, 100'000'000U}) {
    CAPTURE(piece_size);
    atelier::core::Sha256 hash;
    std::size_t total = 0;
    const GzipInflater::Sink sink = [&](auto bytes) -> Result<void> {
      hash.update(bytes);
      total += bytes.size();
      return {};
    };
    GzipInflater inflater(7'840'016);
    const auto fed =
        feed_in_pieces(file, piece_size, [&](auto piece) { return inflater.feed(piece, sink); });
    REQUIRE(error_of(fed) == kNoError);
    REQUIRE(error_of(inflater.finish()) == kNoError);
    CHECK(total == 7'840'016);
    // zcat t10k-images-idx3-ubyte.gz | sha256sum
    CHECK(to_hex(hash.finish()) ==
          "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b");
  }
}
