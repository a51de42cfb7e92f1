// SPDX-License-Identifier: MIT
// tests/support/temporary_folder.hpp: an empty folder of one's own, gone with the test.
#pragma once

#include <catch_amalgamated.hpp>

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

#include "tests/support/bytes.hpp"

namespace atelier::test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "atelier-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) FAIL("cannot make a folder like " << name);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  // The path of something in it.
  [[nodiscard]] std::string operator/(std::string_view name) const {
    return (path_ / name).string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

  // Writes a file and returns its path.
  std::string put(std::string_view name, std::span<const std::byte> bytes) const {
    const std::string path = *this / name;
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) FAIL("cannot write " << path);
    return path;
  }
  std::string put(std::string_view name, std::string_view text) const {
    return put(name, bytes_of(text));
  }

  // What lies in it, or in a folder of it.
  [[nodiscard]] std::set<std::string> names(std::string_view folder = {}) const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_ / folder)) {
      names.insert(entry.path().filename().string());
    }
    return names;
  }

 private:
  std::filesystem::path path_;
};

inline std::string text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) FAIL("cannot open " << path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace atelier::test
