// SPDX-License-Identifier: MIT
#include "core/result.hpp"

namespace atelier::core {

// A switch and not an array: the compiler then names a code that has none.
std::string_view name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotGzip:
      return "not-gzip";
    case ErrorCode::kHtmlInsteadOfData:
      return "html-instead-of-data";
    case ErrorCode::kGzipTruncated:
      return "gzip-truncated";
    case ErrorCode::kGzipDamaged:
      return "gzip-damaged";
    case ErrorCode::kTooLarge:
      return "too-large";
    case ErrorCode::kIdxNotIdx:
      return "idx-not-idx";
    case ErrorCode::kIdxWrongType:
      return "idx-wrong-type";
    case ErrorCode::kIdxWrongRank:
      return "idx-wrong-rank";
    case ErrorCode::kIdxBadDimensions:
      return "idx-bad-dimensions";
    case ErrorCode::kIdxTruncated:
      return "idx-truncated";
    case ErrorCode::kIdxTrailingBytes:
      return "idx-trailing-bytes";
    case ErrorCode::kCountMismatch:
      return "count-mismatch";
    case ErrorCode::kLabelOutOfRange:
      return "label-out-of-range";
    case ErrorCode::kOnnxNotOnnx:
      return "onnx-not-onnx";
    case ErrorCode::kOnnxUnsupported:
      return "onnx-unsupported";
    case ErrorCode::kOnnxTooNew:
      return "onnx-too-new";
    case ErrorCode::kOnnxExternalData:
      return "onnx-external-data";
    case ErrorCode::kModelInput:
      return "model-input";
    case ErrorCode::kModelOutput:
      return "model-output";
    case ErrorCode::kModelTooSlow:
      return "model-too-slow";
    case ErrorCode::kTooFewImages:
      return "too-few-images";
    case ErrorCode::kNoLabels:
      return "no-labels";
    case ErrorCode::kBadJson:
      return "bad-json";
    case ErrorCode::kBadStroke:
      return "bad-stroke";
    case ErrorCode::kBadPixels:
      return "bad-pixels";
    case ErrorCode::kCannotRead:
      return "cannot-read";
    case ErrorCode::kCannotWrite:
      return "cannot-write";
    case ErrorCode::kFileNotFound:
      return "file-not-found";
    case ErrorCode::kNetwork:
      return "network";
    case ErrorCode::kModelUnusable:
      return "model-unusable";
    case ErrorCode::kEngineFailed:
      return "engine-failed";
    case ErrorCode::kNoPicture:
      return "no-picture";
    case ErrorCode::kCameraDenied:
      return "camera-denied";
    case ErrorCode::kNoCamera:
      return "no-camera";
    case ErrorCode::kCameraFailed:
      return "camera-failed";
    case ErrorCode::kOutOfMemory:
      return "out-of-memory";
  }
  assert(false && "not an ErrorCode");
  return "unknown";
}

}  // namespace atelier::core
