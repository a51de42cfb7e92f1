// SPDX-License-Identifier: MIT
#include "seam/platform/keys.hpp"

#include <algorithm>
#include <array>

namespace atelier::platform {
namespace {

struct Name {
  std::string_view code;
  ImGuiKey key;
};

constexpr std::array kNames = {
    Name{"ArrowLeft", ImGuiKey_LeftArrow},
    Name{"ArrowRight", ImGuiKey_RightArrow},
    Name{"ArrowUp", ImGuiKey_UpArrow},
    Name{"ArrowDown", ImGuiKey_DownArrow},
    Name{"PageUp", ImGuiKey_PageUp},
    Name{"PageDown", ImGuiKey_PageDown},
    Name{"Home", ImGuiKey_Home},
    Name{"End", ImGuiKey_End},
    Name{"Tab", ImGuiKey_Tab},
    Name{"Enter", ImGuiKey_Enter},
    Name{"NumpadEnter", ImGuiKey_KeypadEnter},
    Name{"Escape", ImGuiKey_Escape},
    Name{"Space", ImGuiKey_Space},
    Name{"Backspace", ImGuiKey_Backspace},
    Name{"Delete", ImGuiKey_Delete},
    Name{"BracketLeft", ImGuiKey_LeftBracket},
    Name{"BracketRight", ImGuiKey_RightBracket},
    Name{"Minus", ImGuiKey_Minus},
    Name{"Equal", ImGuiKey_Equal},
};

// "KeyA" to "KeyZ", "Digit0" to "Digit9".
ImGuiKey in_row(std::string_view code, std::string_view prefix, char first, char last,
                ImGuiKey first_key) {
  const bool fits = code.size() == prefix.size() + 1 && code.substr(0, prefix.size()) == prefix &&
                    code.back() >= first && code.back() <= last;
  return fits ? static_cast<ImGuiKey>(first_key + (code.back() - first)) : ImGuiKey_None;
}

}  // namespace

ImGuiKey key_from_code(std::string_view code) {
  if (const ImGuiKey letter = in_row(code, "Key", 'A', 'Z', ImGuiKey_A)) return letter;
  if (const ImGuiKey digit = in_row(code, "Digit", '0', '9', ImGuiKey_0)) return digit;
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const Name& name) { return name.code == code; });
  return found == kNames.end() ? ImGuiKey_None : found->key;
}

bool page_handles(ImGuiKey key, bool control) {
  if (control) return key == ImGuiKey_Z || key == ImGuiKey_Y;
  const bool letter = key >= ImGuiKey_A && key <= ImGuiKey_Z;
  const bool digit = key >= ImGuiKey_0 && key <= ImGuiKey_9;
  const bool sign = key == ImGuiKey_LeftBracket || key == ImGuiKey_RightBracket ||
                    key == ImGuiKey_Minus || key == ImGuiKey_Equal;
  return key != ImGuiKey_None && key != ImGuiKey_Escape && !letter && !digit && !sign;
}

}  // namespace atelier::platform
