// SPDX-License-Identifier: MIT
// work.cpp: the second program, work.wasm: jobs (app/job.hpp) in a worker. No window, no State: one
// bench, and all jobs by their names. Its functions are called by web/work/worker.ts; what it asks
// of that is in work_library.js. Memory that JS passes in is JS's and is copied, or used up, during
// the call.
#include <emscripten/emscripten.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "app/job.hpp"
#include "features/jobs.hpp"

extern "C" {

// The job that runs has come so far; so_far: what it knows already, packed, or nothing.
void work_js_progress(float share, const std::uint8_t* so_far, std::size_t so_far_bytes);
// Does nobody wait for it any more? Looking costs a fraction of a millisecond.
int work_js_cancelled();

}  // extern "C"

namespace {

using namespace atelier;

class Told final : public app::Progress {
 public:
  [[nodiscard]] bool cancelled() override { return work_js_cancelled() != 0; }

 protected:
  void tell(float share, std::span<const std::byte> so_far) override {
    work_js_progress(share, reinterpret_cast<const std::uint8_t*>(so_far.data()), so_far.size());
  }
};

struct Worker {
  app::Workbench bench;
  std::vector<std::byte> answer;
};
Worker worker;

std::vector<std::byte> run(std::string_view name, std::span<const std::byte> question) {
  Told progress;
  for (const app::NamedJob& job : app::kJobs) {
    if (job.name == name) return job.run(worker.bench, question, progress);
  }
  return app::pack_result(
      core::Result<bool>(core::Error{core::ErrorCode::kEngineFailed, "there is no such job"}));
}

}  // namespace

extern "C" {

// The .onnx file of the model that the next jobs are about. If it cannot be used, they say why.
EMSCRIPTEN_KEEPALIVE void work_model(const char* id, std::size_t id_bytes, const std::uint8_t* file,
                                     std::size_t file_bytes) {
  worker.bench.put({id, id_bytes},
                   nn::load_image_classifier(std::as_bytes(std::span(file, file_bytes))));
}

// The answer, or what went wrong, packed; valid until the next call, and measured by
// work_answer_bytes.
EMSCRIPTEN_KEEPALIVE const std::uint8_t* work_run(const char* job, std::size_t job_bytes,
                                                  const std::uint8_t* question,
                                                  std::size_t question_bytes) {
  worker.answer = run({job, job_bytes}, std::as_bytes(std::span(question, question_bytes)));
  return reinterpret_cast<const std::uint8_t*>(worker.answer.data());
}

EMSCRIPTEN_KEEPALIVE std::size_t work_answer_bytes() { return worker.answer.size(); }

}  // extern "C"
