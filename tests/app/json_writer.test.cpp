// SPDX-License-Identifier: MIT
// Why: scripts parse what this writes, and error details in it come from servers.
#include "app/json_writer.hpp"

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

using atelier::app::JsonWriter;

namespace {

template <typename Value>
std::string written(Value value) {
  JsonWriter json;
  json.value(value);
  return json.text();
}

}  // namespace

TEST_CASE("commas stand between values and nowhere else", "[app][json]") {
  JsonWriter json;
  json.begin_object();
  json.key("empty").begin_object().end_object();
  json.key("none").begin_array().end_array();
  json.key("numbers").begin_array().value(1U).value(2U).value(3U).end_array();
  json.key("nested").begin_array();
  json.begin_object().key("a").value(true).key("b").null().end_object();
  json.begin_object().key("c").value("d").end_object();
  json.end_array();
  json.key("last").value(false);
  json.end_object();
  CHECK(json.text() == R"({"empty":{},"none":[],"numbers":[1,2,3],)"
                       R"("nested":[{"a":true,"b":null},{"c":"d"}],"last":false})");
}

TEST_CASE("quotes, backslashes and control characters are escaped", "[app][json]") {
  using namespace std::string_view_literals;
  CHECK(written("say \"hi\"\\"sv) == R"("say \"hi\"\\")");
  CHECK(written("a\nb\tc\x01\x1F"sv) == R"("a\u000ab\u0009c\u0001\u001f")");
  CHECK(written("nul\0inside"sv) == R"("nul\u0000inside")");
  JsonWriter json;
  json.begin_object().key("\"").null().end_object();
  CHECK(json.text() == R"({"\"":null})");
}

TEST_CASE("text beyond ASCII passes unchanged", "[app][json]") {
  CHECK(written(std::string_view("28 \xC3\x97 28 \xF0\x9F\x91\x97")) ==
        "\"28 \xC3\x97 28 \xF0\x9F\x91\x97\"");
}

TEST_CASE("a number reads back as the same number", "[app][json]") {
  for (const float number : {0.1F, 1.0F / 3.0F, 1e-30F, 3.4e38F, -0.0F, 16777217.0F}) {
    CAPTURE(number);
    CHECK(std::strtof(written(number).c_str(), nullptr) == number);
  }
  for (const double number : {0.1, 1.0 / 3.0, 1e-300, -2.5, 4422102.0}) {
    CAPTURE(number);
    CHECK(std::strtod(written(number).c_str(), nullptr) == number);
  }
  CHECK(written(0.5F) == "0.5");
  CHECK(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(written(std::uint8_t{200}) == "200");
}

TEST_CASE("what JSON has no number for is null", "[app][json]") {
  CHECK(written(std::numeric_limits<float>::infinity()) == "null");
  CHECK(written(std::numeric_limits<float>::quiet_NaN()) == "null");
  CHECK(written(-std::numeric_limits<double>::infinity()) == "null");
}
