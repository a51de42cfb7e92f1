// SPDX-License-Identifier: MIT
#include "nn/network.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "nn/onnx_reader.hpp"

namespace atelier::nn {
namespace {

// As many images go through all steps together as keep what flows between them in the caches.
constexpr int kImagesAtOnce = 8;

// From [C, H, W] to pixels with all their channels, and back.
void copy_in(const float* dense, const Shape& shape, float* to) {
  for (int channel = 0; channel < shape.channels; ++channel) {
    for (int pixel = 0; pixel < shape.pixels(); ++pixel) {
      to[offset(pixel, shape.stride()) + static_cast<std::size_t>(channel)] = *dense++;
    }
  }
}

void copy_dense(const float* image, const Shape& shape, float* dense) {
  for (int channel = 0; channel < shape.channels; ++channel) {
    for (int pixel = 0; pixel < shape.pixels(); ++pixel) {
      *dense++ = image[offset(pixel, shape.stride()) + static_cast<std::size_t>(channel)];
    }
  }
}

}  // namespace

Network::Network(Plan plan) : plan_(std::move(plan)), numbers_(plan_.values.size()) {}

std::size_t Network::dense_size(std::size_t value) const {
  const Shape& shape = plan_.values[value];
  return offset(shape.pixels(), shape.channels);
}

std::size_t Network::feature_count() const {
  return plan_.features ? dense_size(*plan_.features) : 0;
}

Shape Network::map() const { return plan_.map ? plan_.values[*plan_.map] : Shape{0, 0, 0}; }

void Network::make_room(int count) {
  if (count <= room_) return;
  for (std::size_t value = 0; value < numbers_.size(); ++value) {
    numbers_[value].resize(plan_.values[value].size() * static_cast<std::size_t>(count));
  }
  room_ = count;
}

void Network::forward(std::span<const float> images, int count) {
  make_room(count);
  for (int k = 0; k < count; ++k) {
    copy_in(images.data() + input_size() * static_cast<std::size_t>(k), input(),
            numbers_[0].data() + input().size() * static_cast<std::size_t>(k));
  }
  std::vector<const float*> inputs;
  for (const Plan::Step& step : plan_.steps) {
    inputs.clear();
    for (const std::size_t value : step.inputs) inputs.push_back(numbers_[value].data());
    step.operation->forward(inputs, numbers_[step.output].data(), count, workspace_);
  }
}

void Network::copy_out(std::size_t value, int count, float* to) const {
  const Shape& shape = plan_.values[value];
  for (int k = 0; k < count; ++k) {
    copy_dense(numbers_[value].data() + shape.size() * static_cast<std::size_t>(k), shape, to);
    to += dense_size(value);
  }
}

void Network::run(std::span<const float> images, const Outputs& outputs) {
  assert(images.size() % input_size() == 0);
  const std::size_t total = images.size() / input_size();
  for (std::size_t first = 0; first < total; first += kImagesAtOnce) {
    const int count = static_cast<int>(std::min<std::size_t>(kImagesAtOnce, total - first));
    forward(images.subspan(first * input_size()), count);
    const auto give = [&](std::optional<std::size_t> value, std::span<float> to) {
      if (to.empty()) return;
      assert(value && to.size() == total * dense_size(*value));
      copy_out(*value, count, to.data() + first * dense_size(*value));
    };
    give(plan_.logits, outputs.logits);
    give(plan_.features, outputs.features);
    give(plan_.map, outputs.map);
  }
}

std::vector<LayerMaps> Network::layer_maps(std::span<const float> image) {
  assert(image.size() == input_size());
  forward(image, 1);
  std::vector<LayerMaps> layers;
  for (const std::size_t value : plan_.layers) {
    const auto& [rows, columns, channels] = plan_.values[value];
    layers.push_back(
        {channels, rows, columns, plan_.fields[value], std::vector<float>(dense_size(value))});
    copy_out(value, 1, layers.back().values.data());
  }
  return layers;
}

std::vector<float> Network::input_gradient(std::span<const float> image,
                                           std::span<const float> d_logits) {
  assert(image.size() == input_size() && d_logits.size() == class_count());
  forward(image, 1);
  std::vector<std::vector<float>> gradients;
  for (const Shape& shape : plan_.values) gradients.emplace_back(shape.size());
  std::copy(d_logits.begin(), d_logits.end(), gradients[plan_.logits].begin());
  for (auto step = plan_.steps.rbegin(); step != plan_.steps.rend(); ++step) {
    std::vector<const float*> inputs;
    std::vector<float*> d_inputs;
    for (const std::size_t value : step->inputs) {
      inputs.push_back(numbers_[value].data());
      d_inputs.push_back(gradients[value].data());
    }
    step->operation->backward(inputs, numbers_[step->output].data(), gradients[step->output].data(),
                              d_inputs, workspace_);
  }
  std::vector<float> dense(input_size());
  copy_dense(gradients[0].data(), input(), dense.data());
  return dense;
}

core::Result<Network> load_network(std::span<const std::byte> file) {
  auto model = read_onnx(file);
  if (!model) return model.error();
  auto plan = build_plan(model.value());
  if (!plan) return plan.error();
  return Network(std::move(plan).value());
}

}  // namespace atelier::nn
