// SPDX-License-Identifier: MIT
// app/language.hpp: what differs between languages besides their words: which form a counted noun
// takes, and how digits are grouped. Data of the Unicode CLDR, for the languages that we have.
#pragma once

#include <cstdint>
#include <string_view>

namespace atelier::app {

struct Language {
  std::string_view tag;  // of BCP 47, "en"
  // The plural category of a whole number: "one", "other", and what else the language has.
  std::string_view (*plural)(std::int64_t count);
  std::string_view decimal_sign;
  std::string_view group_sign;  // between groups of three digits
};

// Of "zh" or of "zh-Hant-TW". Of a tag that is not known: English but for the tag, which is empty.
[[nodiscard]] const Language& language_of(std::string_view tag);

}  // namespace atelier::app
