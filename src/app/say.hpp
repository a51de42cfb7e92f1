// SPDX-License-Identifier: MIT
// app/say.hpp: every sentence that a person reads here, by its key. words/en.json has the messages
// (app/message_format.hpp says in which format); English is compiled in, another language can be
// loaded.
//
//   say("stress.reset")                                        "Reset"
//   say("answer.images", {{"count", 2}})                       "2 images"
//   say(before ? Key("change.before") : Key("change.after"))   one of two
//
// A key becomes a number when it is compiled, so that a new one compiles no other file again and
// none is in the program. tests/web/words.test.ts holds keys and placeholders against the table.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/message_format.hpp"

namespace atelier::app {

class Key {
 public:
  consteval Key(const char* name) : hash_(hash(kSeed, name)) {}
  // One of a family, such as an error's, whose last part is known only when it is asked for:
  // Key::of("error.", "network").
  [[nodiscard]] static constexpr Key of(std::string_view family, std::string_view name) {
    return Key(hash(hash(kSeed, family), name));
  }

  [[nodiscard]] constexpr std::uint32_t hash() const { return hash_; }
  friend constexpr auto operator<=>(Key, Key) = default;

 private:
  explicit constexpr Key(std::uint32_t hash) : hash_(hash) {}

  // FNV-1a; tools/words.mjs has the same, and refuses two keys whose last 24 bits are equal.
  static constexpr std::uint32_t kSeed = 2166136261U;
  static constexpr std::uint32_t hash(std::uint32_t seed, std::string_view name) {
    for (const char letter : name) seed = (seed ^ static_cast<unsigned char>(letter)) * 16777619U;
    return seed;
  }

  std::uint32_t hash_;
};

// In the language that is spoken now; in English what that has no words for.
[[nodiscard]] std::string say(Key key, Arguments arguments = {});

// Whether there is a message of this key, in English.
[[nodiscard]] bool has_words(Key key);

// Speaks another language from now on: bytes that tools/words.mjs has made of its words/*.json.
// False, and nothing changes, if they are damaged or a message in them is none.
[[nodiscard]] bool load_words(std::string bytes);
void speak_english();

// Of what is spoken now.
[[nodiscard]] const Language& language();

}  // namespace atelier::app
