// SPDX-License-Identifier: MIT
#include "app/json.hpp"

#define JSMN_STATIC
#define JSMN_STRICT
#define JSMN_PARENT_LINKS
#include <jsmn.h>

#include <algorithm>
#include <cstdlib>

namespace atelier::app {
namespace {

using Kind = JsonValue::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How JSON spells a number, as what is before and after its parts.
struct Decimal {
  double digits{};  // all of them, as one number
  int exponent{};   // of ten
  bool negative = false;
};

// Nothing if it is none. Digits that a double has no room for only count.
std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal read;
  std::size_t at = 0;
  const auto next = [&] { return at < text.size() ? text[at] : '\0'; };
  constexpr double kRoom = 1e17;
  const auto take_digits = [&](int place) {
    const std::size_t first = at;
    for (; is_digit(next()); ++at) {
      if (read.digits < kRoom) {
        read.digits = 10 * read.digits + (next() - '0');
        read.exponent -= place;
      } else {
        read.exponent += 1 - place;
      }
    }
    return at - first;
  };
  if (next() == '-') {
    read.negative = true;
    ++at;
  }
  const bool zero = next() == '0';
  const std::size_t whole = take_digits(0);
  if (whole == 0 || (zero && whole > 1)) return std::nullopt;
  if (next() == '.') {
    ++at;
    if (take_digits(1) == 0) return std::nullopt;
  }
  if (next() == 'e' || next() == 'E') {
    ++at;
    const bool down = next() == '-';
    if (next() == '-' || next() == '+') ++at;
    if (!is_digit(next())) return std::nullopt;
    int power = 0;
    constexpr int kMostPower = 1000;  // beyond it all is 0 or infinite
    for (; is_digit(next()); ++at) power = std::min(10 * power + (next() - '0'), kMostPower);
    read.exponent += down ? -power : power;
  }
  if (at != text.size()) return std::nullopt;
  return read;
}

std::optional<Kind> kind_of(jsmntype_t type, std::string_view spelt) {
  switch (type) {
    case JSMN_OBJECT:
      return Kind::kObject;
    case JSMN_ARRAY:
      return Kind::kList;
    case JSMN_STRING:
      return Kind::kText;
    default:
      if (spelt == "null") return Kind::kNull;
      if (spelt == "true" || spelt == "false") return Kind::kBool;
      if (read_decimal(spelt)) return Kind::kNumber;
      return std::nullopt;
  }
}

void append_utf8(std::string& text, std::uint32_t point) {
  const auto byte = [&](std::uint32_t bits) { text.push_back(static_cast<char>(bits)); };
  const auto tail = [&](unsigned shift) { byte(0x80U | ((point >> shift) & 0x3FU)); };
  if (point < 0x80U) return byte(point);
  if (point < 0x800U) {
    byte(0xC0U | (point >> 6U));
  } else if (point < 0x10000U) {
    byte(0xE0U | (point >> 12U));
    tail(6);
  } else {
    byte(0xF0U | (point >> 18U));
    tail(12);
    tail(6);
  }
  tail(0);
}

// Of the four digits that jsmn has seen to be some.
std::uint32_t read_hex(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    value = 16 * value + static_cast<std::uint32_t>(digit);
  }
  return value;
}

// "\u..." at the start of `rest`; half of a pair stands for nothing that can be shown.
std::uint32_t take_unicode(std::string_view& rest) {
  constexpr std::size_t kLength = 6;
  constexpr std::uint32_t kReplacement = 0xFFFD;
  const auto unit = [](std::string_view from) { return read_hex(from.substr(2, 4)); };
  const std::uint32_t first = unit(rest);
  rest.remove_prefix(kLength);
  if (first < 0xD800U || first > 0xDFFFU) return first;
  const bool more = first < 0xDC00U && rest.size() >= kLength && rest.substr(0, 2) == "\\u";
  const std::uint32_t second = more ? unit(rest) : 0;
  if (second < 0xDC00U || second > 0xDFFFU) return kReplacement;
  rest.remove_prefix(kLength);
  return 0x10000U + ((first - 0xD800U) << 10U) + (second - 0xDC00U);
}

char unescaped(char escape) {
  switch (escape) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return escape;  // itself: quotation mark, slash, backslash
  }
}

}  // namespace

