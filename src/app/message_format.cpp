// SPDX-License-Identifier: MIT
#include "app/message_format.hpp"

#include <charconv>
#include <optional>

namespace atelier::app {
namespace {

// A plural in a select in a plural is more than any translator reads.
constexpr int kDeepest = 6;

constexpr std::string_view kSpace = " \t\r\n";
// What the format keeps for itself; a name holds none of it.
constexpr std::string_view kSyntax = "{},'#|<>=:";

// Walks a message from its beginning to its end once. What is not chosen is walked as well, for its
// end and its faults, but writes nothing.
class Reader {
 public:
  Reader(std::string_view message, Arguments arguments, const Language& language)
      : rest_(message), arguments_(arguments), language_(language) {}

  // The whole of the message, into `out`.
  bool all(std::string* out) { return text(out, nullptr, 0) && rest_.empty(); }

 private:
  // Up to the brace that closes what encloses it, or the end. `counted`: what # stands for.
  bool text(std::string* out, const std::int64_t* counted, int depth) {
    while (!rest_.empty() && rest_.front() != '}') {
      const char next = rest_.front();
      if (next == '{') {
        if (!placeholder(out, depth + 1)) return false;
      } else if (next == '\'') {
        quoted(out, counted != nullptr);
      } else {
        rest_.remove_prefix(1);
        if (next == '#' && counted != nullptr) {
          if (out != nullptr) write_number(*out, *counted, language_);
        } else if (out != nullptr) {
          *out += next;
        }
      }
    }
    return depth > 0 || rest_.empty();
  }

  // An apostrophe opens a quotation only before a character that would otherwise be syntax. One
  // that nobody closes goes to the end.
  void quoted(std::string* out, bool in_plural) {
    const char after = rest_.size() > 1 ? rest_[1] : '\0';
    rest_.remove_prefix(1);
    const bool opens = after == '{' || after == '}' || (in_plural && after == '#');
    if (!opens) {
      if (out != nullptr) *out += '\'';
      if (after == '\'') rest_.remove_prefix(1);
      return;
    }
    while (!rest_.empty()) {
      if (take('\'')) {
        if (!take('\'')) return;
        if (out != nullptr) *out += '\'';
        continue;
      }
      if (out != nullptr) *out += rest_.front();
      rest_.remove_prefix(1);
    }
  }

  bool placeholder(std::string* out, int depth) {
    const std::string_view whole = rest_;
    take('{');
    const std::string_view name = word();
    if (name.empty() || depth > kDeepest) return false;
    const Argument* argument = find(name);
    if (take('}')) {
      if (out == nullptr) return true;
      if (argument == nullptr) {
        out->append(whole.substr(0, whole.size() - rest_.size()));
      } else if (argument->value.is_number()) {
        write_number(*out, argument->value.number(), language_);
      } else {
        out->append(argument->value.text());
      }
      return true;
    }
    if (!take(',')) return false;
    const std::string_view kind = word();
    if ((kind != "plural" && kind != "select") || !take(',')) return false;
    return choice(out, argument != nullptr ? &argument->value : nullptr, kind == "plural", depth);
  }

  // The cases of a plural or a select. The right one is known after the last, and is walked again.
  bool choice(std::string* out, const Value* value, bool plural, int depth) {
    const std::int64_t count = plural && value != nullptr ? value->number() : 0;
    const std::int64_t* counted = plural ? &count : nullptr;
    const std::string_view wanted = value == nullptr ? "other"
                                    : plural         ? language_.plural(count)
                                                     : value->text();
    std::optional<std::string_view> exact;
    std::optional<std::string_view> matching;
    std::optional<std::string_view> other;
    skip_space();
    while (!take('}')) {
      const bool is_exact = plural && take('=');
      const std::string_view name = word();
      if (name.empty() || !take('{')) return false;
      if (is_exact) {
        const std::optional<std::int64_t> number = whole_number(name);
        if (!number) return false;
        if (value != nullptr && *number == count) exact = rest_;
      } else if (name == wanted) {
        matching = rest_;
      }
      if (!is_exact && name == "other") other = rest_;
      if (!text(nullptr, counted, depth) || !take('}')) return false;
      skip_space();
    }
    if (!other) return false;
    if (out == nullptr) return true;
    const std::string_view after = rest_;
    rest_ = exact ? *exact : matching ? *matching : *other;
    text(out, counted, depth);
    rest_ = after;
    return true;
  }

  static std::optional<std::int64_t> whole_number(std::string_view digits) {
    std::int64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc() || stop != end) return {};
    return number;
  }

  [[nodiscard]] const Argument* find(std::string_view name) const {
    for (const Argument& argument : arguments_) {
      if (argument.name == name) return &argument;
    }
    return nullptr;
  }

  // A name, with the space around it; empty where there is none.
  std::string_view word() {
    skip_space();
    std::size_t length = 0;
    while (length < rest_.size() && kSpace.find(rest_[length]) == std::string_view::npos &&
           kSyntax.find(rest_[length]) == std::string_view::npos) {
      ++length;
    }
    const std::string_view found = rest_.substr(0, length);
    rest_.remove_prefix(length);
    skip_space();
    return found;
  }

  bool take(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_space() {
    while (!rest_.empty() && kSpace.find(rest_.front()) != std::string_view::npos) {
      rest_.remove_prefix(1);
    }
  }

  std::string_view rest_;
  Arguments arguments_;
  const Language& language_;
};

}  // namespace

bool write_message(std::string& out, std::string_view message, Arguments arguments,
                   const Language& language) {
  return Reader(message, arguments, language).all(&out);
}

bool is_message(std::string_view text) { return Reader(text, {}, language_of("")).all(nullptr); }

void write_number(std::string& out, std::int64_t number, const Language& language) {
  if (number < 0) out += '-';
  const auto size = static_cast<std::uint64_t>(number);
  write_count(out, number < 0 ? 0 - size : size, language);
}

void write_count(std::string& out, std::uint64_t count, const Language& language) {
  char digits[24];
  const char* end = std::to_chars(digits, digits + sizeof(digits), count).ptr;
  for (const char* at = digits; at != end; ++at) {
    out += *at;
    const auto left = end - at - 1;
    if (left > 0 && left % 3 == 0) out += language.group_sign;
  }
}

}  // namespace atelier::app
