# SPDX-License-Identifier: MIT
# Flags, as INTERFACE libraries that targets link; there are none outside targets.

# Our own code: every warning is an error. Third-party code does not link this.
add_library(atelier_warnings INTERFACE)
target_compile_options(
  atelier_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Werror
)

# What all code of one build must agree on, ours and third party's.
add_library(atelier_options INTERFACE)
target_compile_features(atelier_options INTERFACE cxx_std_20)
# Debug builds are what the tests run: unoptimised sanitizer or wasm code would take minutes.
target_compile_options(atelier_options INTERFACE $<$<CONFIG:Debug>:-O1>)
# Where a processor multiplies and adds in one step, as ARM's do, the tests do it in two, like x86 and
# WebAssembly: the same numbers everywhere.
if(NOT EMSCRIPTEN AND CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
  target_compile_options(atelier_options INTERFACE $<$<CONFIG:Debug>:-ffp-contract=off>)
endif()
# Objects name no folder of this machine, so that a compiler cache can give them to another clone.
target_compile_options(atelier_options INTERFACE -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)

if(ATELIER_SANITIZE)
  set(sanitize -fsanitize=address,undefined -fno-sanitize-recover=all)
  # These two are up to a third of what a file takes to compile. The address sanitizer stops at null
  # as well, and our code casts pointers to bytes only, which lie straight everywhere. The fuzz
  # targets have every check.
  if(NOT ATELIER_FUZZ)
    list(APPEND sanitize -fno-sanitize=null,alignment)
  endif()
  # Lines are enough for a report of theirs; all that a debugger wants takes a third longer to compile.
  target_compile_options(atelier_options INTERFACE ${sanitize} -fno-omit-frame-pointer -g1)
  target_link_options(atelier_options INTERFACE ${sanitize})
endif()

if(ATELIER_FUZZ)
  # Coverage feedback in every object; the fuzzer's main() comes in with the fuzz targets alone.
  target_compile_options(atelier_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(ATELIER_PRODUCT)
  # Nothing throws: bad input is a Result. On the link line the flag picks the smaller libc++.
  target_compile_options(
    atelier_options INTERFACE -fno-exceptions $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>
  )
  target_link_options(atelier_options INTERFACE -fno-exceptions)
elseif(EMSCRIPTEN)
  # Catch2 reports a failed REQUIRE by an exception.
  target_compile_options(atelier_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fexceptions>)
  target_link_options(atelier_options INTERFACE -fexceptions)
endif()

# A visitor waits for the download of the interface's code and for the run of the number code, so
# in the product each target says which it is. SIMD costs no browser: ONNX Runtime Web needs it too.
add_library(atelier_small INTERFACE)
add_library(atelier_fast INTERFACE)
if(ATELIER_PRODUCT)
  target_compile_options(atelier_small INTERFACE $<$<CONFIG:Release>:-Oz>)
  target_compile_options(atelier_fast INTERFACE $<$<CONFIG:Release>:-O3> -msimd128)
endif()
