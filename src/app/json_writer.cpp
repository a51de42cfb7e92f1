// SPDX-License-Identifier: MIT
#include "app/json_writer.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace atelier::app {
namespace {

std::string formatted(const char* format, int digits, double number) {
  std::array<char, 40> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, digits, number);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

JsonWriter& JsonWriter::raw(std::string_view token) {
  if (comma_due_) text_ += ',';
  text_ += token;
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
  raw(std::string_view(&bracket, 1));
  comma_due_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  if (comma_due_) text_ += ',';
  quote(name);
  text_ += ':';
  comma_due_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(const char* name) { return key(std::string_view(name)); }

JsonWriter& JsonWriter::value(std::string_view text) {
  if (comma_due_) text_ += ',';
  quote(text);
  comma_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(bool flag) { return raw(flag ? "true" : "false"); }
JsonWriter& JsonWriter::value(std::uint64_t number) { return raw(std::to_string(number)); }
JsonWriter& JsonWriter::value(std::int64_t number) { return raw(std::to_string(number)); }
JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::value(float number) {
  return std::isfinite(number) ? raw(formatted("%.*g", 9, static_cast<double>(number))) : null();
}

JsonWriter& JsonWriter::value(double number) {
  return std::isfinite(number) ? raw(formatted("%.*g", 17, number)) : null();
}

void JsonWriter::quote(std::string_view text) {
  text_ += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> buffer{};
      std::snprintf(buffer.data(), buffer.size(), "\\u%04x", static_cast<unsigned>(c));
      text_ += buffer.data();
    } else {
      text_ += c;
    }
  }
  text_ += '"';
}

}  // namespace atelier::app
