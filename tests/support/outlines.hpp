// SPDX-License-Identifier: MIT
// tests/support/outlines.hpp: finds things in an outline, as whoever reads it does.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "features/outline.hpp"

namespace atelier::test {

using Visit = std::function<void(const app::Node&)>;

inline void visit(const std::vector<app::Node>& nodes, const Visit& take) {
  for (const app::Node& node : nodes) {
    take(node);
    visit(node.nodes, take);
    for (const auto& row : node.rows) {
      for (const app::TableCell& cell : row) visit(cell.nodes, take);
    }
  }
}

inline const app::Node* look_for(const std::vector<app::Node>& nodes, std::string_view key) {
  const app::Node* found = nullptr;
  visit(nodes, [&](const app::Node& node) { found = node.key == key ? &node : found; });
  return found;
}

// What the text view shows of a program.
class Read {
 public:
  explicit Read(const app::State& state) : outline_(app::outline(state)) {}

  [[nodiscard]] bool has(std::string_view key) const {
    return look_for(outline_.nodes(), key) != nullptr;
  }
  [[nodiscard]] const app::Node& at(std::string_view key) const {
    const app::Node* node = look_for(outline_.nodes(), key);
    if (node == nullptr) throw std::runtime_error("the outline has no " + std::string(key));
    return *node;
  }
  // What is chosen of a choice, in words.
  [[nodiscard]] std::string chosen(std::string_view key) const {
    for (const app::OutlineOption& each : at(key).options) {
      if (each.value == at(key).value) return each.words;
    }
    return {};
  }
  [[nodiscard]] const app::Outline& outline() const { return outline_; }

 private:
  app::Outline outline_;
};

}  // namespace atelier::test
