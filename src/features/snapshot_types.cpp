// SPDX-License-Identifier: MIT
#include "features/snapshot_types.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "app/write_json.hpp"
#include "features/described.hpp"

namespace atelier::app {
namespace {

// ---- what is described, as a tree ---------------------------------------------------------------

struct ToldField {
  std::string name;
  std::string note;
  std::string type;               // of a value; of an object empty
  std::vector<ToldField> fields;  // of an object
  bool list = false;              // of such objects
  bool nullable = false;
  bool optional = false;  // the key may be missing
};

template <core::Named E>
std::string union_of_names() {
  std::string text;
  for (const std::string_view word : core::names<E>) {
    text += (text.empty() ? "'" : " | '") + std::string(word) + "'";
  }
  return text;
}

template <class T>
std::string type_of();

template <class T>
struct TupleTypes;
template <class... Ts>
struct TupleTypes<std::tuple<Ts...>> {
  static std::string text() {
    std::string text;
    ((text += (text.empty() ? "" : ", ") + type_of<Ts>()), ...);
    return "[" + text + "]";
  }
};

// The TypeScript type of what WriteJson makes of a T.
template <class T>
std::string type_of() {
  if constexpr (std::is_enum_v<T>) {
    return union_of_names<T>();
  } else if constexpr (std::same_as<T, bool>) {
    return "boolean";
  } else if constexpr (std::is_arithmetic_v<T>) {
    return "number";
  } else if constexpr (TextValue<T>) {
    return "string";
  } else if constexpr (MaybeValue<T>) {
    return "null | " + type_of<std::remove_cvref_t<decltype(*std::declval<T>())>>();
  } else if constexpr (MapValue<T>) {
    return "Record<string, " + type_of<typename T::mapped_type>() + ">";
  } else if constexpr (std::ranges::range<T>) {
    const std::string element = type_of<std::ranges::range_value_t<T>>();
    return element.find(' ') == std::string::npos || element.front() == '[' ? element + "[]"
                                                                            : "(" + element + ")[]";
  } else {
    return TupleTypes<T>::text();
  }
}

// A visitor: the types of what is described. Elements of lists and what may be null are described
// by a default one.
class FieldTree {
 public:
  using Note = std::string_view;

  template <class T>
  requires(!Description<T>) void operator()(std::string_view key, const T&, Note note = {}) {
    add(key, note).type = type_of<T>();
  }
  template <Description Describe>
  void operator()(std::string_view key, const Describe& describe, Note note = {}) {
    add(key, note);
    within(describe);
  }
  template <class T, Description Describe>
  void operator()(std::string_view key, const T&, const Describe& describe, Note note = {}) {
    ToldField& field = add(key, note);
    if constexpr (std::same_as<T, bool>) {
      field.nullable = true;
      within(describe);
    } else if constexpr (std::ranges::range<T>) {
      field.list = true;
      const std::ranges::range_value_t<T> element{};
      if constexpr (std::invocable<Describe, decltype(element)>) {
        if constexpr (!std::is_void_v<decltype(describe(element))>) {
          field.type = type_of<decltype(describe(element))>() + "[]";
          return;
        }
      }
      within([&] {
        if constexpr (std::invocable<Describe, decltype(element), std::size_t>) {
          describe(element, 0);
        } else {
          describe(element);
        }
      });
    } else {
      field.nullable = true;
      const std::remove_cvref_t<decltype(*std::declval<T>())> value{};
      within([&] { describe(value); });
    }
  }
  template <MaybeValue T>
  void may(std::string_view key, const T&, Note note = {}) {
    ToldField& field = add(key, note);
    field.type = type_of<std::remove_cvref_t<decltype(*std::declval<T>())>>();
    field.optional = true;
  }

  [[nodiscard]] const std::vector<ToldField>& fields() const { return fields_; }

 private:
  ToldField& add(std::string_view key, Note note) {
    ToldField field;
    field.name = key;
    field.note = note;
    return fields_.emplace_back(std::move(field));
  }
  // What is described is of the last field.
  template <class Describe>
  void within(const Describe& describe) {
    std::vector<ToldField> outer = std::exchange(fields_, {});
    describe();
    outer.back().fields = std::move(fields_);
    fields_ = std::move(outer);
  }

