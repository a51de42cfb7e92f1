// SPDX-License-Identifier: MIT
// atelier_generate: writes what follows from the descriptions in src/: the types in web/generated/,
// the README's table of actions and its outlines of what scripts read. `--check` only says whether
// they are current. All in the folder that it runs in.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/documented.hpp"
#include "app/state.hpp"
#include "features/features.hpp"
#include "features/news.hpp"
#include "features/snapshot_types.hpp"
#include "seam/bridge/news.hpp"

namespace atelier {
namespace {

constexpr std::string_view kTableBegins = "<!-- actions: generated, see CONTRIBUTING.md -->\n";
constexpr std::string_view kTableEnds = "<!-- end of actions -->\n";

template <typename E>
std::vector<std::string_view> words() {
  return {core::names<E>.begin(), core::names<E>.end()};
}

std::string typescript() {
  using namespace app;
  return "// SPDX-License-Identifier: MIT\n"
         "// generated/actions.ts: the actions of the script interface, and the words that the\n"
         "// page itself goes through. Written by atelier_generate from the descriptions in src/;\n"
         "// `npm run generate` writes it anew.\n\n" +
         word_type("views", "View", words<View>()) +
         word_type("engines", "EngineName", words<EngineKind>()) +
         word_type("pixelRanges", "PixelRange", words<PixelRange>()) + "\n" +
         action_types(documented(ScriptActions{}));
}

std::string news() {
  std::vector<app::Documented> all = app::documented(app::News{});
  for (auto& each : app::documented(bridge::BridgeNews{})) all.push_back(std::move(each));
  return "// SPDX-License-Identifier: MIT\n"
         "// generated/news.ts: what the page tells the module in JSON. Written by "
         "atelier_generate "
         "from the\n"
         "// descriptions in src/; `npm run generate` writes it anew.\n"
         "import type { ErrorCode } from './snapshot';\n\n" +
         app::news_types(all);
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The text with its table in the place of the one that is there; empty if there is no place for it.
std::string with_table(const std::string& text) {
  const std::size_t begin = text.find(kTableBegins);
  const std::size_t end = text.find(kTableEnds);
  if (begin == std::string::npos || end == std::string::npos) return {};
  return app::with_outlines(text.substr(0, begin + kTableBegins.size()) +
                            app::action_table(app::documented(app::ScriptActions{})) +
                            text.substr(end));
}

// Whether it was current.
bool put(const std::string& path, const std::string& content, bool check) {
  const bool current = !content.empty() && read(path) == content;
  if (current) return true;
  if (check) {
    std::cerr << path << " is not current; CONTRIBUTING.md says how to write it again\n";
  } else if (!(std::ofstream(path, std::ios::binary) << content)) {
    std::cerr << path << " cannot be written\n";
  }
  return false;
}

}  // namespace
}  // namespace atelier

int main(int count, char** arguments) {
  const bool check = count > 1 && std::string_view(arguments[1]) == "--check";
  const bool types = atelier::put("web/generated/actions.ts", atelier::typescript(), check);
  const bool snapshot =
      atelier::put("web/generated/snapshot.ts", atelier::app::snapshot_types(), check);
  const bool news = atelier::put("web/generated/news.ts", atelier::news(), check);
  const bool table =
      atelier::put("README.md", atelier::with_table(atelier::read("README.md")), check);
  return check && !(types && snapshot && news && table) ? 1 : 0;
}
