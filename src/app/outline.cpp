// SPDX-License-Identifier: MIT
#include "app/outline.hpp"

#include <array>
#include <cstdio>

namespace atelier::app {
namespace {

// In the order of NodeKind, as web/text/outline.ts calls them.
constexpr std::array<std::string_view, 19> kKinds = {
    "title",  "heading",  "subheading", "line",   "strong",    "status", "alert",
    "table",  "picture",  "slider",     "number", "text",      "choice", "switch",
    "button", "progress", "fold",       "form",   "navigation"};
constexpr std::array<std::string_view, 4> kOpeners = {"model", "data", "photo", "camera"};

void write(JsonWriter& json, const std::vector<Node>& nodes);

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.key(key).value(text);
}

void write_cell(JsonWriter& json, const TableCell& cell) {
  cell.nodes.empty() ? void(json.value(cell.words)) : write(json, cell.nodes);
}

void write_table(JsonWriter& json, const Node& node) {
  json.key("columns").begin_array();
  for (const std::string& each : node.columns) json.value(each);
  json.end_array().key("rows").begin_array();
  for (const std::vector<TableCell>& row : node.rows) {
    json.begin_array();
    for (const TableCell& cell : row) write_cell(json, cell);
    json.end_array();
  }
  json.end_array();
  if (node.marked) json.key("marked").value(std::uint64_t{*node.marked});
}

void write_picture(JsonWriter& json, const core::GrayImage& image) {
  json.key("width").value(static_cast<std::uint32_t>(image.width));
  json.key("height").value(static_cast<std::uint32_t>(image.height));
  json.key("pixels").begin_array();
  for (const std::uint8_t gray : image.pixels) json.value(gray);
  json.end_array();
}

void write(JsonWriter& json, const Node& node) {
  json.begin_object();
  json.key("kind").value(kKinds[static_cast<std::size_t>(node.kind)]);
  json.key("key").value(node.key).key("words").value(node.words);
  if (!node.value.empty()) json.key("value").raw(node.value);
  write_text(json, "value_words", node.value_words);
  write_text(json, "why_not", node.why_not);
  if (!node.action.empty()) json.key("action").raw(node.action);
  if (node.waits) json.key("waits").value(true);
  if (node.kind == NodeKind::kSlider || node.kind == NodeKind::kNumber) {
    json.key("least").value(node.range.least).key("most").value(node.range.most);
    json.key("step").value(node.range.step);
    if (node.range.doubling) json.key("doubling").value(true);
  }
  if (node.kind == NodeKind::kChoice || node.kind == NodeKind::kNavigation) {
    json.key("options").begin_array();
    for (const OutlineOption& each : node.options) {
      json.begin_object().key("words").value(each.words).key("value").raw(each.value).end_object();
    }
    json.end_array();
  }
  if (node.most_bytes > 0) json.key("most_bytes").value(std::uint64_t{node.most_bytes});
  if (node.is_points) json.key("is_points").value(true);
  if (node.opens) json.key("opens").value(kOpeners[static_cast<std::size_t>(*node.opens)]);
  write_text(json, "copies", node.copies);
  if (node.kind == NodeKind::kTable) write_table(json, node);
  if (node.kind == NodeKind::kPicture) write_picture(json, node.picture);
  if (!node.nodes.empty()) write(json.key("nodes"), node.nodes);
  json.end_object();
}

void write(JsonWriter& json, const std::vector<Node>& nodes) {
  json.begin_array();
  for (const Node& each : nodes) write(json, each);
  json.end_array();
}

}  // namespace

JsonWriter& ActionText::write_short(JsonWriter& json, float number) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%.7g", double{number});
  return json.raw(text.data());
}

Node& Outline::add(NodeKind kind, std::string key, std::string words) {
  Node& node = nodes_.emplace_back();
  node.kind = kind;
  node.key = std::move(key);
  node.words = std::move(words);
  return node;
}

Node& Outline::control(NodeKind kind, std::string key, std::string words,
                       const std::optional<ActionText>& action) {
  Node& node = add(kind, std::move(key), std::move(words));
  if (action) node.action = action->json();
  return node;
}

Node& Outline::button(std::string key, std::string words, const std::vector<ActionText>& actions) {
  Node& node = add(NodeKind::kButton, std::move(key), std::move(words));
  for (const ActionText& each : actions)
    node.action += (node.action.empty() ? '[' : ',') + each.json();
  node.action += ']';
  return node;
}

Node& Outline::with_nodes(Node& node, const Fill& fill) {
  Outline inner;
  fill(inner);
  node.nodes = std::move(inner.nodes_);
  return node;
}

std::string Outline::json() const {
  JsonWriter json;
  write(json, nodes_);
  return json.text();
}

}  // namespace atelier::app
