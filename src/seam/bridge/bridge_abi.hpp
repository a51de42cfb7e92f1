// SPDX-License-Identifier: MIT
// seam/bridge/bridge_abi.hpp: the seam between the page's TypeScript and this module, whole.
// Whoever changes a line here changes web/module.ts (the other half) in the same commit.
//
// Rules
//  1. A request from here carries a token, never reused, never 0. JS answers it exactly once, with
//     ..._done or ..._failed. Answers with an unknown token are counted and dropped.
//  2. Memory that JS passes in was taken with malloc by JS and is freed by JS right after the call;
//     C++ copies what it keeps. Memory that C++ passes out is valid during the call only; JS copies
//     it before its first await.
//  3. Strings are UTF-8: pointer and byte length, not terminated.
//  4. Data only queue an event; State changes in the next atelier_update. Completions, strokes and
//     actions (atelier_dispatch) act at once, and what was queued before them acts first, so that a
//     snapshot taken after one shows it.
//  5. Times are milliseconds of performance.now(), lengths in CSS pixels unless a name says other.
//  6. No 64-bit integers cross the seam: counts of bytes travel as double.
//
// Input, frames and fonts belong to seam/platform/platform_abi.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// ---- imports: C++ asks, JS does (bridge_library.js forwards each to Module.host) ----------------

// What needs no more than a word:
//   load-test-set     Fetches the two files; a transfer that is still under way is dropped first.
//   list-models       Fetches models/models.json and answers with atelier_model_listed for each
//                     model, then atelier_models_done, or with atelier_models_failed.
//   load-settings     Answers with atelier_setting for each setting that the browser has kept.
//   choose-model      Shows the browser's choice of files, for a model of the visitor's; only in the
//                     course of a press. What is chosen, or dropped on the page, is told by
//                     atelier_own_model_...
//   choose-data       The same for images and labels, told by atelier_own_data_...
//   choose-photo      The same for one photo, told by atelier_do_open_photo or atelier_photo_refused.
//   use-camera        Lets the visitor take a photo, told likewise, unless they give it up.
//   cancel-opening    The file that is being opened is no longer wanted.
//   forget-own-model  It answers no more; nothing needs to be told of it.
void atelier_js_wish(const char* name, std::size_t name_bytes);
// Fetches the .onnx file of the model with this id, for our own engine; answered with
// atelier_model_file or atelier_model_failed.
void atelier_js_fetch_model(std::uint32_t token, const char* id, std::size_t id_bytes);
// Fetches what the model with this id makes of the training images (part -1), or piece `part` of
// their pictures; answered with atelier_training_part or atelier_training_part_failed, the first of
// the two after any number of atelier_training_progress.
void atelier_js_fetch_training_part(std::uint32_t token, const char* id, std::size_t id_bytes,
                                    int part);
// Starts ONNX Runtime Web if it is not running and loads the model with this id; answered with
// atelier_model_done or atelier_model_failed.
void atelier_js_load_model(std::uint32_t token, const char* id, std::size_t id_bytes);
// Classifies 784 pixels, 0 = background, by ONNX Runtime Web.
void atelier_js_classify(std::uint32_t token, const std::uint8_t* pixels);
// Runs the model with this id on all images of the test set, as atelier_test_images gives them;
// engine: 0 our own, in workers, 1 ONNX Runtime Web. Answered with any number of
// atelier_evaluation_logits and then with atelier_evaluation_done or atelier_evaluation_failed.
void atelier_js_evaluate(std::uint32_t token, int engine, const char* id, std::size_t id_bytes);
// Finds the pairs of test images that lie closest; space: 0 in pixels, 1 in the features of the
// model with this id. Answered with any number of atelier_pairs_progress and then with
// atelier_pairs_found or atelier_pairs_failed.
void atelier_js_find_pairs(std::uint32_t token, int space, const char* id, std::size_t id_bytes);
// What hiding patches of 784 pixels costs each class, by our own engine with the model with this id
// in a worker; answered with atelier_occluded or atelier_occlude_failed.
void atelier_js_occlude(std::uint32_t token, const char* id, std::size_t id_bytes,
                        const std::uint8_t* pixels, int patch, int stride);
// How little of them would change the answer, likewise; method: 0 one step, 1 many; target: a class
// or -1. Answered with atelier_changes_found.
void atelier_js_find_changes(std::uint32_t token, const char* id, std::size_t id_bytes,
                             const std::uint8_t* pixels, int method, int target);
// Classifies `count` images of 784 pixels, likewise; answered with atelier_batch_classified.
void atelier_js_classify_batch(std::uint32_t token, const char* id, std::size_t id_bytes,
                               const std::uint8_t* pixels, std::size_t count);
// Nothing more needs to come for this token, of an evaluation, a search for pairs or one of the
// three before.
void atelier_js_cancel_job(std::uint32_t token);
// Returns 0 if the browser keeps nothing.
int atelier_js_save_setting(const char* key, std::size_t key_bytes, const char* value,
                            std::size_t value_bytes);
