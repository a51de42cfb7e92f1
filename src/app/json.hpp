// SPDX-License-Identifier: MIT
// app/json.hpp: a JSON text, to look values up in. It may come from anybody: whatever it is,
// nothing outside of it is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atelier::app {

class Json;

// One value of a text. Valid as long as its Json is.
class JsonValue {
 public:
  enum class Kind { kNull, kBool, kNumber, kText, kList, kObject };

  [[nodiscard]] Kind kind() const;
  // As it is spelt; of a text without the quotation marks, its escapes as they are.
  [[nodiscard]] std::string_view spelt() const;

  // Each of the kind that it is asked of.
  [[nodiscard]] bool truth() const { return spelt() == "true"; }
  [[nodiscard]] double number() const;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::vector<JsonValue> elements() const;
  [[nodiscard]] std::vector<std::pair<std::string, JsonValue>> members() const;
  // Of an object: the first of this name.
  [[nodiscard]] std::optional<JsonValue> find(std::string_view name) const;

 private:
  friend class Json;
  JsonValue(const Json& json, std::size_t token) : json_(&json), token_(token) {}

  const Json* json_;
  std::size_t token_;
};

// As a message can show it, however large or strange it is: '...', 3, "a list".
[[nodiscard]] std::string shown(const JsonValue& value);

class Json {
 public:
  // Nothing if it is no JSON. The text must outlive it.
  [[nodiscard]] static std::optional<Json> parse(std::string_view text);

  [[nodiscard]] JsonValue root() const { return {*this, 0}; }

 private:
  friend class JsonValue;
  struct Token {
    JsonValue::Kind kind{};
    std::size_t begin{}, end{};  // in the text
    std::size_t next{};          // the first token after it and all that is in it
  };

  explicit Json(std::string_view text) : text_(text) {}

  std::string_view text_;
  std::vector<Token> tokens_;  // what is in a value follows it; of an object, name by name
};

}  // namespace atelier::app
