// SPDX-License-Identifier: MIT
#include "app/read_json.hpp"

namespace atelier::app {

using Kind = JsonValue::Kind;

void ReadJson::refuse(std::string_view name, const Spec& spec, const std::string& found) {
  if (!flaw_.empty()) return;
  flaw_ = "'" + std::string(name) + "' is " + in_words(spec) + ", not " + found;
}

std::optional<JsonValue> ReadJson::take(std::string_view name, Presence presence,
                                        const Spec& spec) {
  asked_.push_back(name);
  if (!flaw_.empty()) return std::nullopt;
  auto value = value_.kind() == Kind::kObject ? value_.find(name) : std::nullopt;
  const bool open = !value || (value->kind() == Kind::kNull && !spec.nullable);
  if (presence == Presence::kMay && open) return std::nullopt;
  if (!value) refuse(name, spec, "undefined");
  return value;
}

std::optional<double> ReadJson::number_in(JsonValue value, const Spec& spec) {
  if (value.kind() != Kind::kNumber) return std::nullopt;
  const double number = value.number();
  if (!(number >= spec.least && number <= spec.most)) return std::nullopt;
  const bool whole = spec.kind == Spec::Kind::kWhole || spec.kind == Spec::Kind::kOdd;
  if (whole && number != std::floor(number)) return std::nullopt;
  if (spec.kind == Spec::Kind::kOdd && std::fmod(number, 2) == 0) return std::nullopt;
  return number;
}

ReadJson::Problem ReadJson::convert(JsonValue value, bool& member, const Spec&) {
  if (value.kind() != Kind::kBool) return shown(value);
  member = value.truth();
  return std::nullopt;
}

ReadJson::Problem ReadJson::convert(JsonValue value, std::string& member, const Spec& spec) {
  if (value.kind() != Kind::kText) return shown(value);
  member = value.text();
  // Space at the ends is nothing that anybody would see.
  const std::size_t first = std::min(member.find_first_not_of(" \t\r\n"), member.size());
  const std::size_t length = member.find_last_not_of(" \t\r\n") + 1 - first;
  if (first < member.size() && length > spec.most_count) return shown(value);
  return std::nullopt;
}

ReadJson::Problem ReadJson::wrong_list(JsonValue value, const Spec& spec) {
  if (value.kind() != Kind::kList) return shown(value);
  const std::size_t count = value.elements().size();
  if (count >= spec.least_count && count <= spec.most_count) return std::nullopt;
  return count == 0 ? "an empty one" : std::to_string(count) + " of them";
}

void ReadJson::attached(std::string_view name, std::vector<std::uint8_t>& bytes,
                        std::size_t count) {
  const Spec spec = bytes_spec(count);
  const auto value = take(name, Presence::kNeeded, spec);
  if (!value) return;
  if (value->kind() == Kind::kList) {
    Spec list = bytes_spec(count);
    list.kind = Spec::Kind::kList;
    list.element = {spec_of<std::uint8_t>()};
    if (const auto problem = convert(*value, bytes, list)) refuse(name, spec, *problem);
  } else if (value->kind() != Kind::kBool || !value->truth()) {
    refuse(name, spec, shown(*value));
  } else if (attachment_.size() != count) {
    refuse(name, spec, std::to_string(attachment_.size()) + " of them");
  } else {
    const auto* first = reinterpret_cast<const std::uint8_t*>(attachment_.data());
    bytes.assign(first, first + count);
  }
}

std::string ReadJson::flaw(std::string_view known) && {
  if (!flaw_.empty() || is_list_ || value_.kind() != Kind::kObject) return std::move(flaw_);
  for (const auto& [name, value] : value_.members()) {
    const bool asked = std::find(asked_.begin(), asked_.end(), name) != asked_.end();
    if (asked || name == known) continue;
    const std::string given = "there is no '" + name.substr(0, 40) + "'";
    return asked_.empty() ? given : given + ", only " + quoted(asked_);
  }
  return {};
}

}  // namespace atelier::app
