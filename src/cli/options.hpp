// SPDX-License-Identifier: MIT
// cli/options.hpp: the words of a command line, sorted into options and operands. What a command
// understands is a table, from which its help is made as well.
//
//   const Parsed parsed = parse(words, {.options = kOptions, .most_operands = 1});
//   if (!parsed.misuse.empty()) say(parsed.misuse);
//   const auto output = parsed.arguments.find("--output");
//
// Both `--output FILE` and `--output=FILE` are understood, options and operands in any order. After
// `--` everything is an operand; so is `-`. `--help` is understood by every command.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atelier::cli {

struct Option {
  std::string_view name;   // "--output"
  std::string_view value;  // what the value is called in the help: "FILE.png"; empty if it has none
  std::string_view help;   // half a line, or lines
  bool required = false;
  std::span<const std::string_view> choices{};  // if not empty, the values that are allowed
};

struct Syntax {
  std::span<const Option> options;
  std::string_view operand{};  // what one is called: "FILE"
  std::size_t least_operands = 0;
  std::size_t most_operands = 0;
};

inline constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

// The words stay the caller's and must outlive this.
class Arguments {
 public:
  [[nodiscard]] const std::vector<std::string_view>& operands() const { return operands_; }
  // The value of an option, if it was given.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view option) const;
  // The same where there must be one: the option is required, or there is something to fall back
  // on.
  [[nodiscard]] std::string_view get(std::string_view option,
                                     std::string_view otherwise = {}) const {
    return find(option).value_or(otherwise);
  }

  void add_operand(std::string_view word) { operands_.push_back(word); }
  void add_option(std::string_view name, std::string_view value) {
    options_.emplace_back(name, value);
  }

 private:
  std::vector<std::string_view> operands_;
  std::vector<std::pair<std::string_view, std::string_view>> options_;
};

struct Parsed {
  Arguments arguments;
  bool wants_help = false;  // whatever else there is
  std::string misuse;       // a sentence about the first word that is not understood; empty if none
};

[[nodiscard]] Parsed parse(std::span<const std::string_view> words, const Syntax& syntax);

}  // namespace atelier::cli