  std::vector<ToldField> fields_;
};

// ---- TypeScript ---------------------------------------------------------------------------------

constexpr std::size_t kWidth = 100;

void print_types(std::string& text, const std::vector<ToldField>& fields, std::size_t indent) {
  const std::string margin(indent, ' ');
  for (const ToldField& field : fields) {
    std::string line = margin + field.name + (field.optional ? "?: " : ": ");
    if (field.nullable) line += "null | ";
    line += field.fields.empty() ? field.type + ";" : "{";
    const bool beside = line.size() + 4 + field.note.size() <= kWidth && field.fields.empty();
    if (!field.note.empty() && !beside) text += margin + "// " + field.note + "\n";
    text += line;
    if (!field.note.empty() && beside) text += " // " + field.note;
    text += "\n";
    if (field.fields.empty()) continue;
    print_types(text, field.fields, indent + 2);
    text += margin + (field.list ? "}[];\n" : "};\n");
  }
}

void print_interface(std::string& text, std::string_view name,
                     const std::vector<ToldField>& fields) {
  text += "\nexport interface " + std::string(name) + " {\n";
  print_types(text, fields, 2);
  text += "}\n";
}

// ---- the outline of README.md -------------------------------------------------------------------

// What stands between two places where a line may be broken.
using Pieces = std::vector<std::string>;

// Nested fields by their names alone.
void outline(Pieces& pieces, const ToldField& field, bool outermost) {
  std::string head = field.name;
  if (field.fields.empty()) {
    pieces.push_back(outermost ? head + ": " + field.type : head);
    return;
  }
  head += field.nullable ? ": null | " : ": ";
  pieces.push_back(head + (field.list ? "[{" : "{"));
  for (const ToldField& each : field.fields) {
    const bool last = &each == &field.fields.back();
    outline(pieces, each, false);
    if (!last) pieces.back() += ",";
  }
  pieces.back() += field.list ? " }, …]" : " }";
}

void print_outline(std::string& text, const std::vector<ToldField>& fields) {
  constexpr std::size_t kReadmeWidth = 118;
  for (const ToldField& field : fields) {
    Pieces pieces;
    outline(pieces, field, true);
    pieces.back() += &field == &fields.back() ? " }" : ",";
    if (!field.note.empty()) pieces.push_back("  // " + field.note);
    std::string line = &field == &fields.front() ? "{" : " ";
    for (const std::string& piece : pieces) {
      if (line.size() + 1 + piece.size() > kReadmeWidth) {
        text += line + "\n";
        line = "   ";
      }
      line += " " + piece;
    }
    text += line + "\n";
  }
}

// ---- the files ----------------------------------------------------------------------------------

std::vector<ToldField> snapshot_fields() {
  const State state;
  FieldTree tree;
  describe_snapshot(tree, state, 0);
  return tree.fields();
}

std::vector<ToldField> status_fields() {
  const State state;
  FieldTree tree;
  describe_status(tree, state);
  return tree.fields();
}

std::vector<ToldField> report_fields() {
  const TestSet set;
  const ModelInfo model;
  FieldTree tree;
  describe_given_report(tree, {set, {}, {EngineKind::kAtelierNn, model, 0, 0}, ""});
  return tree.fields();
}

std::string outline_of(const std::vector<ToldField>& fields) {
  std::string text = "\n```ts\n";
  print_outline(text, fields);
  return text + "```\n";
}

// With `part` between the markers of that name.
std::string with_part(const std::string& text, const std::string& name, const std::string& part) {
  const std::string begin = "<!-- " + name + " -->\n", end = "<!-- /" + name + " -->\n";
  const std::size_t first = text.find(begin), last = text.find(end);
  if (first == std::string::npos || last == std::string::npos) return text;
  return text.substr(0, first + begin.size()) + part + text.substr(last);
}

}  // namespace

std::string snapshot_types() {
  std::string text =
      "// SPDX-License-Identifier: MIT\n"
      "// generated/snapshot.ts: what scripts read. Written by atelier_generate from the "
      "descriptions in\n"
      "// src/; `npm run generate` writes it anew.\n";
  text += "\nexport const errorCodes = [\n";
  for (const std::string_view code : core::names<core::ErrorCode>) {
    text += "  '" + std::string(code) + "',\n";
  }
  text += "] as const;\nexport type ErrorCode = (typeof errorCodes)[number];\n";
  print_interface(text, "Snapshot", snapshot_fields());
  print_interface(text, "Report", report_fields());
  print_interface(text, "Status", status_fields());
  return text;
}

std::string with_outlines(const std::string& readme) {
  return with_part(with_part(readme, "snapshot", outline_of(snapshot_fields())), "report",
                   outline_of(report_fields()));
}

}  // namespace atelier::app
