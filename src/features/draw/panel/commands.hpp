// SPDX-License-Identifier: MIT
// features/draw/panel/commands.hpp: the tools and what is done to the whole drawing, each with its
// icon, its words and its key; columns, menus and shortcuts are made of them.
#pragma once

#include <array>
#include <string>

#include "app/action.hpp"
#include "app/say.hpp"
#include "app/state.hpp"
#include "kit/icons.hpp"

namespace atelier::ui {

enum class Command {
  kBrush,
  kEraser,
  kFill,
  kLine,
  kPolygon,
  kArrange,
  kMirror,
  kPick,
  kSoften,
  kInvert,
  kUndo,
  kRedo,
  kClear,
};

struct CommandWords {
  const char* id;
  Icon icon;
  app::Key label;        // in a menu, where there is more room
  app::Key tooltip;      // what it does, and its key
  const char* shortcut;  // that key, by its name
  ImGuiKey key;          // without Ctrl; ImGuiKey_None: see take_shortcuts

  [[nodiscard]] std::string tooltip_words() const;
};

[[nodiscard]] const CommandWords& words_of(Command command);
[[nodiscard]] app::Action action_of(Command command, const app::State& state);
// It is the tool in hand, or switched on.
[[nodiscard]] bool is_on(Command command, const app::State& state);
[[nodiscard]] bool is_possible(Command command, const app::State& state);

// The keys of the Draw view, which the tooltips name.
void take_shortcuts(const app::State& state, app::Actions& actions);

inline constexpr auto kLeastBrush = static_cast<float>(app::kBrushSizes.least);
inline constexpr auto kGreatestBrush = static_cast<float>(app::kBrushSizes.most);

}  // namespace atelier::ui
