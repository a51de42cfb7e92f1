#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tools/setup.sh [--models]: brings everything that build and tests need, and nothing twice.
#
#   tools, fonts, dataset   system packages, on Debian and its relatives
#   data/                   the official files of the test set; with --models of the training set too
#   third_party/            sources of Dear ImGui, zlib and Catch2, checked by apt's signatures;
#                           where there is no Debian archive, CMake downloads pinned commits instead
#   node_modules/           npm ci, by the lock file
#   --models                also PyTorch and ONNX for Python: training, and the models' tests
#
# Every step looks first whether its result is there, so a second call takes less than a second.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

with_models=0
for argument in "$@"; do
  case "$argument" in
    --models) with_models=1 ;;
    *) echo "usage: tools/setup.sh [--models]" >&2; exit 2 ;;
  esac
done

say() { printf '%-14s %s\n' "$1" "$2"; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

have() { command -v "$1" >/dev/null; }

# Mirrors have moments in which their files do not fit together, networks have others.
persistently() {  # COMMAND...
  local pause
  for pause in 5 20 60; do
    if "$@"; then return; fi
    echo "once more in $pause s: $*" >&2
    sleep "$pause"
  done
  "$@"
}

# ---- System packages: each is looked for by what it gives, not by the package's name, so that an
# ---- emsdk, a hand-built CMake or another distribution's layout is as good.

# Debian's CMake toolchain and ours both find the SDK beside the real emcc.
emscripten_version() {
  local root
  root=$(dirname "$(readlink -f "$(command -v em++)")")
  tr -d '"' 2>/dev/null <"$root/emscripten-version.txt" || echo "of unknown version"
}

have_libfuzzer() {  # its file is called one way or the other, by version and distribution
  local name
  have clang++ || return
  for name in "libclang_rt.fuzzer-$(uname -m).a" libclang_rt.fuzzer.a; do
    # The compiler answers with a path if it has the file, and with the bare name if not.
    [ ! -e "$(clang++ -print-file-name="$name")" ] || return 0
  done
  return 1
}

have_system_python() {  # Debian's Python: the modules below are packaged for it alone
  [ -x /usr/bin/python3 ] &&
    /usr/bin/python3 -c 'import importlib.util, sys
sys.exit(not all(importlib.util.find_spec(name) for name in sys.argv[1:]))' "$@"
}

have_header() {  # NAME, where the compiler looks
  have g++ && printf '#if !__has_include(<%s>)\n#error\n#endif\n' "$1" |
    g++ -E -x c++ - >/dev/null 2>&1
}

have_inter() { compgen -G '/usr/share/fonts/*/inter*/Inter*-Regular.*' >/dev/null ||
  compgen -G '/usr/share/fonts/*/inter*/Inter*ariable*' >/dev/null; }

have_dataset() {
  [ -e /usr/share/datasets/fashion-mnist ] || [ -e data/t10k-images-idx3-ubyte.gz ]
}

# libFuzzer's package carries the number of the clang that it belongs to.
libfuzzer_package() {
  local clang
  clang=$(apt-cache depends clang 2>/dev/null | sed -n 's/.*Depends: clang-\([0-9]*\)$/\1/p' | head -n1)
  echo "libclang-rt-${clang:-14}-dev"
}

list_missing_packages() {
  have g++ || echo g++
  have cmake || echo cmake
  have ninja || echo ninja-build
  have em++ || echo emscripten
  have clang++ || echo clang
  have_libfuzzer || libfuzzer_package
  have clang-format || echo clang-format
  have chromium || have google-chrome || echo chromium
  have node || echo nodejs
  have npm || echo npm
  have_dataset || echo dataset-fashion-mnist
  have_inter || echo fonts-inter
  # Nothing needs it: it makes the second build quick, where it comes from a package manager.
  have ccache || ! have apt-get || echo ccache
  [ -e /usr/include/protozero/version.hpp ] || echo libprotozero-dev
  [ -e /usr/include/jsmn.h ] || echo libjsmn-dev
  have_header png.h || echo libpng-dev
  have_header nlohmann/json.hpp || echo nlohmann-json3-dev
  have_system_python fontTools || echo python3-fonttools
  if [ "$with_models" -eq 1 ]; then
    have_system_python torch || echo python3-torch
    have_system_python onnx || echo python3-onnx
    have_system_python numpy || echo python3-numpy
  fi
}

install_packages() {
  local missing
  as_root apt-get -qq update &&
    # Not sooner: libFuzzer's package name depends on the lists that have just come.
    mapfile -t missing < <(list_missing_packages) &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 \
      install --yes --no-install-recommends "${missing[@]}" >/dev/null
}

install_missing_packages() {
  local missing
  mapfile -t missing < <(list_missing_packages)
  if [ "${#missing[@]}" -gt 0 ]; then
    if ! have apt-get; then
      echo "setup.sh installs packages with apt, which is not here. Please install what gives:" >&2
      printf '  %s\n' "${missing[@]}" >&2
      exit 1
    fi
    say packages "installing ${missing[*]}"
    persistently install_packages
    mapfile -t missing < <(list_missing_packages)
    if [ "${#missing[@]}" -gt 0 ]; then
      echo "still missing after the installation: ${missing[*]}" >&2
      exit 1
    fi
  fi
  say packages "here"
  say emscripten "$(emscripten_version)"
}

# ---- Sources of third-party libraries.

# The version of what lies under third_party/, as MAJOR.MINOR..., or nothing.
library_version() {
  case "$1" in
    imgui) sed -n 's/^#define IMGUI_VERSION  *"\([^"]*\)".*/\1/p' third_party/imgui/imgui.h ;;
    zlib) sed -n 's/^#define ZLIB_VERSION "\([^"]*\)".*/\1/p' third_party/zlib/zlib.h ;;
    catch2) sed -n 's/^ *\/\/ *Catch v\([0-9.]*\).*/\1/p' \
      third_party/catch2/extras/catch_amalgamated.hpp ;;
  esac 2>/dev/null | head -n1
}

