// SPDX-License-Identifier: MIT
// app/outline.hpp: a view in words and controls, as data: what the text view shows. A feature says
// its part like a recipe, from the top of the page to its bottom, and knows nothing of a DOM.
//
//   out.heading("Temperature");
//   out.slider("temperature", "Temperature", {0.25, 8, 0.05}, now,
//   ActionText("temperature").place("value"))
//       .says(decimals(now, 2));
//   out.button("temperature-reset", "Reset", ActionText("temperature").with("value", nullptr))
//       .unless(now == measured, "It is as it was measured");
//
// A key belongs to one thing on the page for as long as that is there, so that whoever reads, types
// or drags is not disturbed when the rest changes. Keys are lower case with hyphens, as ids are.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/json_writer.hpp"
#include "core/image.hpp"

namespace atelier::app {

// An action in the JSON that window.atelier.dispatch() takes. Where it has a place, the value of
// its control goes, or of the field of a form that has this name.
class ActionText {
 public:
  explicit ActionText(std::string_view type) { json_.begin_object().key("type").value(type); }

  template <typename Value>
  ActionText& with(std::string_view name, const Value& value) {
    write(json_.key(name), value);
    return *this;
  }
  ActionText& place(std::string_view name) { return with(name, "$value"); }
  // In a form, the one that has this name.
  ActionText& field(std::string_view name) { return with(name, "$" + std::string(name)); }
  // Elements that are numbers, or places for some: "$value".
  template <typename... Values>
  ActionText& list(std::string_view name, const Values&... values) {
    json_.key(name).begin_array();
    (write(json_, values), ...);
    json_.end_array();
    return *this;
  }

  [[nodiscard]] std::string json() const { return json_.text() + '}'; }

  template <typename Value>
  static JsonWriter& write(JsonWriter& json, const Value& value) {
    if constexpr (std::is_same_v<Value, std::nullptr_t>) {
      return json.null();
    } else if constexpr (std::is_same_v<Value, float>) {
      return write_short(json, value);
    } else if constexpr (std::is_integral_v<Value> && !std::is_same_v<Value, bool>) {
      return json.value(static_cast<double>(value));
    } else if constexpr (requires { value.has_value(); }) {
      return value ? write(json, *value) : json.null();
    } else {
      return json.value(value);
    }
  }

 private:
  // 0.3 as it was written, and not 0.300000012, which is beyond 0.3.
  static JsonWriter& write_short(JsonWriter& json, float number);

  JsonWriter json_;
};

// What a control cannot do by an action: it must happen in the course of the press itself, so the
// page does it.
enum class Opener { kModel, kData, kPhoto, kCamera };

enum class NodeKind {
  kTitle,       // of the view
  kHeading,     // of a part of it
  kSubheading,  // of a part of that
  kLine,
  kStrong,  // a line that matters most
  kStatus,  // a line that is read out when it changes
  kAlert,   // one that is read out at once
  kTable,
  kPicture,
  kSlider,
  kNumber,
  kText,
  kChoice,  // one of several
  kSwitch,
  kButton,
  kProgress,
  kFold,        // is opened to see what is in it
  kForm,        // fields that are sent together
  kNavigation,  // leads from view to view
};

struct Node;

struct OutlineRange {
  double least{}, most{}, step = 1;
  bool doubling =
      false;  // halving and doubling are as far apart; least and most are exponents of 2
};

struct OutlineOption {
  std::string words;
  std::string value;  // JSON

  template <typename Value>
  static OutlineOption of(std::string words, const Value& value) {
    JsonWriter json;
    ActionText::write(json, value);
    return {std::move(words), json.text()};
  }
};

struct TableCell {
  std::string words;
  std::vector<Node> nodes;  // controls, in the place of words

  // Defined behind Node: nodes cannot be made before it is.
  TableCell(std::string text);       // NOLINT(google-explicit-constructor)
  TableCell(std::string_view text);  // NOLINT(google-explicit-constructor)
  TableCell(const char* text);       // NOLINT(google-explicit-constructor)
  template <typename Fill>           // void(Outline&)
  requires std::is_invocable_v<Fill, class Outline&> TableCell(
      const Fill& fill);  // NOLINT(google-explicit-constructor)
};

struct Node {
  NodeKind kind{};
  std::string key;
  std::string words;  // what it says, or what a control is called

  std::string value;  // JSON: of a control
  std::string value_words;
  std::string why_not;  // it cannot be used now, and this is why; empty: it can
  std::string action;   // JSON; a list of actions are dispatched one after the other
  bool waits = false;   // an action that is refused now is tried again when something has changed
  OutlineRange range{};
  std::vector<OutlineOption> options;
  std::size_t most_bytes{};  // of a text
  bool is_points = false;    // a text that is a list of points
  std::optional<Opener> opens;
  std::string copies;  // a text, to the clipboard

  std::vector<std::string> columns;          // headings
  std::vector<std::vector<TableCell>> rows;  // the first cell of each is its heading
  std::optional<std::size_t> marked;         // a row
  core::GrayImage picture;
  std::vector<Node> nodes;  // of a fold or a form

  Node& says(std::string text) {
    value_words = std::move(text);
    return *this;
  }
  Node& unless(bool impossible, std::string_view why) {
    if (impossible) why_not = why;
    return *this;
  }
  // "20 30, 80 30": across and down, in percent; a list of points in the action.
  Node& as_points() {
    is_points = true;
    return *this;
  }
  Node& or_when_it_can() {
    waits = true;
    return *this;
  }
  Node& row(std::vector<TableCell> cells, bool mark = false) {
    if (mark) marked = rows.size();
    rows.push_back(std::move(cells));
    return *this;
  }
  Node& option(OutlineOption each) {
    options.push_back(std::move(each));
    return *this;
  }
};

inline TableCell::TableCell(std::string text) : words(std::move(text)) {}
inline TableCell::TableCell(std::string_view text) : words(text) {}
inline TableCell::TableCell(const char* text) : words(text) {}

class Outline {
 public:
  using Fill = std::function<void(Outline&)>;

