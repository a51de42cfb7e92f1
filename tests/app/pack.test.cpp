// SPDX-License-Identifier: MIT
// Why: a parcel comes from another realm. What goes in must come out, and whatever else arrives
// must be an error, and neither a crash nor gigabytes.
#include "app/pack.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

using namespace atelier::app;
using atelier::core::Error;
using atelier::core::ErrorCode;
using atelier::core::Result;

namespace parcels {

enum class Way { kUp, kDown };
[[maybe_unused]] constexpr auto names_of(Way) {
  return std::to_array<std::string_view>({"up", "down"});
}

struct Place {
  std::int32_t x{};
  double y{};
  bool operator==(const Place&) const = default;
};
template <class Fields>
void describe(Fields& f, Place& p) {
  f.tuple("place", 0, p.x, p.y);
}

struct Everything {
  bool flag{};
  std::uint8_t byte{};
  std::int64_t large{};
  float number{};
  Way way{};
  std::string text;
  std::optional<std::uint8_t> maybe;
  std::optional<Place> place;
  std::vector<float> numbers;
  std::vector<Place> places;
  std::vector<std::vector<std::string>> lists;
  std::array<std::uint16_t, 3> three{};
  bool operator==(const Everything&) const = default;
};
template <class Fields>
void describe(Fields& f, Everything& e) {
  f("flag", e.flag);
  f("byte", e.byte);
  f("large", e.large);
  f("number", e.number, 1, 2);  // limits are for others
  f("way", e.way);
  f("text", e.text);
  f.may("maybe", e.maybe);
  f("place", e.place);
  f("numbers", e.numbers);
  f("places", e.places);
  f("lists", e.lists);
  f("three", e.three);
}

}  // namespace parcels

namespace {

using parcels::Everything;
using parcels::Way;

const Everything kFull{.flag = true,
                       .byte = 200,
                       .large = std::numeric_limits<std::int64_t>::min(),
                       .number = -0.1F,
                       .way = Way::kDown,
                       .text = std::string("a\0b", 3),
                       .maybe = 7,
                       .place = parcels::Place{-5, 1e300},
                       .numbers = {1, 2, 3},
                       .places = {{1, 2}, {3, 4}},
                       .lists = {{}, {"x", ""}},
                       .three = {1, 2, 65535}};

std::vector<std::byte> bytes(std::initializer_list<int> values) {
  std::vector<std::byte> all;
  for (const int value : values) all.push_back(static_cast<std::byte>(value));
  return all;
}

}  // namespace

TEST_CASE("what is packed comes out as it was", "[app][pack]") {
  CHECK(unpack<Everything>(pack(kFull)).value() == kFull);
  CHECK(unpack<Everything>(pack(Everything{})).value() == Everything{});
}

TEST_CASE("numbers are little endian, lists have their length in front", "[app][pack]") {
  CHECK(pack(std::uint32_t{0x01020304}) == bytes({4, 3, 2, 1}));
  CHECK(pack(std::string("hi")) == bytes({2, 0, 0, 0, 'h', 'i'}));
  CHECK(pack(std::optional<bool>(true)) == bytes({1, 1}));
  CHECK(pack(std::optional<bool>()) == bytes({0}));
}

TEST_CASE("a parcel that is cut short anywhere, or too long, is refused", "[app][pack]") {
  auto parcel = pack(kFull);
  for (std::size_t size = 0; size < parcel.size(); ++size) {
    CHECK(!unpack<Everything>(std::span(parcel).first(size)));
  }
  parcel.push_back({});
  const auto result = unpack<Everything>(parcel);
  REQUIRE(!result);
  CHECK(result.error().code == ErrorCode::kEngineFailed);
}

TEST_CASE("a length that is a lie takes no memory", "[app][pack]") {
  CHECK(!unpack<std::vector<float>>(bytes({255, 255, 255, 255, 0, 0, 0, 0})));
  CHECK(!unpack<std::vector<Everything>>(bytes({255, 255, 255, 255, 0, 0, 0, 0})));
  CHECK(!unpack<std::string>(bytes({255, 255, 255, 127})));
}

TEST_CASE("what is no value of its type is refused", "[app][pack]") {
  CHECK(!unpack<bool>(bytes({2})));
  CHECK(!unpack<std::optional<bool>>(bytes({3, 1})));
  CHECK(unpack<Way>(pack(std::int32_t{1})).value() == Way::kDown);
  CHECK(!unpack<Way>(pack(std::int32_t{2})));
  CHECK(!unpack<Way>(pack(std::int32_t{-1})));
}

TEST_CASE("any bytes are a value or an error", "[app][pack]") {
  std::mt19937 random(5);  // NOLINT: the same in every run
  const auto parcel = pack(kFull);
  for (int round = 0; round < 3000; ++round) {
    auto damaged = parcel;
    for (int k = 0; k < 3; ++k) {
      damaged[random() % damaged.size()] = static_cast<std::byte>(random() % 256);
    }
    const auto result = unpack<Everything>(damaged);
    if (result) CHECK(pack(result.value()).size() == damaged.size());
    std::vector<std::byte> noise(random() % 64);
    for (std::byte& each : noise) each = static_cast<std::byte>(random() % 256);
    static_cast<void>(unpack<Everything>(noise));
    static_cast<void>(unpack_result<Everything>(noise));
  }
}

TEST_CASE("a result travels with its error", "[app][pack]") {
  CHECK(unpack_result<Everything>(pack_result(Result<Everything>(kFull))).value() == kFull);
  const Error error{ErrorCode::kOnnxTooNew, "opset 99"};
  CHECK(unpack_result<Everything>(pack_result(Result<Everything>(error))).error() == error);
  CHECK(unpack_result<Everything>({}).error().code == ErrorCode::kEngineFailed);
}
