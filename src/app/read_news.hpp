// SPDX-License-Identifier: MIT
// app/read_news.hpp: what is told in JSON, {"type": "models-failed", ...}, as the struct that it
// is.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "app/event.hpp"
#include "app/json.hpp"
#include "app/read_json.hpp"

namespace atelier::app {

// If `root` is told as a T: hands it to take(), or says what is wrong with it.
template <typename T, typename Take>
bool take_if(const JsonValue& root, std::string_view type, const Take& take, std::string& wrong) {
  if (type != T::kType) return false;
  T news{};
  ReadJson reader(root);
  if constexpr (Described<T>) describe(reader, news);
  wrong = std::move(reader).flaw("type");
  if (wrong.empty()) take(std::move(news));
  return true;
}

// Hands the one of the listed that it is to take(). Returns what is wrong with it, for developers;
// empty: nothing.
template <typename... T, typename Take>
[[nodiscard]] std::string read_news(NewsList<T...>, std::string_view json, const Take& take) {
  const auto document = Json::parse(json);
  const auto type = document && document->root().kind() == JsonValue::Kind::kObject
                        ? document->root().find("type")
                        : std::nullopt;
  if (!type || type->kind() != JsonValue::Kind::kText) return "news are an object with a type";
  const std::string word = type->text();
  std::string wrong;
  if ((take_if<T>(document->root(), word, take, wrong) || ...)) {
    return wrong.empty() ? wrong : "news '" + word + "': " + wrong;
  }
  return "there are no news '" + word + "'";
}

}  // namespace atelier::app
