// SPDX-License-Identifier: MIT
// Whatever bytes arrive and however they are cut: the same outcome as in one piece, never more
// images than bytes for them, never more memory than the bytes and the reserve, an error that
// stays.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/idx.hpp"

namespace {

using atelier::core::IdxReader;
using atelier::core::kIdxReserveBytes;
using atelier::core::Result;
using Bytes = std::span<const std::byte>;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

void require_same(const Result<void>& one, const Result<void>& other) {
  require(one.ok() == other.ok());
  require(one || one.error() == other.error());
}

template <typename Reader, typename Check>
void check_file(Bytes file, Bytes cuts, Check check_state) {
  Reader whole;
  const auto whole_fed = whole.feed(file);
  check_state(whole);

  Reader cut;
  Result<void> cut_fed;
  for (std::size_t turn = 0; !file.empty(); ++turn) {
    const auto wanted = std::to_integer<std::size_t>(cuts[turn % cuts.size()]) + 1;
    const auto piece = file.first(std::min(wanted, file.size()));
    const auto fed = cut.feed(piece);
    if (!cut_fed) require_same(fed, cut_fed);
    cut_fed = fed;
    check_state(cut);
    file = file.subspan(piece.size());
  }
  require_same(cut_fed, whole_fed);
  const auto finished = whole.finish();
  require_same(cut.finish(), finished);
  require_same(whole.finish(), finished);
  if (!whole_fed) require_same(finished, whole_fed);
  check_state(cut);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using atelier::core::IdxImagesReader;
  using atelier::core::IdxLabelsReader;
  const auto input = std::as_bytes(std::span(data, size));
  if (input.size() < 2) return 0;
  const auto cuts = input.first<2>();
  const auto file = input.subspan(2);

  check_file<IdxImagesReader>(file, cuts, [&](const IdxImagesReader& reader) {
    require(reader.images_ready() <= reader.count_declared());
    require(reader.images_ready() * reader.rows() * reader.columns() <= reader.pixels().size());
    require(reader.pixels().size() <= file.size());
  });
  check_file<IdxLabelsReader>(file, cuts, [&](const IdxLabelsReader& reader) {
    require(reader.labels().size() <= reader.count_declared());
    require(reader.labels().size() <= file.size());
  });
  for (const std::size_t rank : {1U, 2U, 3U}) {
    IdxReader reader(rank);
    const auto fed = reader.feed(file);
    require(reader.payload().capacity() <= std::max(kIdxReserveBytes, 2 * file.size()));
    require(fed.ok() || !reader.finish().ok());
  }
  return 0;
}
