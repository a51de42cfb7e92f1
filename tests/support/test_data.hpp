// SPDX-License-Identifier: MIT
// tests/support/test_data.hpp: the official files of the test set, for tests that want the real
// thing. They are looked for in the folder that the environment variable ATELIER_TEST_DATA names,
// else in the one that the build names. A missing file fails the test and says what to do.
#pragma once

#include <catch_amalgamated.hpp>

#include <cstdlib>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>

#include "tests/support/bytes.hpp"

namespace atelier::test {

inline ByteVector read_test_data(std::string_view file_name) {
  const char* const from_environment = std::getenv("ATELIER_TEST_DATA");
  const std::string folder = from_environment != nullptr ? from_environment : ATELIER_TEST_DATA;
  const std::string path = folder + '/' + std::string(file_name);
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) {
    FAIL("cannot open " << path << ": run tools/setup.sh, which puts the official files there, or "
                        << "name their folder in ATELIER_TEST_DATA");
  }
  ByteVector bytes(static_cast<std::size_t>(file.tellg()));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!file) FAIL("cannot read " << path);
  return bytes;
}

}  // namespace atelier::test
