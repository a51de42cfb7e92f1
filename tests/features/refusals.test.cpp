// SPDX-License-Identifier: MIT
// Why: every action is open to the world. The cases are made from the descriptions, so that a new
// action, and a new field of an old one, is tested before anybody has thought of it.
#include <catch_amalgamated.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/documented.hpp"
#include "features/dispatch.hpp"
#include "features/features.hpp"

using namespace atelier::app;

namespace {

using Kind = Spec::Kind;

// A number with room for the range to be left: limits have no more places.
std::string beyond(double limit, int direction) {
  const bool large = std::abs(limit) >= 1e15;
  return large ? (direction > 0 ? "1e300" : "-1e300")
               : (direction > 0 ? plain(limit + 1) : plain(limit - 1));
}

std::string list_of(std::size_t count, const std::string& each) {
  std::string json = "[";
  for (std::size_t k = 0; k < count; ++k) json += (k == 0 ? "" : ", ") + each;
  return json + "]";
}

std::size_t parts_of(const Spec& spec) {
  return 1 + static_cast<std::size_t>(std::count(spec.parts.begin(), spec.parts.end(), ','));
}

// A value that is allowed.
std::string good_value(const Spec& spec) {
  switch (spec.kind) {
    case Kind::kBool:
      return "false";
    case Kind::kWhole:
    case Kind::kOdd:
    case Kind::kNumber:
      return plain(spec.most);
    case Kind::kText:
      return R"("a")";
    case Kind::kWord:
      return '"' + std::string(spec.words.front()) + '"';
    case Kind::kTuple: {
      // The first half of the range, then the second: none is empty, whatever they mean together.
      std::string json = "[" + plain(spec.least);
      for (std::size_t k = 1; k < parts_of(spec); ++k)
        json += ", " + plain(k < 2 ? spec.least : spec.most);
      return json + "]";
    }
    case Kind::kList:
      return list_of(std::max<std::size_t>(spec.least_count, 3), good_value(spec.element.front()));
    case Kind::kBytes:
      return list_of(spec.most_count, "0");
    case Kind::kStruct:
      return "{}";
  }
  return "";
}

// Values that are not.
std::vector<std::string> wrong_values(const Spec& spec) {
  std::vector<std::string> wrong = {R"({"a": 1})"};
  if (!spec.nullable) wrong.emplace_back("null");
  if (spec.kind != Kind::kBool && spec.kind != Kind::kBytes) wrong.emplace_back("true");
  if (spec.kind != Kind::kText) wrong.insert(wrong.end(), {R"("")", R"("no such word")"});
  if (spec.kind != Kind::kTuple && spec.kind != Kind::kList) wrong.emplace_back("[]");
  switch (spec.kind) {
    case Kind::kWhole:
    case Kind::kOdd:
      wrong.emplace_back(plain(spec.least) + ".5");
      [[fallthrough]];
    case Kind::kNumber:
      wrong.insert(wrong.end(), {beyond(spec.least, -1), beyond(spec.most, 1)});
      if (spec.kind == Kind::kOdd) wrong.push_back(plain(spec.least + 1));
      break;
    case Kind::kText:
      wrong.emplace_back("1");
      if (spec.most_count < 10'000)
        wrong.push_back('"' + std::string(spec.most_count + 1, 'x') + '"');
      break;
    case Kind::kTuple:
      wrong.push_back(list_of(parts_of(spec), beyond(spec.most, 1)));
      wrong.push_back(list_of(parts_of(spec), beyond(spec.least, -1)));
      wrong.push_back(list_of(parts_of(spec), R"("1")"));
      wrong.push_back(list_of(parts_of(spec) - 1, plain(spec.least)));
      wrong.push_back(list_of(parts_of(spec) + 1, plain(spec.least)));
      break;
    case Kind::kList:
      if (spec.least_count > 0) wrong.emplace_back("[]");
      for (const std::string& element : wrong_values(spec.element.front())) {
        wrong.push_back("[" + good_value(spec.element.front()) + ", " + element + "]");
      }
      break;
    case Kind::kBytes:
      wrong.push_back(list_of(spec.most_count, "256"));
      wrong.push_back(list_of(spec.most_count + 1, "0"));
      break;
    case Kind::kBool:
    case Kind::kWord:
    case Kind::kStruct:
      break;
  }
  return wrong;
}

// The action with all its fields, but for one that has this value; empty: is not there at all.
std::string action_with(const Documented& action, std::string_view other = {},
                        const std::string& value = {}) {
  std::string json = R"({"type": ")" + std::string(action.type) + '"';
  for (const auto& [name, presence, spec] : action.fields) {
    const std::string text = name == other ? value : good_value(spec);
    if (!text.empty()) json += ", \"" + std::string(name) + "\": " + text;
  }
  return json + "}";
}

void check_refused(const Documented& action, std::string_view field, const std::string& json) {
  CAPTURE(json);
  const auto refusal = check_action(json);
  REQUIRE(refusal);
  CHECK(refusal->reason == Refusal::Reason::kMalformed);
  const std::string start = "action '" + std::string(action.type) + "': ";
  CHECK(refusal->sentence.substr(0, start.size()) == start);
  CHECK(refusal->sentence.find("'" + std::string(field) + "'") != std::string::npos);
}

// The README's example of bytes: those of one pixel.
std::vector<Documented> actions() {
  auto all = documented(ScriptActions{});
  for (Documented& action : all) {
    for (Field& field : action.fields) {
      if (field.spec.kind == Kind::kBytes) field.spec = bytes_spec(4);
      if (action.type == "open-photo" && field.spec.kind == Kind::kWhole) field.spec.most = 1;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("every action of a script has a name of its own and says what it does",
          "[app][dispatch]") {
  std::vector<std::string_view> types;
  for (const Documented& action : actions()) {
    CAPTURE(action.type);
    CHECK(std::find(types.begin(), types.end(), action.type) == types.end());
    CHECK(action.words.size() > 5);
    types.push_back(action.type);
  }
  CHECK(types.size() > 50);
}

TEST_CASE("every action with good values is a proper one", "[app][dispatch]") {
  for (const Documented& action : actions()) {
    const std::string json = action_with(action);
    CAPTURE(json);
    const auto refusal = check_action(json);
    CHECK((refusal ? refusal->sentence : "") == "");
  }
}

TEST_CASE("every action with a field that is wrong is refused with a sentence", "[app][dispatch]") {
  for (const Documented& action : actions()) {
    for (const auto& [name, presence, spec] : action.fields) {
      const bool may = presence == Presence::kMay;
      if (!may) check_refused(action, name, action_with(action, name));
      for (const std::string& value : wrong_values(spec)) {
        // A photo of two pixels is one, and what is wrong with it are its pixels.
        if (action.type == "open-photo" && value == "2") continue;
        // What may be left out may be null.
        if (!(may && value == "null"))
          check_refused(action, name, action_with(action, name, value));
      }
    }
  }
}

TEST_CASE("every action with a field that it does not have is refused", "[app][dispatch]") {
  for (const Documented& action : actions()) {
    std::string json = action_with(action);
    json.insert(json.size() - 1, R"(, "surplus": 1)");
    check_refused(action, "surplus", json);
  }
}
