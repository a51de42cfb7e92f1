// SPDX-License-Identifier: MIT
// Why: these words and numbers are what people read; "0.0 %" or "1000 kB" would be wrong ones.
#include "features/answer/words.hpp"

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <limits>

#include "core/prediction.hpp"
#include "tests/support/fakes.hpp"

using atelier::core::ClassScores;
using atelier::core::Prediction;
using atelier::core::Verdict;
using namespace atelier::app;
using namespace atelier::test;

namespace {

Prediction prediction(Verdict verdict, std::uint8_t label, float top) {
  ClassScores probabilities{};
  probabilities[label] = top;
  probabilities[kCoat] += (1 - top) * 0.75F;
  probabilities[kSneaker] += (1 - top) * 0.25F;
  return {.logits = {}, .probabilities = probabilities, .label = label, .verdict = verdict};
}

}  // namespace

TEST_CASE("an answer says its class and how sure it is", "[app][wording]") {
  const VerdictWords sure =
      verdict_words(prediction(Verdict::kAnswer, kAnkleBoot, 0.95F), garment_names());
  CHECK(sure.headline == "Ankle boot");
  CHECK(sure.confidence == "sure");
  const VerdictWords fairly =
      verdict_words(prediction(Verdict::kAnswer, kAnkleBoot, 0.949F), garment_names());
  CHECK(fairly.headline == "Ankle boot");
  CHECK(fairly.confidence == "fairly sure");
}

TEST_CASE("an unsure answer is a question, and names the next best", "[app][wording]") {
  const VerdictWords words =
      verdict_words(prediction(Verdict::kUnsure, kPullover, 0.5F), garment_names());
  CHECK(words.headline == "Pullover?");
  CHECK(words.confidence == "not sure");
  CHECK(words.doubt == "or Coat");

  Prediction even;
  even.probabilities.fill(0.1F);
  even.verdict = Verdict::kUnsure;
  CHECK(verdict_words(even, garment_names()).doubt == "or Trouser");
  even.label = kAnkleBoot;
  CHECK(verdict_words(even, garment_names()).doubt == "or T-shirt/top");
}

TEST_CASE("what is no garment gets no garment's name", "[app][wording]") {
  const VerdictWords blank =
      verdict_words(prediction(Verdict::kBlank, kCoat, 0.99F), garment_names());
  CHECK(blank.headline == "Nothing here yet");
  CHECK(blank.confidence.empty());
  const VerdictWords nothing =
      verdict_words(prediction(Verdict::kUnfamiliar, kAnkleBoot, 0.4F), garment_names());
  CHECK(nothing.headline == "Nothing that it knows");
  CHECK(nothing.confidence.empty());
  CHECK(nothing.doubt.empty());
}

TEST_CASE("the best guess at what is unfamiliar is still said, and the doubt under it",
          "[app][wording]") {
  const VerdictWords words =
      verdict_words(prediction(Verdict::kUnfamiliar, kCoat, 0.99F), garment_names());
  CHECK(words.headline == "Coat?");
  CHECK(words.doubt == "Unlike what it learned from");
  CHECK(words.confidence.empty());
}

TEST_CASE("percentages have one decimal and claim neither never nor always", "[app][wording]") {
  CHECK(percent(0.9224F) == "92.2 %");
  CHECK(percent(0.5F) == "50.0 %");
  CHECK(percent(0.0005F) == "0.1 %");
  CHECK(percent(0.00049F) == "< 0.1 %");
  CHECK(percent(0.0F) == "< 0.1 %");
  CHECK(percent(0.9994F) == "99.9 %");
  CHECK(percent(0.9995F) == "> 99.9 %");
  CHECK(percent(1.0F) == "> 99.9 %");
}