  // ---- to read ----------------------------------------------------------------------------------

  Node& title(std::string words) { return add(NodeKind::kTitle, "view-title", std::move(words)); }
  Node& heading(std::string key, std::string words) {
    return add(NodeKind::kHeading, std::move(key), std::move(words));
  }
  Node& subheading(std::string key, std::string words) {
    return add(NodeKind::kSubheading, std::move(key), std::move(words));
  }
  // None where there is nothing to say.
  void line(std::string key, std::string_view words) { say(NodeKind::kLine, key, words); }
  void strong(std::string key, std::string_view words) { say(NodeKind::kStrong, key, words); }
  // These keep their place while they are empty: only what was there before is read out.
  Node& status(std::string key, std::string words) {
    return add(NodeKind::kStatus, std::move(key), std::move(words));
  }
  Node& alert(std::string key, std::string words) {
    return add(NodeKind::kAlert, std::move(key), std::move(words));
  }
  Node& table(std::string key, std::string caption, std::vector<std::string> columns = {}) {
    Node& node = add(NodeKind::kTable, std::move(key), std::move(caption));
    node.columns = std::move(columns);
    return node;
  }
  Node& picture(std::string key, std::string words, core::GrayImage image) {
    Node& node = add(NodeKind::kPicture, std::move(key), std::move(words));
    node.picture = std::move(image);
    return node;
  }
  // `share`: of the whole, 0..1.
  Node& progress(std::string key, std::string words, float share) {
    return with_value(add(NodeKind::kProgress, std::move(key), std::move(words)), share);
  }

  // ---- to act: in a form without an action of their own
  // ------------------------------------------

  Node& slider(std::string key, std::string words, OutlineRange range, double value,
               const std::optional<ActionText>& action = {}) {
    Node& node = control(NodeKind::kSlider, std::move(key), std::move(words), action);
    node.range = range;
    return with_value(node, value);
  }
  Node& number(std::string key, std::string words, OutlineRange range, std::optional<double> value,
               const std::optional<ActionText>& action = {}) {
    Node& node = control(NodeKind::kNumber, std::move(key), std::move(words), action);
    node.range = range;
    return with_value(node, value);
  }
  Node& text(std::string key, std::string words, std::string_view value, std::size_t most_bytes,
             const std::optional<ActionText>& action = {}) {
    Node& node = control(NodeKind::kText, std::move(key), std::move(words), action);
    node.most_bytes = most_bytes;
    return with_value(node, value);
  }
  // The options follow, by option().
  template <typename Value>
  Node& choice(std::string key, std::string words, const Value& value,
               const std::optional<ActionText>& action = {}) {
    return with_value(control(NodeKind::kChoice, std::move(key), std::move(words), action), value);
  }
  Node& toggle(std::string key, std::string words, bool on,
               const std::optional<ActionText>& action = {}) {
    return with_value(control(NodeKind::kSwitch, std::move(key), std::move(words), action), on);
  }
  Node& button(std::string key, std::string words, const ActionText& action) {
    return control(NodeKind::kButton, std::move(key), std::move(words), action);
  }
  // Several, one after the other.
  Node& button(std::string key, std::string words, const std::vector<ActionText>& actions);
  Node& button(std::string key, std::string words, Opener opens) {
    Node& node = add(NodeKind::kButton, std::move(key), std::move(words));
    node.opens = opens;
    return node;
  }
  Node& copier(std::string key, std::string words, std::string copies) {
    Node& node = add(NodeKind::kButton, std::move(key), std::move(words));
    node.copies = std::move(copies);
    return node;
  }

  // ---- to group ---------------------------------------------------------------------------------

  Node& fold(std::string key, std::string words, const Fill& fill) {
    return with_nodes(add(NodeKind::kFold, std::move(key), std::move(words)), fill);
  }
  // `words`: of its button. The keys of its fields, less "<key>-", are the names of its places.
  Node& form(std::string key, std::string words, const ActionText& action, const Fill& fill) {
    return with_nodes(control(NodeKind::kForm, std::move(key), std::move(words), action), fill);
  }
  Node& navigation(std::string key, std::string words) {
    return add(NodeKind::kNavigation, std::move(key), std::move(words));
  }

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  // As web/text/outline.ts has it.
  [[nodiscard]] std::string json() const;

  Node& add(NodeKind kind, std::string key, std::string words);

 private:
  friend struct TableCell;

  void say(NodeKind kind, std::string& key, std::string_view words) {
    if (!words.empty()) add(kind, std::move(key), std::string(words));
  }
  Node& control(NodeKind kind, std::string key, std::string words,
                const std::optional<ActionText>& action);
  template <typename Value>
  static Node& with_value(Node& node, const Value& value) {
    JsonWriter json;
    ActionText::write(json, value);
    node.value = json.text();
    return node;
  }
  static Node& with_nodes(Node& node, const Fill& fill);

  std::vector<Node> nodes_;
};

template <typename Fill>
requires std::is_invocable_v<Fill, Outline&> TableCell::TableCell(const Fill& fill) {
  Outline inner;
  fill(inner);
  nodes = std::move(inner.nodes_);
}

}  // namespace atelier::app
