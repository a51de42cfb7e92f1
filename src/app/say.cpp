// SPDX-License-Identifier: MIT
#include "app/say.hpp"

#include <cassert>
#include <memory>
#include <utility>

#include "app/word_table.hpp"
#include "english_words.hpp"

namespace atelier::app {
namespace {

const WordTable& english() {
  static const WordTable table =
      WordTable::read({kEnglishWords, sizeof(kEnglishWords) - 1}).value_or(WordTable());
  return table;
}

// What is spoken instead of English. Stays where it is, because the table looks at the bytes.
struct Spoken {
  std::string bytes;
  WordTable table = {};
  const Language* language = nullptr;
};

std::unique_ptr<Spoken>& spoken() {
  static std::unique_ptr<Spoken> words;
  return words;
}

}  // namespace

std::string say(Key key, Arguments arguments) {
  std::string text;
  if (spoken()) {
    if (const auto message = spoken()->table.find(key.hash())) {
      write_message(text, *message, arguments, *spoken()->language);
      return text;
    }
  }
  const auto message = english().find(key.hash());
  assert(message && "no such key in words/en.json");
  if (message) write_message(text, *message, arguments, language_of("en"));
  return text;
}

bool has_words(Key key) { return english().find(key.hash()).has_value(); }

bool load_words(std::string bytes) {
  auto words = std::make_unique<Spoken>(Spoken{std::move(bytes)});
  auto table = WordTable::read(words->bytes);
  if (!table || !table->are_messages()) return false;
  words->language = &language_of(table->tag());
  words->table = *std::move(table);
  spoken() = std::move(words);
  return true;
}

void speak_english() { spoken().reset(); }

const Language& language() { return spoken() ? *spoken()->language : language_of("en"); }

}  // namespace atelier::app
