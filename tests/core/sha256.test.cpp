// SPDX-License-Identifier: MIT
// Why: the page says "verified" on the word of this hash. The expected digests are from FIPS
// 180-4's published examples, from sha256sum(1) and from Python's hashlib.
#include "core/sha256.hpp"

#include <catch_amalgamated.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tests/support/bytes.hpp"
#include "tests/support/test_data.hpp"

using atelier::core::Sha256;
using atelier::core::to_hex;
using namespace atelier::test;

namespace {

std::string sha256(std::span<const std::byte> bytes) {
  Sha256 hash;
  hash.update(bytes);
  return to_hex(hash.finish());
}

ByteVector counting(std::size_t size) {
  ByteVector bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(i);
  return bytes;
}

}  // namespace

TEST_CASE("sha-256 gives the published digests", "[core][sha256]") {
  CHECK(sha256({}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256(bytes_of("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256(bytes_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(bytes_of("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                        "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")) ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256(bytes_of(std::string(1'000'000, 'a'))) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("sha-256 pads right at every edge of a block", "[core][sha256]") {
  constexpr std::pair<std::size_t, std::string_view> kDigests[] = {
      {1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
      {55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"},
      {56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"},
      {57, "2fe741af801cc238602ac0ec6a7b0c3a8a87c7fc7d7f02a3fe03d1c12eac4d8f"},
      {63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"},
      {64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"},
      {65, "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"},
      {119, "da18797ed7c3a777f0847f429724a2d8cd5138e6ed2895c3fa1a6d39d18f7ec6"},
      {120, "f52b23db1fbb6ded89ef42a23ce0c8922c45f25c50b568a93bf1c075420bbb7c"},
      {121, "335a461692b30bba1d647cc71604e88e676c90e4c22455d0b8c83f4bd7c8ac9b"},
      {127, "92ca0fa6651ee2f97b884b7246a562fa71250fedefe5ebf270d31c546bfea976"},
      {128, "471fb943aa23c511f6f72f8d1652d9c880cfa392ad80503120547703e56a2be5"},
      {129, "5099c6a56203f9687f7d33f4bfdf576d31dc91f6b695ecea38b2770c87631135"},
  };
  for (const auto& [size, digest] : kDigests) {
    CAPTURE(size);
    CHECK(sha256(counting(size)) == digest);
  }
}

TEST_CASE("sha-256 does not depend on how the bytes are cut", "[core][sha256]") {
  const auto bytes = counting(200);
  const std::string whole = sha256(bytes);
  for (std::size_t piece_size = 1; piece_size <= bytes.size(); ++piece_size) {
    CAPTURE(piece_size);
    Sha256 hash;
    const auto fed = feed_in_pieces(bytes, piece_size, [&hash](auto piece) {
      hash.update(piece);
      hash.update({});
      return atelier::core::Result<void>();
    });
    REQUIRE(fed);
    CHECK(to_hex(hash.finish()) == whole);
  }
}

TEST_CASE("sha-256 of the official test images is the one of sha256sum", "[core][sha256]") {
  CHECK(sha256(read_test_data("t10k-images-idx3-ubyte.gz")) ==
        "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073");
}
