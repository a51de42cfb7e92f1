// SPDX-License-Identifier: MIT
// Whatever bytes arrive and however they are cut: no more output than allowed, the same outcome as
// in one piece, and an error that stays. The input is tried as a file, then as the content of a
// good file, then of one with a byte changed, because a fuzzer does not guess checksums.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/gzip.hpp"
#include "tests/support/bytes.hpp"
#include "tests/support/gzip_builder.hpp"

namespace {

using atelier::core::ErrorCode;
using atelier::core::GzipInflater;
using atelier::core::Result;
using atelier::test::ByteVector;
using Bytes = std::span<const std::byte>;

constexpr std::size_t kMaxOutputBytes = 3000;  // often less than what comes out

void require(bool holds) {
  if (!holds) __builtin_trap();
}

struct Outcome {
  ByteVector output;
  std::optional<ErrorCode> error;
};

// `cuts` has a byte for the size of each piece, over and over; 0 is an empty piece.
Outcome inflate_cut(Bytes file, Bytes cuts) {
  Outcome outcome;
  GzipInflater inflater(kMaxOutputBytes);
  const GzipInflater::Sink sink = [&outcome](Bytes bytes) -> Result<void> {
    require(!outcome.error);
    outcome.output.insert(outcome.output.end(), bytes.begin(), bytes.end());
    require(outcome.output.size() <= kMaxOutputBytes);
    return {};
  };
  const auto note = [&outcome](const Result<void>& result) {
    if (!outcome.error && !result) outcome.error = result.error().code;
    require(result.ok() == !outcome.error);
    require(result || result.error().code == *outcome.error);
  };

  std::size_t turn = 0;
  while (!file.empty()) {
    const auto wanted = std::to_integer<std::size_t>(cuts[turn++ % cuts.size()]);
    const bool last_chance = turn % (2 * cuts.size()) == 0;  // `cuts` may be zeros alone
    const auto piece = file.first(std::min(last_chance ? wanted + 1 : wanted, file.size()));
    note(inflater.feed(piece, sink));
    file = file.subspan(piece.size());
  }
  note(inflater.finish());
  note(inflater.finish());
  return outcome;
}

Outcome check(Bytes file, Bytes cuts) {
  auto cut = inflate_cut(file, cuts);
  const auto whole = atelier::core::gunzip(file, kMaxOutputBytes);
  require(whole.ok() == !cut.error);
  if (whole) {
    require(whole.value() == cut.output);
  } else {
    require(whole.error().code == *cut.error);
  }
  return cut;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kControlBytes = 6;
  const auto input = std::as_bytes(std::span(data, size));
  if (input.size() < kControlBytes) return 0;
  const auto cuts = input.first<4>();
  const auto change_at = std::to_integer<std::size_t>(input[4]) * 16;
  const auto change = input[5];
  const auto bytes = input.subspan(kControlBytes);

  check(bytes, cuts);

  auto file = atelier::test::gzip(bytes, {.level = data[5] % 10});
  const auto outcome = check(file, cuts);
  if (bytes.size() <= kMaxOutputBytes) {
    require(!outcome.error);
    require(outcome.output == ByteVector(bytes.begin(), bytes.end()));
  } else {
    require(outcome.error == ErrorCode::kTooLarge);
  }

  file[change_at % file.size()] ^= change;
  check(file, cuts);
  return 0;
}
