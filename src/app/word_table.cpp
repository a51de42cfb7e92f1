// SPDX-License-Identifier: MIT
#include "app/word_table.hpp"

#include <algorithm>

#include "app/message_format.hpp"

namespace atelier::app {
namespace {

constexpr std::size_t kHashBytes = 3;
constexpr std::uint32_t kHashMask = 0xFFFFFF;

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return number;
}

}  // namespace

std::optional<WordTable> WordTable::read(std::string_view bytes) {
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos || bytes.size() < line + 3) return {};
  WordTable table;
  table.tag_ = bytes.substr(0, line);
  const std::size_t count = little_endian(bytes.substr(line + 1, 2));
  std::string_view hashes = bytes.substr(line + 3);
  if (hashes.size() < count * kHashBytes) return {};
  std::string_view messages = hashes.substr(count * kHashBytes);

  table.rows_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t hash = little_endian(hashes.substr(i * kHashBytes, kHashBytes));
    const std::size_t end = messages.find('\0');
    if (end == std::string_view::npos) return {};
    if (!table.rows_.empty() && hash <= table.rows_.back().hash) return {};
    table.rows_.push_back({hash, messages.substr(0, end)});
    messages.remove_prefix(end + 1);
  }
  if (!messages.empty()) return {};
  return table;
}

std::optional<std::string_view> WordTable::find(std::uint32_t hash) const {
  const auto row =
      std::lower_bound(rows_.begin(), rows_.end(), hash & kHashMask,
                       [](const Row& one, std::uint32_t key) { return one.hash < key; });
  if (row == rows_.end() || row->hash != (hash & kHashMask)) return {};
  return row->message;
}

bool WordTable::are_messages() const {
  return std::all_of(rows_.begin(), rows_.end(),
                     [](const Row& row) { return is_message(row.message); });
}

}  // namespace atelier::app
