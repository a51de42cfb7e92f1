// SPDX-License-Identifier: MIT
#include "app/error_words.hpp"

#include "app/say.hpp"

namespace atelier::app {

std::string error_words(core::ErrorCode code) { return say(Key::of("error.", core::name(code))); }

std::string own_file_error_words(core::ErrorCode code) {
  switch (code) {
    case core::ErrorCode::kNotGzip:
    case core::ErrorCode::kIdxNotIdx:
    case core::ErrorCode::kIdxWrongRank:
      return say("own-file.unreadable");
    case core::ErrorCode::kHtmlInsteadOfData:
      return say("own-file.web-page");
    case core::ErrorCode::kGzipTruncated:
    case core::ErrorCode::kIdxTruncated:
      return say("own-file.stops-early");
    case core::ErrorCode::kGzipDamaged:
    case core::ErrorCode::kIdxTrailingBytes:
      return say("own-file.damaged");
    case core::ErrorCode::kIdxWrongType:
      return say("own-file.wrong-numbers");
    case core::ErrorCode::kIdxBadDimensions:
      return say("own-file.wrong-size");
    default:
      return error_words(code);
  }
}

}  // namespace atelier::app
