// SPDX-License-Identifier: MIT
// seam/bridge/bridge_abi.hpp: the seam between the page's TypeScript and this module, whole.
// Whoever changes a line here changes web/seam (the other half) in the same commit.
//
// Rules
//  1. A request from here carries a token, never reused, never 0. JS answers it exactly once, with
//     what is named there or a failure. Answers with an unknown token are counted and dropped.
//  2. Memory that JS passes in was taken with malloc by JS and is freed by JS right after the call;
//     C++ copies what it keeps. Memory that C++ passes out is valid during the call only; JS copies
//     it before its first await.
//  3. Strings are UTF-8: pointer and byte length, not terminated.
//  4. Data only queue an event; State changes in the next atelier_update. Completions, strokes and
//     actions (atelier_dispatch) act at once, and what was queued before them acts first, so that a
//     snapshot taken after one shows it.
//  5. Times are milliseconds of performance.now(), lengths in CSS pixels unless a name says other.
//  6. No 64-bit integers cross the seam: counts of bytes are numbers of JSON.
//
// Input, frames and fonts belong to seam/platform/platform_abi.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// ---- imports: C++ asks, JS does (bridge_library.js forwards each to Module.host) ----------------

// What needs no more than a word. Of the choices: only in the course of a press; what is chosen, or
// dropped on the page, is told of.
//
//   load-test-set     both files anew; told as dataset-...
//   list-models       models/models.json; told as models-...
//   load-settings     all that the browser has kept; told as setting
//   choose-model      a file of the visitor's; told as own-model-...
//   choose-data       their images and labels; told as own-data-...
//   choose-photo      one photo, an action then, or told as photo-...
//   use-camera        likewise, unless they give it up
//   cancel-opening    the file that is being opened is no longer wanted
//   forget-own-model  the visitor's model answers no more
void atelier_js_wish(const char* name, std::size_t name_bytes);
// Fetches the .onnx file of the model with this id, for our own engine; answered with
// atelier_model_file or model-failed. Token 0 is for later: nothing is told of a failure.
void atelier_js_fetch_model(std::uint32_t token, const char* id, std::size_t id_bytes);
// Fetches what the model with this id makes of the training images (part -1), or piece `part` of
// their pictures; answered with atelier_training_part or training-part-failed, the first of the two
// after any number of training-progress.
void atelier_js_fetch_training_part(std::uint32_t token, const char* id, std::size_t id_bytes,
                                    int part);
// Starts ONNX Runtime Web if it is not running and loads the model with this id; answered with
// model-loaded or model-failed. Token 0 is for later, and not answered.
void atelier_js_load_model(std::uint32_t token, const char* id, std::size_t id_bytes);
// Classifies 784 pixels, 0 = background, by ONNX Runtime Web; answered with atelier_classify_done
// or classify-failed.
void atelier_js_classify(std::uint32_t token, const std::uint8_t* pixels);
// Runs the model with this id on all images of the test set, as atelier_test_images gives them;
// engine: 0 our own, in workers, 1 ONNX Runtime Web. Answered with any number of
// atelier_evaluation_logits and then with evaluation-done or evaluation-failed.
void atelier_js_evaluate(std::uint32_t token, int engine, const char* id, std::size_t id_bytes);
// Nothing more needs to come for this evaluation.
void atelier_js_cancel_evaluation(std::uint32_t token);
// Has a worker do this job (app/job.hpp), with the model with this id unless that is empty.
// Answered with any number of atelier_work_progress and then with atelier_work_done or
// work-failed.
void atelier_js_start_work(std::uint32_t token, const char* job, std::size_t job_bytes,
                           const char* model, std::size_t model_bytes, const std::uint8_t* question,
                           std::size_t question_bytes);
// Nobody waits for it any more, and nothing more may come.
void atelier_js_cancel_work(std::uint32_t token);
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

// News in JSON, {"type": "models-failed", "error": ...}: the structs of features/news.hpp and
// seam/bridge/news.hpp. An error travels by its name. Returns null, or what is wrong with them, for
// developers. What follows comes too often for that, or is large.
const char* atelier_tell(const char* json, std::size_t json_bytes, const std::uint8_t* attachment,
                         std::size_t attachment_bytes);
// file: 0 labels, 1 images.
void atelier_dataset_chunk(int file, const std::uint8_t* bytes, std::size_t byte_count);
// Returns 0 if it is no network that our engine can run.
int atelier_model_file(std::uint32_t token, const std::uint8_t* bytes, std::size_t byte_count);
// Gzip-compressed, as it is in the file.
void atelier_training_part(std::uint32_t token, const std::uint8_t* bytes, std::size_t byte_count);
// logits: ten floats.
void atelier_classify_done(std::uint32_t token, const float* logits, double elapsed_ms);

// logits: ten floats for each of the test images first, first + 1, ...
void atelier_evaluation_logits(std::uint32_t token, std::uint32_t first, const float* logits,
                               std::size_t count);

// share: of the work that is done, 0..1; so_far: the answer as far as it is known, or nothing.
void atelier_work_progress(std::uint32_t token, float share, const std::uint8_t* so_far,
                           std::size_t so_far_bytes);
void atelier_work_done(std::uint32_t token, const std::uint8_t* answer, std::size_t answer_bytes);

// ---- exports: scripts, links and the text view act ----------------------------------------------

// An action of the script interface as JSON; a list of bytes in it may travel as the attachment,
// with true in its place. 0: carried out. 1: it is malformed, 2: it cannot be carried out now, and
// the text given out says why in a sentence for the script's author.
int atelier_dispatch(const char* json, std::size_t json_bytes, const std::uint8_t* attachment,
                     std::size_t attachment_bytes);

// ---- exports: JS reads --------------------------------------------------------------------------

// Grows with every change that a snapshot could show.
double atelier_state_version();
// Texts are valid until the next one is given out; this is the last one.
const char* atelier_given_out();
std::size_t atelier_given_out_bytes();
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
// The job that answers test images, and its question about `count` of them from number `first` on:
// made by the second call, measured by the third and valid until the next call of the second.
const char* atelier_piece_job();  // a name that ends with 0
const std::uint8_t* atelier_piece(std::uint32_t first, std::size_t count);
std::size_t atelier_piece_bytes();
// Writes the logits of its answer, ten an image, for `count` images. Returns null, or in a sentence
// that ends with 0 why there are none; valid until the next call.
const char* atelier_piece_logits(const std::uint8_t* answer, std::size_t answer_bytes,
                                 std::size_t count, float* logits);
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

}  // extern "C"
