// SPDX-License-Identifier: MIT
// app/json_writer.hpp: writes JSON, nothing else. Commas and quotes are its business; the caller
// opens and closes objects and arrays in order.
//
//   JsonWriter json;
//   json.begin_object().key("count").value(3).end_object();
//   json.text()  ->  {"count":3}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace atelier::app {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& key(const char* name);
  JsonWriter& value(std::string_view text);  // UTF-8
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool flag);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
  JsonWriter& value(std::uint8_t number) { return value(std::uint64_t{number}); }
  JsonWriter& value(float number);   // enough digits to read back the same number:
  JsonWriter& value(double number);  // 9 or 17; null when it is not finite
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  // a value that is written already

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void quote(std::string_view text);

  std::string text_;
  bool comma_due_ = false;
};

}  // namespace atelier::app
