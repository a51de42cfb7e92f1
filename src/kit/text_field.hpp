// SPDX-License-Identifier: MIT
// kit/text_field.hpp: a line of text to type into.
#pragma once

#include <span>
#include <string>

#include "kit/box.hpp"
#include "kit/theme.hpp"

namespace atelier::ui {

// `text`: the buffer, ended by a zero; its size is the limit, in bytes of UTF-8. `hint`: what an
// empty field shows. True when the text has changed, or as `flags` (ImGuiInputTextFlags) say.
bool text_field(const Theme& theme, const char* id, const Box& box, const std::string& hint,
                std::span<char> text, ImGuiInputTextFlags flags);

}  // namespace atelier::ui
