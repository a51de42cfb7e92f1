// SPDX-License-Identifier: MIT
// imgui_scan.cpp: stands in for sscanf in Dear ImGui (cmake/third_party.cmake renames the call
// there), which with all that it needs is 20 kB. ImGui reads three things with it: settings files,
// which this page has not; the version of an OpenGL that does not give it as numbers, which WebGL
// does; and the version of the shading language, which it is told by our own Window::create().
#include <cstdarg>
#include <cstdlib>
#include <string_view>

extern "C" int atelier_imgui_scan(const char* text, const char* format, ...);

// Knows the format "#version %d" alone, and finds nothing for any other.
extern "C" int atelier_imgui_scan(const char* text, const char* format, ...) {
  constexpr std::string_view kVersion = "#version ";
  const bool known = std::string_view(format) == "#version %d";
  if (!known || !std::string_view(text).starts_with(kVersion)) return 0;
  std::va_list results;
  va_start(results, format);
  *va_arg(results, int*) = std::atoi(text + kVersion.size());
  va_end(results);
  return 1;
}
