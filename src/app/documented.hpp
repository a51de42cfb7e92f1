// SPDX-License-Identifier: MIT
// app/documented.hpp: actions as others read of them: types for TypeScript, a table for the README.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/action.hpp"
#include "app/event.hpp"
#include "app/spec.hpp"

namespace atelier::app {

struct Documented {
  std::string_view type;   // "stress"
  std::string_view words;  // what it does
  std::vector<Field> fields;
};

template <typename... T>
[[nodiscard]] std::vector<Documented> documented(ActionList<T...>) {
  return {{T::kType, T::kWords, fields_of<T>()}...};
}

template <typename... T>
[[nodiscard]] std::vector<Documented> documented(NewsList<T...>) {
  return {{T::kType, {}, fields_of<T>()}...};
}

// The union of what may be told, "News".
[[nodiscard]] std::string news_types(const std::vector<Documented>& news);

// An interface for each, "StressAction", and the union of all, "Action".
[[nodiscard]] std::string action_types(const std::vector<Documented>& actions);
// The words of an enumeration as a list and as a type: "views", "View".
[[nodiscard]] std::string word_type(std::string_view list, std::string_view type,
                                    const std::vector<std::string_view>& words);
// A line for each, in Markdown.
[[nodiscard]] std::string action_table(const std::vector<Documented>& actions);

}  // namespace atelier::app
