// SPDX-License-Identifier: MIT
// tests/support/own_files.hpp: a visitor's files, read as the bridge reads them.
#pragma once

#include <catch_amalgamated.hpp>
#include <string>
#include <utility>

#include "features/data/events.hpp"
#include "tests/support/bytes.hpp"

namespace atelier::test {

inline app::OwnFile own_file(const std::string& name, const ByteVector& bytes) {
  auto read = core::read_data_file(bytes);
  REQUIRE(read);
  return {name, std::move(read).value()};
}

}  // namespace atelier::test
