// SPDX-License-Identifier: MIT
// nn/onnx_tensor_reader.hpp: TensorProto, the constants of an ONNX file, to OnnxTensor.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nn/onnx_fields.hpp"
#include "nn/onnx_model.hpp"

namespace atelier::nn::onnx {

// TensorProto.DataType
enum DataType : std::int64_t {
  kUndefined = 0,
  kFloat = 1,
  kInt32 = 6,
  kInt64 = 7,
  kFloat16 = 10,
  kDouble = 11,
};

// Whether tensors of that type are read.
[[nodiscard]] bool is_read(std::int64_t data_type);
[[nodiscard]] std::string data_type_name(std::int64_t data_type);

// A tensor as it is written. Its values are in one of the last five, which one is up to the type
// and the writer.
struct TensorFields {
  std::string name;
  std::vector<std::int64_t> dims;
  std::int64_t data_type = kUndefined;
  Bytes raw;  // little-endian
  std::vector<float> floats;
  std::vector<double> doubles;
  std::vector<std::int64_t> int32s;  // float16, too: the bits of each as a number
  std::vector<std::int64_t> int64s;
};

// The first step, of which the name is worth something even if the second fails.
Result<void> read_tensor_fields(const ProtobufField& message, TensorFields& tensor);

// Checks that there are as many values as declared, then converts them.
Result<OnnxTensor> tensor_of(TensorFields fields);

}  // namespace atelier::nn::onnx
