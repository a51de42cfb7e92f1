// SPDX-License-Identifier: MIT
// app/word_table.hpp: the messages of one language, by the hashes of their keys.
//
// As bytes: the language's tag and a line feed; the number of messages, 16 bits; their keys'
// hashes, 24 bits each and rising; the messages in the same order, each ended by a zero. Little
// endian.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace atelier::app {

class WordTable {
 public:
  // Views of `bytes`, which must outlive the table. Nothing if they are damaged.
  [[nodiscard]] static std::optional<WordTable> read(std::string_view bytes);

  [[nodiscard]] std::string_view tag() const { return tag_; }
  [[nodiscard]] std::optional<std::string_view> find(std::uint32_t hash) const;
  // Whether each is a message in fact; English was checked when it was made.
  [[nodiscard]] bool are_messages() const;

 private:
  struct Row {
    std::uint32_t hash;
    std::string_view message;
  };

  std::string_view tag_;
  std::vector<Row> rows_;
};

}  // namespace atelier::app
