// SPDX-License-Identifier: MIT
// seam/platform/keys.hpp: the browser's names of physical keys and Dear ImGui's.
#pragma once

#include <string_view>

#include "imgui.h"

namespace atelier::platform {

// `code` is KeyboardEvent.code ("KeyZ", "ArrowLeft"). ImGuiKey_None for keys that nothing uses.
[[nodiscard]] ImGuiKey key_from_code(std::string_view code);

// Would the browser do something of its own with this key that the page must prevent? Letters are
// left to it: they arrive again as text.
[[nodiscard]] bool page_handles(ImGuiKey key, bool control);

}  // namespace atelier::platform