least_version() { case "$1" in imgui) echo 1.92 ;; zlib) echo 1.3 ;; catch2) echo 3 ;; esac; }

is_recent() {  # LIBRARY VERSION
  [ -n "$2" ] && printf '%s\n' "$(least_version "$1")" "$2" | sort --check=quiet --version-sort
}

# The archive that this machine itself uses, whichever way it is written down (deb822 or one-line).
debian_archive() {
  apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    sed -n 's/^Debian Debian //p' | head -n1
}

# Debian's own compiled packages of these libraries do not help: the product is WebAssembly, and a
# stable release's ImGui is too old. So: the sources, from the suite that has recent ones. Lists and
# downloads live in a folder of their own and the system's apt configuration stays as it was; the
# system's keyring checks the suite's signature, which in turn vouches for every file.
fetch_libraries() {  # LIBRARY...
  local archive scratch library
  have apt-get && archive=$(debian_archive) || archive=
  if [ -z "$archive" ]; then
    say third_party "no Debian archive here: CMake will download pinned sources of $*"
    return
  fi

  scratch=$(mktemp -d)
  # shellcheck disable=SC2064  # the path must be expanded now
  trap "rm -rf '$scratch'" EXIT
  mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial" "$scratch/sources"
  echo "deb-src $archive forky main" >"$scratch/sources.list"
  local apt=(apt-get -qq
    -o Dir::Etc::sourcelist="$scratch/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::State::lists="$scratch/lists" -o Dir::Cache="$scratch/cache"
    # The sandbox user could not write to a private folder.
    -o APT::Sandbox::User="$(id -un)")
  persistently "${apt[@]}" -o APT::Update::Error-Mode=any update
  # The original tar balls alone: Debian's patches concern Debian's packages, and a mirror may not
  # have them yet.
  (cd "$scratch/sources" && persistently "${apt[@]}" source --download-only --tar-only "$@" >/dev/null)

  for library in "$@"; do
    # By way of a second name, so that an interrupted run leaves nothing that looks complete.
    rm -rf "third_party/$library" "third_party/$library.part"
    mkdir -p "third_party/$library.part"
    tar -xf "$scratch/sources/${library}"_*.orig.tar.* -C "third_party/$library.part" \
      --strip-components=1
    mv "third_party/$library.part" "third_party/$library"
    if ! is_recent "$library" "$(library_version "$library")"; then
      echo "the archive's $library is '$(library_version "$library")'," \
        "but $(least_version "$library") or newer is needed" >&2
      exit 1
    fi
  done
}

install_libraries() {
  local library missing=()
  for library in imgui zlib catch2; do
    is_recent "$library" "$(library_version "$library")" || missing+=("$library")
  done
  if [ "${#missing[@]}" -gt 0 ]; then fetch_libraries "${missing[@]}"; fi
  for library in imgui zlib catch2; do
    if [ -d "third_party/$library" ]; then say "$library" "$(library_version "$library")"; fi
  done
}

# ---- npm packages.

install_node_modules() {
  if [ ! -f package-lock.json ]; then return; fi
  # npm writes this file last, so its age is that of the last complete installation.
  if [ ! -e node_modules/.package-lock.json ] ||
    [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say node_modules "npm ci"
    persistently npm ci --no-audit --no-fund --loglevel=error
  fi
  say node_modules "here"
}

install_missing_packages
install_libraries
if [ "$with_models" -eq 1 ]; then tools/fetch_dataset.sh data --train; else tools/fetch_dataset.sh data; fi
install_node_modules
echo "everything needed is here"
