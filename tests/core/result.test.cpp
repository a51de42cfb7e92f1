// SPDX-License-Identifier: MIT
// Why: the sentences are read by visitors and the names by scripts; a hole in the table or a name
// used twice would otherwise be found by them.
#include "core/result.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using atelier::core::Error;
using atelier::core::ErrorCode;
using atelier::core::Result;

namespace {

// The switch in result.cpp makes sure that each has a sentence.
constexpr auto all_codes = atelier::core::all_of<ErrorCode>;

}  // namespace

TEST_CASE("every error code has a name of its own in kebab case", "[core][result]") {
  std::set<std::string_view> seen;
  for (const ErrorCode code : all_codes()) {
    const std::string name(atelier::core::name(code));
    CAPTURE(name);
    CHECK(!name.empty());
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos);
    CHECK(seen.insert(atelier::core::name(code)).second);
  }
}

TEST_CASE("the names that scripts rely on are stable", "[core][result]") {
  CHECK(atelier::core::name(ErrorCode::kNotGzip) == "not-gzip");
  CHECK(atelier::core::name(ErrorCode::kHtmlInsteadOfData) == "html-instead-of-data");
  CHECK(atelier::core::name(ErrorCode::kGzipDamaged) == "gzip-damaged");
  CHECK(atelier::core::name(ErrorCode::kIdxNotIdx) == "idx-not-idx");
  CHECK(atelier::core::name(ErrorCode::kOnnxNotOnnx) == "onnx-not-onnx");
  CHECK(atelier::core::name(ErrorCode::kOnnxUnsupported) == "onnx-unsupported");
  CHECK(atelier::core::name(ErrorCode::kOutOfMemory) == "out-of-memory");
}

TEST_CASE("every error code has a sentence that says what is wrong and what to do",
          "[core][result]") {
  std::set<std::string_view> seen;
  for (const ErrorCode code : all_codes()) {
    const std::string text(atelier::core::sentence(code));
    CAPTURE(text);
    REQUIRE(text.size() > 40);
    CHECK(text.size() < 200);
    CHECK((text.front() >= 'A' && text.front() <= 'Z'));
    CHECK(text.back() == '.');
    CHECK(std::count(text.begin(), text.end(), '.') >= 2);  // what is wrong; what to do
    CHECK(text.find("  ") == std::string::npos);
    CHECK(seen.insert(atelier::core::sentence(code)).second);
  }
}

TEST_CASE("a result is either a value or an error", "[core][result]") {
  const Result<int> good = 7;
  REQUIRE(good.ok());
  CHECK(good.value() == 7);

  const Result<int> bad = Error{ErrorCode::kNetwork, "detail"};
  REQUIRE(!bad);
  CHECK(bad.error() == Error{ErrorCode::kNetwork, "detail"});

  CHECK(Result<void>().ok());
  const Result<void> failed = Error{ErrorCode::kTooLarge, ""};
  REQUIRE(!failed.ok());
  CHECK(failed.error().code == ErrorCode::kTooLarge);
}

TEST_CASE("a value that can only be moved can be taken out of a result", "[core][result]") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
  REQUIRE(result);
  const std::unique_ptr<int> taken = std::move(result).value();
  CHECK(*taken == 3);
}
