// SPDX-License-Identifier: MIT
#include "app/language.hpp"

#include <algorithm>
#include <array>

namespace atelier::app {
namespace {

// Chinese and Japanese count without plurals.
std::string_view never(std::int64_t) { return "other"; }
std::string_view one_or_other(std::int64_t count) { return count == 1 ? "one" : "other"; }

// A language more is a row more. The last stands for those that are not here.
constexpr std::array kLanguages = {
    Language{"en", one_or_other, ".", ","},
    Language{"ja", never, ".", ","},
    Language{"zh", never, ".", ","},
    Language{"", one_or_other, ".", ","},
};

}  // namespace

const Language& language_of(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  const auto row = std::find_if(kLanguages.begin(), kLanguages.end() - 1,
                                [&](const Language& one) { return one.tag == primary; });
  return *row;
}

}  // namespace atelier::app
