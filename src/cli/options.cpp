// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <algorithm>

#include "cli/nearest_word.hpp"

namespace atelier::cli {
namespace {

constexpr std::string_view kHelp = "--help";

// Not with +, which GCC 12 warns about when it optimises (its bug 105651).
std::string quoted(std::string_view word) { return std::string("'").append(word).append("'"); }

const Option* find_option(const Syntax& syntax, std::string_view name) {
  const auto found = std::find_if(syntax.options.begin(), syntax.options.end(),
                                  [name](const Option& option) { return option.name == name; });
  return found == syntax.options.end() ? nullptr : &*found;
}

std::string unknown_option(const Syntax& syntax, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Option& option : syntax.options) names.push_back(option.name);
  names.push_back(kHelp);
  return "there is no option " + quoted(name) + did_you_mean(name, names);
}

std::string not_a_choice(const Option& option, std::string_view value) {
  std::string text = std::string(option.name) + " is ";
  for (std::size_t i = 0; i < option.choices.size(); ++i) {
    if (i > 0) text += i + 1 == option.choices.size() ? " or " : ", ";
    text += quoted(option.choices[i]);
  }
  return text + ", not " + quoted(value) + did_you_mean(value, option.choices);
}

// Goes through the words from the first to the last; stops at the first that is wrong.
class Parser {
 public:
  Parser(std::span<const std::string_view> words, const Syntax& syntax)
      : words_(words), syntax_(syntax) {}

  std::string run(Arguments& arguments) {
    std::string misuse;
    bool only_operands = false;
    while (misuse.empty() && !words_.empty()) {
      const std::string_view word = take();
      if (!only_operands && word == "--") {
        only_operands = true;
      } else if (!only_operands && word.size() > 1 && word.front() == '-') {
        misuse = take_option(word, arguments);
      } else if (arguments.operands().size() == syntax_.most_operands) {
        misuse = quoted(word) + " is one too many.";
      } else {
        arguments.add_operand(word);
      }
    }
    return misuse.empty() ? missing(arguments) : misuse;
  }

 private:
  std::string_view take() {
    const std::string_view word = words_.front();
    words_ = words_.subspan(1);
    return word;
  }

  std::string take_option(std::string_view word, Arguments& arguments) {
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    if (name == kHelp) return std::string(kHelp) + " takes no value.";
    const Option* const option = find_option(syntax_, name);
    if (option == nullptr) return unknown_option(syntax_, name);
    if (arguments.find(name)) return std::string(name) + " is given twice.";

    if (option->value.empty()) {
      if (equals != std::string_view::npos) return std::string(name) + " takes no value.";
      arguments.add_option(option->name, {});
      return {};
    }
    std::string_view value;
    if (equals != std::string_view::npos) {
      value = word.substr(equals + 1);
    } else if (!words_.empty() && !words_.front().starts_with("--")) {
      value = take();
    }
    if (value.empty()) {
      return std::string(name) + " needs a value: " + std::string(name) + ' ' +
             std::string(option->value) + '.';
    }
    const auto& choices = option->choices;
    if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end()) {
      return not_a_choice(*option, value);
    }
    arguments.add_option(option->name, value);
    return {};
  }

  [[nodiscard]] std::string missing(const Arguments& arguments) const {
    for (const Option& option : syntax_.options) {
      if (!option.required || arguments.find(option.name)) continue;
      return std::string(option.name) + ' ' + std::string(option.value) + " is missing.";
    }
    if (arguments.operands().size() < syntax_.least_operands) {
      return std::string(syntax_.operand) + " is missing.";
    }
    return {};
  }

  std::span<const std::string_view> words_;
  const Syntax& syntax_;
};

}  // namespace

std::optional<std::string_view> Arguments::find(std::string_view option) const {
  for (const auto& [name, value] : options_) {
    if (name == option) return value;
  }
  return std::nullopt;
}

Parsed parse(std::span<const std::string_view> words, const Syntax& syntax) {
  Parsed parsed;
  const auto end = std::find(words.begin(), words.end(), "--");
  parsed.wants_help = std::any_of(
      words.begin(), end, [](std::string_view word) { return word == kHelp || word == "-h"; });
  if (!parsed.wants_help) parsed.misuse = Parser(words, syntax).run(parsed.arguments);
  return parsed;
}

}  // namespace atelier::cli
