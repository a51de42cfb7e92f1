// SPDX-License-Identifier: MIT
#include "seam/bridge/browser_ports.hpp"

#include <emscripten/emscripten.h>

#include <cassert>

#include "app/state.hpp"
#include "features/report/actions.hpp"
#include "seam/bridge/bridge_abi.hpp"

namespace atelier::bridge {
namespace {

void wish(std::string_view name) { atelier_js_wish(name.data(), name.size()); }

}  // namespace

void OrtClassifier::load(app::Token token, std::string_view id) {
  atelier_js_load_model(token, id.data(), id.size());
}

void OrtClassifier::prepare(std::string_view id) { atelier_js_load_model(0, id.data(), id.size()); }

void OrtClassifier::classify(app::Token token, std::span<const std::uint8_t> pixels) {
  assert(pixels.size() == app::kPixelCount);
  atelier_js_classify(token, pixels.data());
}

void BrowserFiles::load_test_set() { wish("load-test-set"); }
void BrowserFiles::list_models() { wish("list-models"); }

void BrowserEvaluator::evaluate(app::Token token, app::EngineKind engine, std::string_view id) {
  atelier_js_evaluate(token, static_cast<int>(engine), id.data(), id.size());
}

void BrowserEvaluator::cancel(app::Token token) { atelier_js_cancel_evaluation(token); }

void BrowserSettings::load() { wish("load-settings"); }

bool BrowserSettings::save(std::string_view key, std::string_view value) {
  return atelier_js_save_setting(key.data(), key.size(), value.data(), value.size()) != 0;
}

void BrowserFileSaver::save(std::string_view name, std::string_view mime_type,
                            std::span<const std::byte> bytes) {
  atelier_js_save_file(name.data(), name.size(), mime_type.data(), mime_type.size(),
                       reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

void BrowserVisitor::choose_model() { wish("choose-model"); }
void BrowserVisitor::choose_data() { wish("choose-data"); }
void BrowserVisitor::choose_photo() { wish("choose-photo"); }
void BrowserVisitor::use_camera() { wish("use-camera"); }
void BrowserVisitor::cancel_opening() { wish("cancel-opening"); }
void BrowserVisitor::read_own_model(app::Reading reading) {
  atelier_js_read_own_model(static_cast<int>(reading.number()));
}
void BrowserVisitor::forget_own_model() { wish("forget-own-model"); }

double BrowserClock::now_ms() const { return emscripten_get_now(); }

}  // namespace atelier::bridge
