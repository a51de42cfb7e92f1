// SPDX-License-Identifier: MIT
#include "cli/stroke_script.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

namespace atelier::cli {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Stroke;
using core::StrokePoint;
using core::Tool;
using nlohmann::json;

constexpr std::array<std::pair<std::string_view, Tool>, 5> kTools = {{{"brush", Tool::kBrush},
                                                                      {"eraser", Tool::kEraser},
                                                                      {"fill", Tool::kFill},
                                                                      {"line", Tool::kLine},
                                                                      {"polygon", Tool::kPolygon}}};

// A value as a message can show it, however large or strange it is.
std::string shown(const json& value) {
  constexpr std::size_t kMostLetters = 40;
  if (value.is_array()) return "a list";
  if (value.is_object()) return "an object";
  // All of it ASCII, so that it can be cut anywhere; what is no UTF-8 does not throw.
  std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace);
  if (text.size() > kMostLetters) text = text.substr(0, kMostLetters) + "...";
  return text;
}

// Any finite number that a float can hold; whether it suits a stroke is core::validate()'s
// business.
std::optional<float> as_float(const json& value) {
  if (!value.is_number()) return std::nullopt;
  const auto number = value.get<double>();
  if (!(std::abs(number) <= static_cast<double>(std::numeric_limits<float>::max()))) {
    return std::nullopt;
  }
  return static_cast<float>(number);
}

// One stroke, field by field. The first that is wrong is kept.
class StrokeReader {
 public:
  StrokeReader(const json& object, std::size_t number) : object_(object), number_(number) {}

  Result<Stroke> read() {
    if (!object_.is_object()) {
      return Error{ErrorCode::kBadStroke,
                   where() + ": expected an object, found " + shown(object_)};
    }
    Stroke stroke;
    read_type();
    read_points(stroke.points);
    read_tool(stroke.tool);
    read_gray(stroke.gray);
    read_size(stroke.size);
    read_mirrored(stroke.mirrored);
    read_optional("tolerance", stroke.reach.tolerance, core::kGreatestTolerance);
    read_optional("gap", stroke.reach.gap, core::kGreatestGap);
    if (error_) return *error_;
    if (auto valid = core::validate(stroke); !valid) {
      return Error{ErrorCode::kBadStroke, where() + ": " + valid.error().detail};
    }
    return stroke;
  }

 private:
  // From 1, as people count.
  [[nodiscard]] std::string where() const { return "stroke " + std::to_string(number_); }

  [[nodiscard]] const json* find(const char* field) const {
    const auto found = object_.find(field);
    return found == object_.end() ? nullptr : &*found;
  }

  void refuse(const std::string& field, const std::string& expected, const std::string& found) {
    if (error_) return;
    error_ = Error{ErrorCode::kBadStroke,
                   where() + ": \"" + field + "\" is " + expected + ", but here it is " + found};
  }
  void refuse(const std::string& field, const std::string& expected, const json* found) {
    refuse(field, expected, found == nullptr ? "missing" : shown(*found));
  }

  // The page's actions have one; a stroke that was copied from there is as good.
  void read_type() {
    const json* const value = find("type");
    if (value != nullptr && *value != "stroke") refuse("type", "\"stroke\" or left out", value);
  }

  void read_points(std::vector<StrokePoint>& points) {
    const json* const value = find("points");
    if (value == nullptr || !value->is_array()) {
      refuse("points", "a list of [x, y] or [x, y, pressure]", value);
      return;
    }
    points.reserve(std::min(value->size(), core::kMaxStrokePoints + 1));
    for (const json& each : *value) {
      if (points.size() > core::kMaxStrokePoints) return;  // which validate() has words for
      const auto point = read_point(each);
      if (!point) {
        const std::string expected = "a list of [x, y] or [x, y, pressure]";
        refuse("points", expected, "something else at index " + std::to_string(points.size()));
        return;
      }
      points.push_back(*point);
    }
  }

  static std::optional<StrokePoint> read_point(const json& value) {
    if (!value.is_array() || value.size() < 2 || value.size() > 3) return std::nullopt;
    StrokePoint point;
    const std::array fields = {&point.x, &point.y, &point.pressure};
    for (std::size_t i = 0; i < value.size(); ++i) {
      const auto number = as_float(value[i]);
      if (!number) return std::nullopt;
      *fields[i] = *number;
    }
    return point;
  }

  void read_tool(Tool& tool) {
    const json* const value = find("tool");
    for (const auto& [name, known] : kTools) {
      if (value == nullptr || *value != name) continue;
      tool = known;
      return;
    }
    refuse("tool", "\"brush\", \"eraser\", \"fill\", \"line\" or \"polygon\"", value);
  }

  void read_gray(std::uint8_t& gray) {
    const json* const value = find("gray");
    const auto number = value == nullptr ? std::nullopt : as_float(*value);
    if (!number || *number < 0.0F || *number > 255.0F || std::floor(*number) != *number) {
      refuse("gray", "a whole number from 0 to 255", value);
      return;
    }
    gray = static_cast<std::uint8_t>(*number);
  }

  void read_size(float& size) {
    const json* const value = find("size");
    const auto number = value == nullptr ? std::nullopt : as_float(*value);
    if (!number || *number <= 0.0F || *number > 1.0F) {
      refuse("size", "a number above 0, up to 1", value);
      return;
    }
    size = *number;
  }

  void read_mirrored(bool& mirrored) {
    const json* const value = find("mirrored");
    if (value == nullptr || value->is_null()) return;
    if (value->is_boolean()) {
      mirrored = value->get<bool>();
    } else {
      refuse("mirrored", "true or false", value);
    }
  }

  void read_optional(const char* field, std::uint8_t& number, int greatest) {
    const json* const value = find(field);
    if (value == nullptr || value->is_null()) return;
    const auto given = as_float(*value);
    if (!given || *given < 0.0F || *given > static_cast<float>(greatest) ||
        std::floor(*given) != *given) {
      refuse(field, "a whole number from 0 to " + std::to_string(greatest), value);
      return;
    }
    number = static_cast<std::uint8_t>(*given);
  }

  const json& object_;
  std::size_t number_;
  std::optional<Error> error_;
};

// "[json.exception.parse_error.101] parse error at line 1, column 2: ..." without the first word.
std::string words_of(const json::exception& exception) {
  const std::string_view words = exception.what();
  const std::size_t end = words.find("] ");
  return std::string(end == std::string_view::npos ? words : words.substr(end + 2));
}

Result<json> parse_json(std::string_view text) {
  try {
    return json::parse(text);
  } catch (const json::exception& exception) {
    return Error{ErrorCode::kBadJson, words_of(exception)};
  }
}

}  // namespace

Result<std::vector<Stroke>> parse_stroke_script(std::string_view text) {
  const auto document = parse_json(text);
  if (!document) return document.error();
  const json& list = document.value();
  if (!list.is_array()) {
    return Error{ErrorCode::kBadStroke, "expected a list of strokes, found " + shown(list)};
  }
  std::vector<Stroke> strokes;
  for (const json& each : list) {
    auto stroke = StrokeReader(each, strokes.size() + 1).read();
    if (!stroke) return stroke.error();
    strokes.push_back(std::move(stroke).value());
  }
  return strokes;
}

}  // namespace atelier::cli
