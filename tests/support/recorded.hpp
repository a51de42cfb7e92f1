// SPDX-License-Identifier: MIT
// tests/support/recorded.hpp: numbers that the recording scripts beside the tests wrote down, by
// name.
#pragma once

#include <catch_amalgamated.hpp>

#include <cstddef>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "tests/support/bytes.hpp"

namespace atelier::test {

inline std::map<std::string, std::vector<float>> read_recorded(const std::string& file_name) {
  std::ifstream file(std::string(ATELIER_RECORDED) + '/' + file_name);
  if (!file) FAIL("cannot open " << file_name << ": the recording script makes it");
  std::map<std::string, std::vector<float>> recorded;
  std::string name;
  std::size_t count = 0;
  while (file >> name >> count) {
    auto& numbers = recorded[name];
    numbers.resize(count);
    for (float& number : numbers) file >> number;
  }
  REQUIRE(!recorded.empty());
  return recorded;
}

inline ByteVector read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) FAIL("cannot open " << path);
  ByteVector bytes(static_cast<std::size_t>(file.tellg()));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

}  // namespace atelier::test