// Has the browser download a file of this name, type and content.
void atelier_js_save_file(const char* name, std::size_t name_bytes, const char* mime_type,
                          std::size_t mime_type_bytes, const std::uint8_t* bytes,
                          std::size_t byte_count);
// How the visitor's model gets its pixels from now on: app::Reading's number.
void atelier_js_read_own_model(int reading);
// Wants atelier_update to be called soon, in the next animation frame.
void atelier_js_request_frame();

// ---- exports: JS tells --------------------------------------------------------------------------

// Asks for everything the page starts with. Call once, after the module is there.
void atelier_start();

// file: 0 labels, 1 images. bytes_total: 0 if the server did not say.
void atelier_dataset_started(int file, double bytes_total);
void atelier_dataset_chunk(int file, const std::uint8_t* bytes, std::size_t byte_count);
void atelier_dataset_ended(int file);
// error: the number of its core::ErrorCode. detail is for developers.
void atelier_dataset_failed(int file, int error, const char* detail, std::size_t detail_bytes);

struct AtelierModel {            // 88 bytes, little endian, as web/abi_values.ts writes it
  const char* id;                // 0
  std::uint32_t id_bytes;        // 4
  const char* title;             // 8
  std::uint32_t title_bytes;     // 12
  double parameters;             // 16
  double macs;                   // 24
  double bytes;                  // 32
  double test_accuracy;          // 40, 0..1
  float temperature;             // 48
  float unsure_probability;      // 52
  float unsure_margin;           // 56
  float unfamiliar_energy;       // 60
  const char* sha256;            // 64
  std::uint32_t sha256_bytes;    // 68
  double neighbours_bytes;       // 72, of what it makes of the training images; 0: not here
  std::uint32_t reads_drawings;  // 80, 0 or 1
};
void atelier_model_listed(const AtelierModel* model);
void atelier_models_done(const char* default_id, std::size_t default_id_bytes);
void atelier_models_failed(int error, const char* detail, std::size_t detail_bytes);

// engine: 0 our own, 1 ONNX Runtime Web.
void atelier_engine_progress(int engine, double bytes_received, double bytes_total);
// Returns 0 if it is no network that our engine can run.
int atelier_model_file(std::uint32_t token, const std::uint8_t* bytes, std::size_t byte_count);
void atelier_model_done(std::uint32_t token);
void atelier_model_failed(std::uint32_t token, int error, const char* detail,
                          std::size_t detail_bytes);
// Gzip-compressed, as it is in the file.
void atelier_training_part(std::uint32_t token, const std::uint8_t* bytes, std::size_t byte_count);
void atelier_training_part_failed(std::uint32_t token, int error, const char* detail,
                                  std::size_t detail_bytes);
void atelier_training_progress(double bytes_received, double bytes_total);
// logits: ten floats.
void atelier_classify_done(std::uint32_t token, const float* logits, double elapsed_ms);
void atelier_classify_failed(std::uint32_t token, int error, const char* detail,
                             std::size_t detail_bytes);

// logits: ten floats for each of the test images first, first + 1, ...
void atelier_evaluation_logits(std::uint32_t token, std::uint32_t first, const float* logits,
                               std::size_t count);
// workers: how many have shared the work.
void atelier_evaluation_done(std::uint32_t token, std::uint32_t workers);
void atelier_evaluation_failed(std::uint32_t token, int error, const char* detail,
                               std::size_t detail_bytes);

// share: of the work that is done, 0..1.
void atelier_pairs_progress(std::uint32_t token, float share);
// images: two numbers a pair; the closest pair first.
void atelier_pairs_found(std::uint32_t token, const std::uint32_t* images, const float* distances,
                         std::size_t count);
void atelier_pairs_failed(std::uint32_t token, int error, const char* detail,
                          std::size_t detail_bytes);

// values: the drop of each class's logit for each pixel, [10, 28, 28].
void atelier_occluded(std::uint32_t token, const float* values);
void atelier_occlude_failed(std::uint32_t token, int error, const char* detail,
                            std::size_t detail_bytes);
// images, logits: 784 and ten for each strength from 0 to 32 gray levels; count: of the strengths,
// 0 if they are not known.
void atelier_changes_found(std::uint32_t token, const std::uint8_t* images, const float* logits,
                           std::size_t count);
// logits: ten an image; count: of the images, 0 if they are not known.
void atelier_batch_classified(std::uint32_t token, const float* logits, std::size_t count);

void atelier_setting(const char* key, std::size_t key_bytes, const char* value,
                     std::size_t value_bytes);

// The visitor's own model: any number of files may be opened, one after the other; each is told of
// by ..._opening, any number of ..._progress, and ..._ready or ..._refused, unless it is cancelled.
void atelier_own_model_opening(const char* title, std::size_t title_bytes);
// step: 0 reading the file, 1 starting the engine, 2 trying readings; done, total: bytes, or
// images.
void atelier_own_model_progress(int step, double done, double total);
// Under the id "own", ONNX Runtime Web can load it now. form: what it takes and gives, in words.
// scores: for each of the eight readings, images named right and images tried.
void atelier_own_model_ready(const char* title, std::size_t title_bytes, const char* form,
                             std::size_t form_bytes, const char* sha256, std::size_t sha256_bytes,
                             double bytes, int reading, const std::uint32_t* scores);
