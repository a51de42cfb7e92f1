// SPDX-License-Identifier: MIT
#include "seam/bridge/browser_ports.hpp"

#include <emscripten/emscripten.h>

#include <cassert>

#include "app/state.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {

void OrtClassifier::load(app::Token token, std::string_view id) {
  atelier_js_load_model(token, id.data(), id.size());
}

void OrtClassifier::classify(app::Token token, std::span<const std::uint8_t> pixels) {
  assert(pixels.size() == app::kPixelCount);
  atelier_js_classify(token, pixels.data());
}

void BrowserFiles::load_test_set() { atelier_js_load_test_set(); }
void BrowserFiles::list_models() { atelier_js_list_models(); }

void BrowserEvaluator::evaluate(app::Token token, app::EngineKind engine, std::string_view id) {
  atelier_js_evaluate(token, static_cast<int>(engine), id.data(), id.size());
}

void BrowserEvaluator::cancel(app::Token token) { atelier_js_cancel_evaluation(token); }

void BrowserSettings::load() { atelier_js_load_settings(); }

bool BrowserSettings::save(std::string_view key, std::string_view value) {
  return atelier_js_save_setting(key.data(), key.size(), value.data(), value.size()) != 0;
}

void BrowserFileSaver::save(std::string_view name, std::string_view mime_type,
                            std::span<const std::byte> bytes) {
  atelier_js_save_file(name.data(), name.size(), mime_type.data(), mime_type.size(),
                       reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

void BrowserVisitor::choose_model() { atelier_js_choose_model(); }
void BrowserVisitor::choose_data() { atelier_js_choose_data(); }
void BrowserVisitor::choose_photo() { atelier_js_choose_photo(); }
void BrowserVisitor::use_camera() { atelier_js_use_camera(); }
void BrowserVisitor::cancel_opening() { atelier_js_cancel_opening(); }
void BrowserVisitor::read_own_model(app::Reading reading) {
  atelier_js_read_own_model(static_cast<int>(reading.number()));
}
void BrowserVisitor::forget_own_model() { atelier_js_forget_own_model(); }

double BrowserClock::now_ms() const { return emscripten_get_now(); }

}  // namespace atelier::bridge
