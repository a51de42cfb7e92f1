// SPDX-License-Identifier: MIT
#include "features/dispatch.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "app/json.hpp"
#include "app/read_json.hpp"
#include "features/features.hpp"
#include "features/update.hpp"

namespace atelier::app {
namespace {

// What an action is carried out on; nothing where it is only looked at.
struct Page {
  State& state;
  Ports& ports;
};

struct Door {
  std::string_view type;
  std::optional<Refusal> (*open)(JsonValue fields, std::span<const std::byte> attachment,
                                 Page* page);
};

template <typename T>
std::optional<Refusal> open(JsonValue fields, std::span<const std::byte> attachment, Page* page) {
  T action{};
  ReadJson reader(fields, attachment);
  if constexpr (Described<T>) describe(reader, action);
  std::string wrong = std::move(reader).flaw("type");
  if constexpr (requires { flaw(action); }) {
    if (wrong.empty()) wrong = flaw(action);
  }
  if (!wrong.empty()) {
    return Refusal{Refusal::Reason::kMalformed, "action '" + std::string(T::kType) + "': " + wrong};
  }
  if (page == nullptr) return std::nullopt;
  if constexpr (requires { obstacle(page->state, action); }) {
    std::string reason = obstacle(page->state, action);
    if (!reason.empty()) return Refusal{Refusal::Reason::kNotNow, std::move(reason)};
  }
  update(page->state, Action(std::move(action)), page->ports);
  return std::nullopt;
}

template <typename... T>
constexpr std::array<Door, sizeof...(T)> doors_of(ActionList<T...>) {
  return {Door{T::kType, &open<T>}...};
}
constexpr auto kDoors = doors_of(ScriptActions{});

Refusal malformed(std::string sentence) {
  return {Refusal::Reason::kMalformed, std::move(sentence)};
}

std::string known_types() {
  std::vector<std::string_view> types;
  for (const Door& door : kDoors) types.push_back(door.type);
  return "one of " + quoted(types);
}

std::optional<Refusal> take(std::string_view json, std::span<const std::byte> attachment,
                            Page* page) {
  const auto document = Json::parse(json);
  if (!document || document->root().kind() != JsonValue::Kind::kObject) {
    return malformed("an action is an object with a type, " + known_types());
  }
  const auto type = document->root().find("type");
  const bool is_text = type && type->kind() == JsonValue::Kind::kText;
  const std::string word = is_text ? type->text() : std::string();
  const auto* const door = std::find_if(kDoors.begin(), kDoors.end(),
                                        [&](const Door& each) { return each.type == word; });
  if (door == kDoors.end()) {
    return malformed("the type of an action is " + known_types() + ", not " +
                     (type ? shown(*type) : "undefined"));
  }
  return door->open(document->root(), attachment, page);
}

}  // namespace

std::optional<Refusal> dispatch(State& state, Ports& ports, std::string_view json,
                                std::span<const std::byte> attachment) {
  Page page{state, ports};
  return take(json, attachment, &page);
}

std::optional<Refusal> check_action(std::string_view json, std::span<const std::byte> attachment) {
  return take(json, attachment, nullptr);
}

}  // namespace atelier::app