void atelier_own_model_refused(int error, const char* detail, std::size_t detail_bytes);
// The one that was ready has broken down.
void atelier_own_model_lost(int error, const char* detail, std::size_t detail_bytes);

// Images and labels of the visitor's, as many files as have come together: begin, each file or
// picture, end. They take the place of the test set, or are refused, all of them.
void atelier_own_data_begin();
// An IDX file, packed by gzip or not.
void atelier_own_data_file(const char* name, std::size_t name_bytes, const std::uint8_t* bytes,
                           std::size_t byte_count);
// A picture of width x height gray pixels, 0 = black, each side from 1 to 256.
void atelier_own_data_picture(const char* name, std::size_t name_bytes, int width, int height,
                              const std::uint8_t* pixels);
// A file that the browser could not read.
void atelier_own_data_unreadable(const char* name, std::size_t name_bytes, const char* detail,
                                 std::size_t detail_bytes);
void atelier_own_data_end();

// A photo of the visitor's is being read.
void atelier_photo_opening();
// It cannot be used. name: of the file; empty of what has none, as the camera.
void atelier_photo_refused(int error, const char* name, std::size_t name_bytes, const char* detail,
                           std::size_t detail_bytes);

// ---- exports: scripts, links and the text view act ----------------------------------------------

// An action of the script interface as JSON; a list of bytes in it may travel as the attachment,
// with true in its place. 0: carried out. 1: it is malformed, 2: it cannot be carried out now, and
// atelier_refusal says why in a sentence for the script's author.
int atelier_dispatch(const char* json, std::size_t json_bytes, const std::uint8_t* attachment,
                     std::size_t attachment_bytes);
const char* atelier_refusal();
std::size_t atelier_refusal_bytes();

// ---- exports: JS reads --------------------------------------------------------------------------

// Grows with every change that a snapshot could show.
double atelier_state_version();
// Texts are valid until the next one is given out; atelier_text_bytes() measures the last one.
std::size_t atelier_text_bytes();
// The snapshot as JSON, and what of it follows every change: features/described.hpp.
const char* atelier_snapshot();
const char* atelier_status();
// The view that is shown, for the text view: app/outline.hpp.
const char* atelier_outline();
// Calibrated probabilities of ten logits by the current model, written to `probabilities`.
// Returns 0 if no model is known or a logit is not finite.
int atelier_probabilities(const float* logits, float* probabilities);
// Copies `count` test images from number `first` on, 784 pixels each, to `pixels`. Returns how many
// of them have arrived.
std::size_t atelier_test_images(std::uint32_t first, std::size_t count, std::uint8_t* pixels);
// Up to `count` images with their labels to try a model on: of the set that is shown, or, if that
// has no labels, of the page's own. Returns how many there are.
std::size_t atelier_trial_images(std::size_t count, std::uint8_t* pixels, std::uint8_t* labels);
// The answers of an engine to test images 0 .. count-1, ten logits each, held against the labels:
// the script interface's Report as JSON. engine and id say whose answers they are. Null if there is
// no such model, a logit is not finite or an image has no label.
const char* atelier_report(const float* logits, std::size_t count, int engine, const char* id,
                           std::size_t id_bytes, double elapsed_ms, std::uint32_t workers);
// The logits of 784 pixels by our own engine. Returns 0 while it has no network.
int atelier_nn_classify(const std::uint8_t* pixels, float* logits);

// ---- exports: our engine in a worker ------------------------------------------------------------
// There the module is made without main(): no state, no window, one network.

// Returns null, or what is wrong with the file: a sentence, measured by the second call and valid
// until the next call of the first.
const char* atelier_worker_load(const std::uint8_t* file, std::size_t byte_count);
std::size_t atelier_worker_error_bytes();
// pixels: 784 each; logits: ten floats each. A network must have been loaded.
void atelier_worker_run(const std::uint8_t* pixels, std::size_t count, float* logits);

// What hiding patches costs: `values` gets [10, 28, 28]. A network must have been loaded.
void atelier_worker_occlude(const std::uint8_t* pixels, int patch, int stride, float* values);
// How little would change the answer: `images` and `logits` get 784 and ten for each strength from
// 0 on. Returns the number of strengths. A network must have been loaded.
std::size_t atelier_worker_find_changes(const std::uint8_t* pixels, int method, int target,
                                        std::uint8_t* images, float* logits);

// The search for close pairs: begin it, step until the share of the work that is done is 1, and
// take the pairs, at most kMostPairs of them, the closest first. in_features: by what the network
// makes of the images, for which one must have been loaded; beginning returns 0 if it tells no
// features. `images` gets two numbers a pair; taking returns how many pairs there are.
int atelier_worker_begin_pairs(const std::uint8_t* pixels, std::size_t count, int in_features);
float atelier_worker_step_pairs();
std::size_t atelier_worker_take_pairs(std::uint32_t* images, float* distances);

}  // extern "C"

namespace atelier::bridge {

inline constexpr std::size_t kMostPairs = 120;

}  // namespace atelier::bridge
