// SPDX-License-Identifier: MIT
#include "tests/support/null_window.hpp"

#include <cfloat>

namespace atelier::test {

ImTextureID FakeTextures::create(int width, int height, ui::Sampling sampling, ui::Texels what) {
  REQUIRE(width > 0);
  REQUIRE(height > 0);
  const auto texels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  const std::size_t values = texels * channels(what);
  all_.push_back({width, height, sampling, what, generation_, false,
                  std::vector<std::uint8_t>(values), std::vector<std::uint8_t>(texels)});
  return kFirst + all_.size() - 1;
}

void FakeTextures::upload(ImTextureID texture, int x, int y, int width, int height, ui::Texels what,
                          std::span<const std::uint8_t> pixels) {
  Texture& target = living(texture);
  REQUIRE((x >= 0 && y >= 0 && x + width <= target.width && y + height <= target.height));
  REQUIRE(what == target.texels);
  const std::size_t many = channels(what);
  REQUIRE(pixels.size() ==
          many * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      const std::size_t to = target.at(x + column, y + row);
      std::copy_n(pixels.begin(), many,
                  target.pixels.begin() + static_cast<std::ptrdiff_t>(many * to));
      pixels = pixels.subspan(many);
      ++target.writes[to];
    }
  }
  ++target.uploads;
}

void FakeTextures::destroy(ImTextureID texture) { living(texture).destroyed = true; }

std::vector<ImTextureID> FakeTextures::of_size(int width, int height) const {
  std::vector<ImTextureID> found;
  for (std::size_t k = 0; k < all_.size(); ++k) {
    const Texture& texture = all_[k];
    const bool living = texture.generation == generation_ && !texture.destroyed;
    if (living && texture.width == width && texture.height == height) {
      found.push_back(kFirst + k);
    }
  }
  return found;
}

int FakeTextures::upload_count() const {
  int count = 0;
  for (const Texture& texture : all_) count += texture.uploads;
  return count;
}

FakeTextures::Texture& FakeTextures::living(ImTextureID texture) {
  REQUIRE(is_ours(texture));
  Texture& found = all_[static_cast<std::size_t>(texture - kFirst)];
  REQUIRE(found.generation == generation_);
  REQUIRE(!found.destroyed);
  return found;
}

NullWindow::NullWindow(ImVec2 window_size) : size(window_size) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_HasMouseCursors;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigErrorRecoveryEnableAssert = false;
  io.ConfigErrorRecoveryEnableDebugLog = false;
  io.ConfigErrorRecoveryEnableTooltip = false;
  ImGui::GetCurrentContext()->ErrorCallbackUserData = this;
  ImGui::GetCurrentContext()->ErrorCallback = [](ImGuiContext*, void* self, const char* message) {
    static_cast<NullWindow*>(self)->errors_.emplace_back(message);
  };
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_ClipboardUserData = this;
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    static_cast<NullWindow*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard = text;
  };
}

NullWindow::~NullWindow() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext();
}

void NullWindow::frame(const std::function<void()>& draw) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = size;
  io.DeltaTime = static_cast<float>(kFrameMs / 1000.0);
  now_ms += kFrameMs;
  ImGui::NewFrame();
  draw();
  ImGui::Render();
  answer_texture_requests();
  const std::string error = errors_.empty() ? "" : errors_.front();
  REQUIRE(error == "");
}

void NullWindow::pointer(Phase phase, ImVec2 position, ImGuiMouseSource source, float pressure) {
  trail_.push_back({.phase = phase,
                    .position = position,
                    .pressure = pressure,
                    .source = source,
                    .shift = shift,
                    .alt = alt,
                    .order = ImGui::GetCurrentContext()->InputEventsNextEventId});
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(source);
  io.AddMousePosEvent(position.x, position.y);
  if (phase == Phase::kDown) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  if (phase == Phase::kUp || phase == Phase::kCancel) {
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  }
}

void NullWindow::pinch(Phase phase, ImVec2 from, ImVec2 to, float scale, float turn) {
  trail_.push_back({.phase = phase,
                    .position = to,
                    .source = ImGuiMouseSource_TouchScreen,
                    .from = from,
                    .scale = scale,
                    .turn = turn});
}

std::vector<DrawnTriangle> NullWindow::triangles() {
  std::vector<DrawnTriangle> found;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const ImVec4 clip = command.ClipRect;
      for (unsigned k = 0; k + 2 < command.ElemCount; k += 3) {
        DrawnTriangle triangle{
            command.GetTexID(), {}, {clip.x, clip.y, clip.z - clip.x, clip.w - clip.y}};
        for (unsigned corner = 0; corner < 3; ++corner) {
          const unsigned at = list->IdxBuffer[static_cast<int>(command.IdxOffset + k + corner)];
          triangle.corners[corner] = list->VtxBuffer[static_cast<int>(command.VtxOffset + at)];
        }
        found.push_back(triangle);
      }
    }
  }
  return found;
}

ImGuiWindow& NullWindow::window_named(std::string_view part) {
  for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (std::string_view(window->Name).find(part) != std::string_view::npos) return *window;
  }
  FAIL("no window named " << part);
  throw;  // not reached
}

void NullWindow::answer_texture_requests() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    switch (texture->Status) {
      case ImTextureStatus_WantCreate:
        texture->SetTexID(1);
        texture->SetStatus(ImTextureStatus_OK);
        break;
      case ImTextureStatus_WantUpdates:
        texture->SetStatus(ImTextureStatus_OK);
        break;
      case ImTextureStatus_WantDestroy:
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
        break;
      case ImTextureStatus_OK:
      case ImTextureStatus_Destroyed:
        break;
    }
  }
}

}  // namespace atelier::test
