// SPDX-License-Identifier: MIT
// Why: what comes back from an address or a browser's storage may be anything.
#include "core/base64.hpp"

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <string>
#include <vector>

using atelier::core::from_base64url;
using atelier::core::to_base64url;
using Bytes = std::vector<std::uint8_t>;

TEST_CASE("bytes are written as RFC 4648 writes them, without padding", "[core][base64]") {
  const auto text = [](const std::string& bytes) {
    return to_base64url(Bytes(bytes.begin(), bytes.end()));
  };
  // Its test vectors.
  CHECK(text("").empty());
  CHECK(text("f") == "Zg");
  CHECK(text("fo") == "Zm8");
  CHECK(text("foo") == "Zm9v");
  CHECK(text("foob") == "Zm9vYg");
  CHECK(text("fooba") == "Zm9vYmE");
  CHECK(text("foobar") == "Zm9vYmFy");
  CHECK(to_base64url(Bytes{0xFB, 0xFF}) == "-_8");
}

TEST_CASE("what was written is read as it was", "[core][base64]") {
  Bytes bytes;
  for (int size = 0; size < 300; ++size) {
    CHECK(from_base64url(to_base64url(bytes)) == bytes);
    bytes.push_back(static_cast<std::uint8_t>(size * 71));
  }
}

TEST_CASE("what nobody has written so is refused", "[core][base64]") {
  CHECK_FALSE(from_base64url("A"));     // six bits are no byte
  CHECK_FALSE(from_base64url("Zh"));    // bits that the byte has no room for
  CHECK_FALSE(from_base64url("Zg=="));  // padding
  CHECK_FALSE(from_base64url("Zm9+"));  // of the other alphabet
  CHECK_FALSE(from_base64url("Zm 9v"));
}
