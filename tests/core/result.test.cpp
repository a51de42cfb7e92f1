// SPDX-License-Identifier: MIT
// Why: names are read by scripts, and sentences are found by them; a name that is used twice would
// otherwise be found by those.
#include "core/result.hpp"

#include <catch_amalgamated.hpp>

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
