// SPDX-License-Identifier: MIT
#include "core/result.hpp"

namespace atelier::core {

// The one table. A switch and not an array: the compiler then names a code that has no row.
std::string_view sentence(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotGzip:
      return "This is not the compressed data file that was expected. Ask whoever hosts the page "
             "to copy the data folder again.";
    case ErrorCode::kHtmlInsteadOfData:
      return "A web page arrived instead of the data file. Check the address of the page, or ask "
             "whoever hosts it whether the data folder is complete.";
    case ErrorCode::kGzipTruncated:
      return "The data file stops before its end, so the download was probably interrupted. "
             "Reload the page to fetch it again.";
    case ErrorCode::kGzipDamaged:
      return "The data file was damaged on its way here. Reload the page; if that does not help, "
             "ask whoever hosts it to copy the data folder again.";
    case ErrorCode::kTooLarge:
      return "This file is larger than can be opened here. Check that it is the right one, or "
             "choose a smaller one.";
    case ErrorCode::kIdxNotIdx:
      return "The data file arrived, but there is no dataset in it. Ask whoever hosts the page to "
             "put the original files of Fashion-MNIST back.";
    case ErrorCode::kIdxWrongType:
      return "The data file holds another kind of numbers than the whole values from 0 to 255 "
             "that are needed here. Use the original files of Fashion-MNIST.";
    case ErrorCode::kIdxWrongRank:
      return "Labels arrived where images were expected, or the other way round. Check that the "
             "two data files have not been swapped.";
    case ErrorCode::kIdxBadDimensions:
      return "The number or the size of the images in the data file cannot be right. Use files "
             "with images of 28 by 28 pixels, such as the original ones of Fashion-MNIST.";
    case ErrorCode::kIdxTruncated:
      return "The data file holds less than it announces. Reload the page; if that does not help, "
             "ask whoever hosts it to copy the data folder again.";
    case ErrorCode::kIdxTrailingBytes:
      return "The data file holds more than it announces, so something went wrong when it was "
             "made. Use the original files of Fashion-MNIST.";
    case ErrorCode::kCountMismatch:
      return "There are not as many labels as images, so the two data files do not belong "
             "together. Check that both come from the same dataset.";
    case ErrorCode::kLabelOutOfRange:
      return "A label names a class that does not exist; the ten classes are numbered from 0 to "
             "9. Check that the file with the labels belongs to this dataset.";
    case ErrorCode::kOnnxNotOnnx:
      return "There is no ONNX model in this file, or it was damaged on its way here. Choose "
             "another .onnx file, or export the model again.";
    case ErrorCode::kOnnxUnsupported:
      return "This model uses a part of ONNX that cannot be read here. Export it again with plain "
             "operators and everything in one file, or choose another .onnx file.";
    case ErrorCode::kOnnxTooNew:
      return "This model is written in a newer version of ONNX than can be read here. Export it "
             "again with opset 17, for example torch.onnx.export(..., opset_version=17).";
    case ErrorCode::kOnnxExternalData:
      return "The weights of this model lie in a second file, which cannot be reached from here. "
             "Export the model again with everything in one file.";
    case ErrorCode::kModelInput:
      return "This model does not take one image of 28 by 28 pixels. Export it with a single "
             "input of the shape [N, 1, 28, 28], [N, 28, 28, 1], [N, 28, 28] or [N, 784].";
    case ErrorCode::kModelOutput:
      return "This model does not give ten numbers for an image, one for each class. Export it "
             "with an output of the shape [N, 10].";
    case ErrorCode::kModelTooSlow:
      return "This model took too long and was stopped. Try a smaller one, or a faster device.";
    case ErrorCode::kTooFewImages:
      return "There are fewer images here than are needed. Use files that hold more of them, such "
             "as the original ones of Fashion-MNIST.";
    case ErrorCode::kNoLabels:
      return "These images have no labels, so there is nothing to compare the answers with. Open "
             "the file with their labels as well.";
    case ErrorCode::kBadJson:
      return "There is no stroke script here that can be read, because this is not valid JSON. "
             "Mend it at the place that is named.";
    case ErrorCode::kBadStroke:
      return "A stroke cannot be drawn because a value in it is missing or out of range. Compare "
             "it with the description of strokes in the README.";
    case ErrorCode::kBadPixels:
      return "This image cannot be used because its pixels are not what was expected. Give 28 by "
             "28 values from 0 to 255, or choose another picture.";
    case ErrorCode::kCannotRead:
      return "This file cannot be read. Check that its name is right and that you may open it.";
    case ErrorCode::kCannotWrite:
      return "The result cannot be written. Check that its folder exists, that you may write there "
             "and that the disk has room left.";
    case ErrorCode::kFileNotFound:
      return "A file that is needed here is missing. Check the address, or ask whoever hosts the "
             "page whether the copy is complete.";
    case ErrorCode::kNetwork:
      return "The connection broke off before everything had arrived. Check the network, then "
             "reload the page.";
    case ErrorCode::kModelUnusable:
      return "This model cannot be used here. Choose another model, or reload the page to fetch "
             "it again.";
    case ErrorCode::kEngineFailed:
      return "The engine that computes the predictions has stopped. Choose the other engine, or "
             "reload the page.";
    case ErrorCode::kNoPicture:
      return "There is no picture in this file that the browser can show, or it is damaged. Choose "
             "a photo as JPEG, PNG or WebP.";
    case ErrorCode::kCameraDenied:
      return "The browser does not let this page use the camera. Allow it in the page's settings "
             "beside the address, or choose a photo instead.";
    case ErrorCode::kNoCamera:
      return "There is no camera here that this page can use. Connect one, or choose a photo "
             "instead.";
    case ErrorCode::kCameraFailed:
      return "The camera gives no picture, perhaps because another program is using it. Close that "
             "and try again, or choose a photo instead.";
    case ErrorCode::kOutOfMemory:
      return "There is not enough memory left for this. Close other tabs and programs, then "
             "reload the page.";
  }
  assert(false && "not an ErrorCode");
  return "Something went wrong. Reload the page.";
}

std::string_view sentence_for_own_file(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotGzip:
    case ErrorCode::kIdxNotIdx:
    case ErrorCode::kIdxWrongRank:
      return "There are no images or labels in this file that can be read here. Open an IDX file, "
             "packed by gzip or not, or pictures as PNG or JPEG.";
    case ErrorCode::kHtmlInsteadOfData:
      return "This is a web page that was saved in place of the file. Download the file itself.";
    case ErrorCode::kGzipTruncated:
    case ErrorCode::kIdxTruncated:
      return "This file stops before its end. Get it again, and check that all of it has arrived.";
    case ErrorCode::kGzipDamaged:
    case ErrorCode::kIdxTrailingBytes:
      return "This file is damaged, or was not written properly. Get it again, or make it anew.";
    case ErrorCode::kIdxWrongType:
      return "This file holds another kind of numbers than whole values from 0 to 255. Write it "
             "again with elements of one unsigned byte.";
    case ErrorCode::kIdxBadDimensions:
      return "The number or the size of the images in this file cannot be read here. Images may "
             "have up to 256 by 256 pixels, and all of them together 134 million.";
    default:
      return sentence(code);
  }
}

}  // namespace atelier::core
