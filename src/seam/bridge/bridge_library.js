// SPDX-License-Identifier: MIT
// The imports of bridge_abi.hpp and platform_abi.hpp: each forwards one call to Module.host, an
// object that web/seam/module.ts makes before the module starts. No logic here.
mergeInto(LibraryManager.library, {
  atelier_js_wish__sig: 'vii',
  atelier_js_wish: function (name, nameBytes) { Module['host'].wish(name, nameBytes); },

  atelier_js_fetch_model__sig: 'viii',
  atelier_js_fetch_model: function (token, id, idBytes) { Module['host'].fetchModel(token, id, idBytes); },

  atelier_js_fetch_training_part__sig: 'viiii',
  atelier_js_fetch_training_part: function (token, id, idBytes, part) { Module['host'].fetchTrainingPart(token, id, idBytes, part); },

  atelier_js_load_model__sig: 'viii',
  atelier_js_load_model: function (token, id, idBytes) { Module['host'].loadModel(token, id, idBytes); },

  atelier_js_classify__sig: 'vii',
  atelier_js_classify: function (token, pixels) { Module['host'].classify(token, pixels); },

  atelier_js_evaluate__sig: 'viiii',
  atelier_js_evaluate: function (token, engine, id, idBytes) { Module['host'].evaluate(token, engine, id, idBytes); },

  atelier_js_cancel_evaluation__sig: 'vi',
  atelier_js_cancel_evaluation: function (token) { Module['host'].cancelEvaluation(token); },

  atelier_js_start_work__sig: 'viiiiiii',
  atelier_js_start_work: function (token, job, jobBytes, model, modelBytes, question, questionBytes) { Module['host'].startWork(token, job, jobBytes, model, modelBytes, question, questionBytes); },

  atelier_js_cancel_work__sig: 'vi',
  atelier_js_cancel_work: function (token) { Module['host'].cancelWork(token); },

  atelier_js_save_setting__sig: 'iiiii',
  atelier_js_save_setting: function (key, keyBytes, value, valueBytes) { return Module['host'].saveSetting(key, keyBytes, value, valueBytes); },

  atelier_js_save_file__sig: 'viiiiii',
  atelier_js_save_file: function (name, nameBytes, type, typeBytes, bytes, byteCount) { Module['host'].saveFile(name, nameBytes, type, typeBytes, bytes, byteCount); },

  atelier_js_read_own_model__sig: 'vi',
  atelier_js_read_own_model: function (reading) { Module['host'].readOwnModel(reading); },

  atelier_js_request_frame__sig: 'v',
  atelier_js_request_frame: function () { Module['host'].requestFrame(); },

  atelier_js_set_cursor__sig: 'vi',
  atelier_js_set_cursor: function (cursor) { Module['host'].setCursor(cursor); },

  atelier_js_copy_text__sig: 'vii',
  atelier_js_copy_text: function (text, textBytes) { Module['host'].copyText(text, textBytes); },
});
