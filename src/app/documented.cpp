// SPDX-License-Identifier: MIT
#include "app/documented.hpp"

#include <algorithm>
#include <cctype>

#include "core/result.hpp"

namespace atelier::app {
namespace {

using Kind = Spec::Kind;

std::string joined(const std::vector<std::string_view>& words, std::string_view between,
                   std::string_view quote) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += between;
    text.append(quote).append(word).append(quote);
  }
  return text;
}

std::vector<std::string_view> parts_of(const Spec& tuple) {
  std::vector<std::string_view> parts;
  std::string_view rest = tuple.parts;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(", "), rest.size());
    parts.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return parts;
}

// "open-photo" is OpenPhotoAction.
std::string interface_name(std::string_view type) {
  std::string name;
  bool capital = true;
  for (const char c : type) {
    if (c != '-') name.push_back(capital ? static_cast<char>(std::toupper(c)) : c);
    capital = c == '-';
  }
  return name + "Action";
}

template <core::Named E>
bool is_of(const Spec& spec) {
  return std::equal(spec.words.begin(), spec.words.end(), core::names<E>.begin(),
                    core::names<E>.end());
}

std::string type_of(const Spec& spec) {
  switch (spec.kind) {
    case Kind::kBool:
      return "boolean";
    case Kind::kWhole:
    case Kind::kOdd:
    case Kind::kNumber:
      return "number";
    case Kind::kText:
      return "string";
    case Kind::kWord:
      return is_of<core::ErrorCode>(spec) ? "ErrorCode" : joined(spec.words, " | ", "'");
    case Kind::kTuple: {
      std::string text;
      for (const std::string_view part : parts_of(spec)) {
        text.append(text.empty() ? "" : ", ").append(part).append(": number");
      }
      return "[" + text + "]";
    }
    case Kind::kList:
      return spec.element.front().kind == Kind::kWord ? "(" + type_of(spec.element.front()) + ")[]"
                                                      : type_of(spec.element.front()) + "[]";
    case Kind::kBytes:
      return "Uint8Array | Uint8ClampedArray | number[]";
    case Kind::kStruct: {
      std::string text;
      for (const auto& [name, presence, field] : spec.fields) {
        text.append(text.empty() ? "" : " ").append(name).append(": ");
        text += type_of(field) + (field.nullable ? " | null;" : ";");
      }
      return "{ " + text + " }";
    }
  }
  return "";
}

// What a type does not say.
bool has_more_to_say(const Spec& spec) {
  const bool is_text = spec.kind == Kind::kText && spec.most_count != spec::kUnbounded;
  return is_text || spec.kind == Kind::kWhole || spec.kind == Kind::kOdd ||
         spec.kind == Kind::kNumber || spec.kind == Kind::kTuple || spec.kind == Kind::kList;
}

// In the README: "-180 to 180", "`pixels` or `features`".
std::string allowed(const Spec& spec) {
  const std::string range = plain(spec.least) + " to " + plain(spec.most);
  switch (spec.kind) {
    case Kind::kBool:
      return "`true` or `false`";
    case Kind::kWord:
      return joined(spec.words, ", ", "`");
    case Kind::kOdd:
      return "odd, " + range;
    case Kind::kWhole:
    case Kind::kNumber:
    case Kind::kTuple:
      return range;
    case Kind::kText:
      return spec.most_count == spec::kUnbounded
                 ? "a text"
                 : "at most " + std::to_string(spec.most_count) + " bytes of UTF-8";
    case Kind::kList:
      return "each " + allowed(spec.element.front());
    case Kind::kBytes:
      return "0 to 255 each";
    case Kind::kStruct:
      return "";
  }
  return "";
}

std::string shape_of(const Field& field) {
  const std::string name =
      std::string(field.name) + (field.presence == Presence::kNeeded ? "" : "?");
  const Spec& spec = field.spec;
  if (spec.kind == Kind::kTuple) return name + ": [" + std::string(spec.parts) + "]";
  if (spec.kind == Kind::kList && spec.element.front().kind == Kind::kTuple) {
    return name + ": [[" + std::string(spec.element.front().parts) + "], \xE2\x80\xA6]";
  }
  return name;
}

}  // namespace

std::string action_types(const std::vector<Documented>& actions) {
  std::string text;
  std::string all;
  for (const auto& [type, words, fields] : actions) {
    const std::string name = interface_name(type);
    all += "\n  | " + name;
    text.append("// ").append(words).append("\n");
    text += "export interface " + name + " {\n  type: '" + std::string(type) + "';\n";
    for (const auto& [field, presence, spec] : fields) {
      const bool may = presence != Presence::kNeeded;
      if (has_more_to_say(spec)) text += "  // " + in_words(spec) + "\n";
      text.append("  ").append(field).append(may ? "?: " : ": ").append(type_of(spec));
      if (spec.nullable || presence == Presence::kMay) text += " | null";
      text += ";\n";
    }
    text += "}\n\n";
  }
  return text + "export type Action =" + all + ";\n";
}

std::string news_types(const std::vector<Documented>& news) {
  std::string text = "export type News =";
  for (const auto& [type, words, fields] : news) {
    const Spec spec{.kind = Kind::kStruct, .fields = fields};
    text += "\n  | { type: '" + std::string(type) + "'; ";
    text += fields.empty() ? "}" : type_of(spec).substr(2);
  }
  return text + ";\n";
}

std::string word_type(std::string_view list, std::string_view type,
                      const std::vector<std::string_view>& words) {
  const std::string name(list);
  return "export const " + name + " = [" + joined(words, ", ", "'") + "] as const;\nexport type " +
         std::string(type) + " = (typeof " + name + ")[number];\n";
}

std::string action_table(const std::vector<Documented>& actions) {
  std::string text = "| action | |\n|---|---|\n";
  for (const auto& [type, words, fields] : actions) {
    std::string shape = "{ type: '" + std::string(type) + "'";
    std::string limits;
    for (const Field& field : fields) {
      shape += ", " + shape_of(field);
      limits.append(limits.empty() ? ". `" : "; `").append(field.name).append("`: ");
      limits += allowed(field.spec);
      if (field.spec.nullable) limits += " or `null`";
    }
    text.append("| `").append(shape).append(" }` | ").append(words).append(limits).append(" |\n");
  }
  return text;
}

}  // namespace atelier::app
