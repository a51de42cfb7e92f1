// SPDX-License-Identifier: MIT
// Why: a neighbour that the search has missed, or one under another's name, is a wrong explanation
// that nobody can see to be wrong.
#include "core/neighbour_index.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

#include "tests/support/bytes.hpp"
#include "tests/support/gzip_builder.hpp"

using namespace atelier::core;
using namespace atelier::test;

namespace {

constexpr std::size_t kFeatures = 7;
constexpr std::uint32_t kPiece = 10;

void put(ByteVector& bytes, std::uint32_t value, int count) {
  for (int k = count - 1; k >= 0; --k) bytes.push_back(static_cast<std::byte>(value >> (8 * k)));
}

// Row k is training image 3 k + 1 with label k % 10.
struct IndexFile {
  std::vector<std::vector<int>> rows;
  std::uint32_t magic = 0x4E425231;

  [[nodiscard]] ByteVector content() const {
    ByteVector bytes;
    const auto count = static_cast<std::uint32_t>(rows.size());
    for (const std::uint32_t each : {magic, count, std::uint32_t{kFeatures}, kPiece}) {
      put(bytes, each, 4);
    }
    bytes.resize(bytes.size() + 32);
    for (std::uint32_t k = 0; k < count; ++k) put(bytes, 3 * k + 1, 2);
    for (std::uint32_t k = 0; k < count; ++k) put(bytes, k % 10, 1);
    for (std::size_t feature = 0; feature < kFeatures; ++feature) {
      for (const auto& row : rows) put(bytes, static_cast<std::uint8_t>(row[feature]), 1);
    }
    return bytes;
  }
  [[nodiscard]] NeighbourIndex index() const {
    auto read = NeighbourIndex::read(gzip(content()));
    REQUIRE(read);
    return std::move(read).value();
  }
};

// Features as ReLU and means leave them: never negative, some of them 0.
IndexFile random_file(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> number(20, 40);
  IndexFile file;
  for (std::size_t k = 0; k < count; ++k) {
    std::vector<int> row(kFeatures);
    for (int& each : row) each = static_cast<int>(std::clamp(number(random), 0.0, 127.0));
    row[k % kFeatures] = std::max(row[k % kFeatures], 1);
    file.rows.push_back(row);
  }
  return file;
}

double degrees_between(const std::vector<int>& row, std::span<const float> features) {
  double product = 0, row_squares = 0, squares = 0;
  for (std::size_t k = 0; k < row.size(); ++k) {
    const double value = row[k], feature = static_cast<double>(features[k]);
    product += value * feature;
    row_squares += value * value;
    squares += feature * feature;
  }
  return std::acos(std::min(product / std::sqrt(row_squares * squares), 1.0)) * 180 / M_PI;
}

ErrorCode error_of(const ByteVector& content) {
  const auto read = NeighbourIndex::read(gzip(content));
  REQUIRE(!read);
  return read.error().code;
}

}  // namespace

TEST_CASE("the nearest are those of a search by doubles", "[core][neighbours]") {
  const std::size_t count = GENERATE(1U, 15U, 16U, 1003U);
  const IndexFile file = random_file(count, 5);
  const NeighbourIndex index = file.index();
  CHECK(index.count() == count);
  std::mt19937 random(6);
  std::uniform_real_distribution<float> number(0, 3);
  for (int round = 0; round < 20; ++round) {
    std::vector<float> features(kFeatures);
    for (float& each : features) each = number(random);
    std::vector<double> expected;
    for (const auto& row : file.rows) expected.push_back(degrees_between(row, features));
    std::vector<double> sorted = expected;
    std::sort(sorted.begin(), sorted.end());

    const auto found = index.nearest(features, 8);
    REQUIRE(found.size() == std::min<std::size_t>(count, 8));
    for (std::size_t k = 0; k < found.size(); ++k) {
      const std::uint32_t row = (found[k].number - 1) / 3;
      const auto degrees = static_cast<double>(found[k].degrees);
      CHECK(degrees == Catch::Approx(expected[row]).margin(0.02));
      CHECK(degrees == Catch::Approx(sorted[k]).margin(0.02));
      CHECK(found[k].label == row % 10);
      CHECK(found[k].piece * kPiece + found[k].place == row);
      CHECK(found[k].place < kPiece);
    }
  }
}

TEST_CASE("an image finds itself first, whatever its length", "[core][neighbours]") {
  const IndexFile file = random_file(200, 7);
  const NeighbourIndex index = file.index();
  for (const std::size_t row : {0U, 17U, 199U}) {
    for (const float length : {0.001F, 1.0F, 50.0F}) {
      std::vector<float> features;
      for (const int each : file.rows[row]) features.push_back(length * static_cast<float>(each));
      const auto found = index.nearest(features, 3);
      CHECK(found[0].number == 3 * row + 1);
      CHECK(found[0].degrees < 0.05F);
      CHECK(found[1].degrees > found[0].degrees);
    }
  }
}

TEST_CASE("what a network makes nothing of is at a right angle to all", "[core][neighbours]") {
  IndexFile file = random_file(20, 8);
  file.rows[3].assign(kFeatures, 0);
  const auto nothing = file.index().nearest(std::vector<float>(kFeatures), 8);
  CHECK(nothing.size() == 8);
  CHECK(nothing[0].degrees == Catch::Approx(90));
  CHECK(nothing[0].number == 1);
}

TEST_CASE("another file than that of neighbours is refused", "[core][neighbours]") {
  const IndexFile file = random_file(20, 9);
  IndexFile other = file;
  other.magic = 0x803;
  CHECK(error_of(other.content()) == ErrorCode::kModelUnusable);
  ByteVector cut = file.content();
  cut.pop_back();
  CHECK(error_of(cut) == ErrorCode::kModelUnusable);
  CHECK(error_of({}) == ErrorCode::kModelUnusable);
  ByteVector no_pieces = file.content();
  no_pieces[15] = std::byte{0};
  CHECK(error_of(no_pieces) == ErrorCode::kModelUnusable);
  ByteVector no_class = file.content();
  no_class[48 + 2 * 20] = std::byte{10};
  CHECK(error_of(no_class) == ErrorCode::kModelUnusable);
  CHECK(NeighbourIndex::read(bytes_of("<html>")).error().code == ErrorCode::kHtmlInsteadOfData);
}
