// SPDX-License-Identifier: MIT
// Why: a sentence that is missing, a language that is damaged or a placeholder that nobody fills is
// seen by visitors alone, and by those first who read no English.
#include "app/say.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "app/error_words.hpp"
#include "app/view.hpp"

using namespace atelier::app;
using atelier::core::ErrorCode;
using Catch::Matchers::ContainsSubstring;

namespace {

// en.json, accented and longer, as tools/words.mjs makes it.
std::string pseudo_language() {
  std::ifstream file(ATELIER_PSEUDO_LANGUAGE, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Whatever a test loads, the next one reads English.
struct EnglishAgain {
  ~EnglishAgain() { speak_english(); }
};

// The table of one message.
std::string table_of(std::string_view tag, std::uint32_t hash, std::string_view message) {
  std::string bytes = std::string(tag) + "\n" + std::string("\1\0", 2);
  for (int i = 0; i < 3; ++i) bytes += static_cast<char>(hash >> (8 * i) & 0xFF);
  return bytes + std::string(message) + std::string(1, '\0');
}

}  // namespace

TEST_CASE("every error code has a sentence that says what is wrong and what to do",
          "[app][words]") {
  std::set<std::string> seen;
  for (const ErrorCode code : atelier::core::all_of<ErrorCode>()) {
    REQUIRE(has_words(Key::of("error.", atelier::core::name(code))));
    const std::string text = error_words(code);
    CAPTURE(text);
    REQUIRE(text.size() > 40);
    CHECK(text.size() < 200);
    CHECK((text.front() >= 'A' && text.front() <= 'Z'));
    CHECK(text.back() == '.');
    CHECK(std::count(text.begin(), text.end(), '.') >= 2);  // what is wrong; what to do
    CHECK(text.find("  ") == std::string::npos);
    CHECK(seen.insert(text).second);
  }
}

TEST_CASE("what another language says is said, and English again afterwards", "[app][words]") {
  const EnglishAgain afterwards;
  const std::string english = say("own-file.damaged");
  const std::string bytes = pseudo_language();
  REQUIRE(bytes.size() > 1000);
  REQUIRE(load_words(bytes));

  const std::string other = say("own-file.damaged");
  CHECK(other != english);
  CHECK(other.size() > english.size());
  CHECK_THAT(other, ContainsSubstring("\xC3\xAE"));  // an i with a circumflex
  speak_english();
  CHECK(say("own-file.damaged") == english);
}

TEST_CASE("what a language has no words for is said in English", "[app][words]") {
  const EnglishAgain afterwards;
  REQUIRE(load_words(table_of("ja", Key("own-file.damaged").hash(), "\xE7\xA0\xB4\xE6\x90\x8D")));
  CHECK(say("own-file.damaged") == "\xE7\xA0\xB4\xE6\x90\x8D");
  CHECK(language().tag == "ja");
  CHECK_THAT(say("own-file.stops-early"), ContainsSubstring("stops before its end"));
}

TEST_CASE("damaged words are refused, whatever is cut off or changed", "[app][words]") {
  const EnglishAgain afterwards;
  const std::string bytes = pseudo_language();
  for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 50) {
    CAPTURE(length);
    CHECK(!load_words(bytes.substr(0, length)));
  }
  CHECK(!load_words(bytes + "more"));
  // Whatever changes, it is refused or speaks; the sanitizers look on.
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 300) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(~changed[at]);
    if (load_words(changed)) CHECK(!say("own-file.damaged").empty());
  }
}

TEST_CASE("a language with a message that is none is refused", "[app][words]") {
  const EnglishAgain afterwards;
  const std::uint32_t hash = Key("own-file.damaged").hash();
  CHECK(load_words(table_of("en", hash, "{file} is damaged")));
  CHECK(!load_words(table_of("en", hash, "{file is damaged")));
  CHECK(!load_words(table_of("en", hash, "{count, plural, one {a file}}")));
  CHECK(say("own-file.damaged") == "{file} is damaged");
}

TEST_CASE("every view has a word on the way to it", "[app][words]") {
  for (const View view : atelier::core::all_of<View>()) {
    CAPTURE(name(view));
    CHECK(has_words(Key::of("view.", name(view))));
  }
}

TEST_CASE("a key made of two parts is the key that they make", "[app][words]") {
  CHECK(Key::of("error.", "network") == Key("error.network"));
  CHECK(Key("error.network") != Key("error.network-2"));
  CHECK(!has_words(Key("error.of-another-kind")));
}
