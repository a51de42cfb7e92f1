// SPDX-License-Identifier: MIT
#include "seam/bridge/nn_batch.hpp"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/state.hpp"
#include "features/draw/events.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {
namespace {

constexpr std::size_t kClasses = 10;

std::span<const std::uint8_t> image(std::span<const std::uint8_t> pixels, std::size_t k) {
  return pixels.subspan(app::kPixelCount * k, app::kPixelCount);
}

}  // namespace

void NnBatch::classify(app::Token token, std::span<const std::uint8_t> pixels) {
  job_.emplace(Job{token, {pixels.begin(), pixels.end()}, {}});
  atelier_js_request_frame();
}

void NnBatch::work(double budget_ms) {
  if (!job_) return;
  const double end = emscripten_get_now() + budget_ms;
  const std::size_t count = job_->pixels.size() / app::kPixelCount;
  std::size_t done = job_->logits.size() / kClasses;
  do {
    std::array<float, kClasses> logits{};
    // A step that changes nothing leaves the same image, whose answer is there already.
    const auto this_one = image(job_->pixels, done);
    const bool same = done > 0 && std::equal(this_one.begin(), this_one.end(),
                                             image(job_->pixels, done - 1).begin());
    if (same) {
      std::copy_n(job_->logits.end() - kClasses, kClasses, logits.begin());
    } else if (!classifier_.run(this_one, logits)) {
      job_->logits.clear();
      break;
    }
    job_->logits.insert(job_->logits.end(), logits.begin(), logits.end());
    ++done;
  } while (done < count && emscripten_get_now() < end);
  if (done == count || job_->logits.empty()) {
    events_.push(app::StepsClassified{job_->token, std::move(job_->logits)});
    job_.reset();
  }
  atelier_js_request_frame();
}

}  // namespace atelier::bridge
