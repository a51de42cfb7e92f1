// SPDX-License-Identifier: MIT
#include "seam/bridge/browser_work.hpp"

#include "features/jobs.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {

void BrowserWork::start(app::Token token, std::string_view job, std::string_view model,
                        std::span<const std::byte> question) {
  for (const app::NamedJob& here : app::kJobsAtOnce) {
    if (here.name != job) continue;
    app::NoProgress progress;
    events_.push(app::WorkDone{token, here.run(bench_, question, progress)});
    return atelier_js_request_frame();
  }
  atelier_js_start_work(token, job.data(), job.size(), model.data(), model.size(),
                        reinterpret_cast<const std::uint8_t*>(question.data()), question.size());
}

// What was done at once has been told already.
void BrowserWork::cancel(app::Token token) { atelier_js_cancel_work(token); }

}  // namespace atelier::bridge
