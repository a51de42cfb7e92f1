// SPDX-License-Identifier: MIT
// core/result.hpp: how everything here fails. A function that can fail on bad input returns
// Result<T>: a value, or an Error with a code and a technical detail. What a person reads for a
// code is app/error_words.hpp's. A broken invariant of our own is a bug and is asserted, never
// returned.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "core/names.hpp"

namespace atelier::core {

enum class ErrorCode {
  // gzip
  kNotGzip,
  kHtmlInsteadOfData,
  kGzipTruncated,
  kGzipDamaged,
  kTooLarge,
  // IDX
  kIdxNotIdx,
  kIdxWrongType,
  kIdxWrongRank,
  kIdxBadDimensions,
  kIdxTruncated,
  kIdxTrailingBytes,
  // data set
  kCountMismatch,
  kLabelOutOfRange,
  kTooFewImages,
  kNoLabels,
  // ONNX
  kOnnxNotOnnx,
  kOnnxUnsupported,
  kOnnxTooNew,
  kOnnxExternalData,
  kModelInput,
  kModelOutput,
  kModelTooSlow,
  // stroke scripts and pixels that came from outside
  kBadJson,
  kBadStroke,
  kBadPixels,
  // files on a disk
  kCannotRead,
  kCannotWrite,
  // page
  kFileNotFound,
  kNetwork,
  kModelUnusable,
  kEngineFailed,
  // photos
  kNoPicture,
  kCameraDenied,
  kNoCamera,
  kCameraFailed,
  // anywhere
  kOutOfMemory,
};

// Stable, for programs; the page's script interface shows them.
ATELIER_NAMES(ErrorCode, "not-gzip", "html-instead-of-data", "gzip-truncated", "gzip-damaged",
              "too-large", "idx-not-idx", "idx-wrong-type", "idx-wrong-rank", "idx-bad-dimensions",
              "idx-truncated", "idx-trailing-bytes", "count-mismatch", "label-out-of-range",
              "too-few-images", "no-labels", "onnx-not-onnx", "onnx-unsupported", "onnx-too-new",
              "onnx-external-data", "model-input", "model-output", "model-too-slow", "bad-json",
              "bad-stroke", "bad-pixels", "cannot-read", "cannot-write", "file-not-found",
              "network", "model-unusable", "engine-failed", "no-picture", "camera-denied",
              "no-camera", "camera-failed", "out-of-memory");

struct Error {
  ErrorCode code{};
  std::string detail;  // for developers: numbers, offsets, the library's own words; may be empty

  friend bool operator==(const Error&, const Error&) = default;
};
template <class Fields>
void describe(Fields& f, Error& e) {
  f("code", e.code);
  f("detail", e.detail);
}

// A value or an Error. Small stand-in for std::expected, which is C++23.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & { return *checked(std::get_if<0>(&content_)); }
  [[nodiscard]] const T& value() const& { return *checked(std::get_if<0>(&content_)); }
  [[nodiscard]] T&& value() && { return std::move(*checked(std::get_if<0>(&content_))); }
  [[nodiscard]] const Error& error() const { return *checked(std::get_if<1>(&content_)); }

 private:
  // get_if instead of get: the product is built without exceptions.
  template <typename P>
  static P* checked(P* pointer) {
    assert(pointer != nullptr);
    return pointer;
  }

  std::variant<T, Error> content_;
};

// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const Error& error() const {
    assert(error_.has_value());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace atelier::core