TEST_CASE("whole percents claim neither never nor always", "[app][wording]") {
  CHECK(whole_percent(0.9249F) == "92 %");
  CHECK(whole_percent(0.01F) == "1 %");
  CHECK(whole_percent(0.0099F) == "< 1 %");
  CHECK(whole_percent(0.994F) == "99 %");
  CHECK(whole_percent(0.995F) == "> 99 %");
}

TEST_CASE("sizes are in decimal units and never a thousand of one", "[app][wording]") {
  CHECK(byte_size(0) == "0 bytes");
  CHECK(byte_size(999) == "999 bytes");
  CHECK(byte_size(1'000) == "1 kB");
  CHECK(byte_size(5'148) == "5 kB");
  CHECK(byte_size(999'499) == "999 kB");
  CHECK(byte_size(999'500) == "1.0 MB");
  CHECK(byte_size(4'422'102) == "4.4 MB");
}

TEST_CASE("counts are shortened to three or four figures", "[app][wording]") {
  CHECK(short_count(0) == "0");
  CHECK(short_count(999) == "999");
  CHECK(short_count(1'000) == "1.0K");
  CHECK(short_count(64'714) == "64.7K");
  CHECK(short_count(999'949) == "999.9K");
  CHECK(short_count(999'950) == "1.0M");
  CHECK(short_count(1'234'567) == "1.2M");
}

TEST_CASE("long counts are grouped by three digits", "[app][wording]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1'000) == "1,000");
  CHECK(grouped(10'000) == "10,000");
  CHECK(grouped(123'456) == "123,456");
  CHECK(grouped(1'234'567) == "1,234,567");
  CHECK(grouped(std::numeric_limits<std::uint64_t>::max()) == "18,446,744,073,709,551,615");
}

TEST_CASE("milliseconds lose their decimal from ten on", "[app][wording]") {
  CHECK(milliseconds(0.0) == "0.0 ms");
  CHECK(milliseconds(0.913) == "0.9 ms");
  CHECK(milliseconds(9.94) == "9.9 ms");
  CHECK(milliseconds(9.95) == "10 ms");
  CHECK(milliseconds(123.4) == "123 ms");
}

TEST_CASE("progress tells what is loaded now, and nothing when all is there", "[app][wording]") {
  Program program;
  CHECK(progress_words(program.state) == "Loading the test set");
  program.start_file(DatasetFile::kImages, 4'422'102);
  program.send_chunk(DatasetFile::kImages, idx_samples(2));
  CHECK(progress_words(program.state) == "Loading the test set, 2 kB of 4.4 MB");

  SECTION("a total that was passed says nothing") {
    program.start_file(DatasetFile::kImages, 100);
    program.state.test_set.images.bytes_received = 200;
    CHECK(progress_words(program.state) == "Loading the test set, 200 bytes");
  }
  SECTION("after the test set comes the network") {
    Program other;
    other.load_test_set(2);
    other.has_own_engine = true;
    other.send(ModelsListed{{model_named("small")}, "small"});
    other.send(EngineProgress{EngineKind::kAtelierNn, 1'200'000, 3'600'000});
    other.send(EngineProgress{EngineKind::kOrtWeb, 1'000, 14'000'000});
    CHECK(progress_words(other.state) == "Loading the network, 1.2 MB of 3.6 MB");
    other.send(EngineProgress{EngineKind::kAtelierNn, 3'600'000, 3'600'000});
    CHECK(progress_words(other.state) == "Starting the network");
    other.send(ModelFailed{other.own_engine.loads[0].token,
                           {atelier::core::ErrorCode::kOnnxUnsupported, ""}});
    CHECK(progress_words(other.state) == "Loading the network, 1 kB of 14.0 MB");
    other.load_model();
    CHECK(progress_words(other.state).empty());
  }
  SECTION("what has failed is not loading") {
    Program other;
    other.load_test_set(2);
    other.send(ModelsFailed{{atelier::core::ErrorCode::kNetwork, "offline"}});
    CHECK(progress_words(other.state).empty());
  }
}
