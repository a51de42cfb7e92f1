// SPDX-License-Identifier: MIT
// features/data/actions.hpp: what a person can do about the images and their classes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/action.hpp"
#include "app/describe.hpp"

namespace atelier::app {

inline constexpr std::size_t kMaxNameBytes = 24;  // of a class, in UTF-8

// Lets the visitor choose files of images and labels, or pictures.
struct ChooseData {};
struct DismissOwnDataNews {
  static constexpr std::string_view kType = "dismiss-data-news";
  static constexpr std::string_view kWords = "takes away what is said about a visitor's images";
};
void on(State& state, ChooseData&& action, Ports& ports);
void on(State& state, DismissOwnDataNews&& action, Ports& ports);

// Back to the page's own test set.
struct UseBundledData {
  static constexpr std::string_view kType = "use-bundled-data";
  static constexpr std::string_view kWords = "back to the test set from a visitor's images";
};
[[nodiscard]] std::string obstacle(const State& state, const UseBundledData& action);
void on(State& state, UseBundledData&& action, Ports& ports);

// Of the set that is shown; an empty name brings the default back, no label that of all classes.
struct RenameClass {
  static constexpr std::string_view kType = "rename-class";
  static constexpr std::string_view kWords =
      "what a class of the shown set is called; an empty name is the default one, `label: null` "
      "all "
      "ten of them";
  std::optional<std::uint8_t> label;
  std::string name{};
};
template <typename Fields>
void describe(Fields& f, RenameClass& a) {
  f("label", a.label, kClassLabels);
  f.with(a.label, "name", a.name, Bytes{kMaxNameBytes});
}
void on(State& state, RenameClass&& action, Ports& ports);

using DataActions = ActionList<UseBundledData, RenameClass, DismissOwnDataNews>;

}  // namespace atelier::app