std::optional<Json> Json::parse(std::string_view text) {
  jsmn_parser parser;
  jsmn_init(&parser);
  const int count = jsmn_parse(&parser, text.data(), text.size(), nullptr, 0);
  if (count <= 0) return std::nullopt;
  std::vector<jsmntok_t> read(static_cast<std::size_t>(count));
  jsmn_init(&parser);
  if (jsmn_parse(&parser, text.data(), text.size(), read.data(), static_cast<unsigned>(count)) !=
      count) {
    return std::nullopt;
  }

  Json json(text);
  json.tokens_.resize(read.size());
  // From the last to the first, because what is in a value stands behind it.
  for (std::size_t k = read.size(); k-- > 0;) {
    const jsmntok_t& token = read[k];
    if (token.start < 0 || token.end < token.start) return std::nullopt;
    const auto begin = static_cast<std::size_t>(token.start);
    const auto end = static_cast<std::size_t>(token.end);
    const auto kind = kind_of(token.type, text.substr(begin, end - begin));
    if (!kind) return std::nullopt;
    std::size_t next = k + 1;
    if (*kind == Kind::kList || *kind == Kind::kObject) {
      // jsmn lets names without a value pass, and values with one behind them.
      const bool named = *kind == Kind::kObject;
      for (int child = 0; child < token.size; ++child) {
        if (next >= read.size() || read[next].start >= token.end) return std::nullopt;
        const bool pair = read[next].type == JSMN_STRING && read[next].size == 1;
        if (named) {
          if (!pair || ++next >= read.size() || read[next].start >= token.end) return std::nullopt;
        } else if (pair) {
          return std::nullopt;
        }
        next = json.tokens_[next].next;
      }
    }
    json.tokens_[k] = {*kind, begin, end, next};
  }
  if (json.tokens_.front().next != json.tokens_.size()) return std::nullopt;
  return json;
}

JsonValue::Kind JsonValue::kind() const { return json_->tokens_[token_].kind; }

std::string_view JsonValue::spelt() const {
  const Json::Token& token = json_->tokens_[token_];
  return json_->text_.substr(token.begin, token.end - token.begin);
}

double JsonValue::number() const {
  const auto read = read_decimal(spelt());
  if (!read) return 0;
  // Exact where doubles are, which is where people write numbers.
  double power = 1;
  for (int k = std::abs(read->exponent); k > 0; --k) power *= 10;
  const double value = read->exponent < 0 ? read->digits / power : read->digits * power;
  return read->negative ? -value : value;
}

std::string JsonValue::text() const {
  std::string text;
  for (std::string_view rest = spelt(); !rest.empty();) {
    if (rest[0] != '\\') {
      const std::size_t plain = std::min(rest.find('\\'), rest.size());
      text += rest.substr(0, plain);
      rest.remove_prefix(plain);
    } else if (rest[1] == 'u') {
      append_utf8(text, take_unicode(rest));
    } else {
      text.push_back(unescaped(rest[1]));
      rest.remove_prefix(2);
    }
  }
  return text;
}

std::vector<JsonValue> JsonValue::elements() const {
  std::vector<JsonValue> found;
  const auto& tokens = json_->tokens_;
  for (std::size_t k = token_ + 1; k < tokens[token_].next; k = tokens[k].next) {
    found.push_back(JsonValue(*json_, k));
  }
  return found;
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::members() const {
  std::vector<std::pair<std::string, JsonValue>> found;
  const auto& tokens = json_->tokens_;
  for (std::size_t k = token_ + 1; k < tokens[token_].next; k = tokens[k + 1].next) {
    found.emplace_back(JsonValue(*json_, k).text(), JsonValue(*json_, k + 1));
  }
  return found;
}

std::optional<JsonValue> JsonValue::find(std::string_view name) const {
  for (const auto& [other, value] : members()) {
    if (other == name) return value;
  }
  return std::nullopt;
}

std::string shown(const JsonValue& value) {
  constexpr std::size_t kMostBytes = 40;
  switch (value.kind()) {
    case Kind::kText:
      return "'" + value.text().substr(0, kMostBytes) + "'";
    case Kind::kList:
      return value.elements().empty() ? "an empty list" : "a list";
    case Kind::kObject:
      return "an object";
    default:
      return std::string(value.spelt().substr(0, kMostBytes));
  }
}

}  // namespace atelier::app
