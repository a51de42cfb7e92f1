# SPDX-License-Identifier: MIT
# Whichever Emscripten is on the PATH, a distribution's or an emsdk's, brings its own CMake
# toolchain file; this finds it, so that the presets need no path and no emcmake.

if(NOT DEFINED CACHE{ATELIER_EMSCRIPTEN_ROOT})
  execute_process(
    COMMAND em-config EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE root
    RESULT_VARIABLE failure
    OUTPUT_STRIP_TRAILING_WHITESPACE
  )
  if(failure)
    message(FATAL_ERROR "Emscripten is not on the PATH (em-config: ${failure}). "
                        "tools/setup.sh installs it on Debian; elsewhere activate an emsdk.")
  endif()
  set(ATELIER_EMSCRIPTEN_ROOT ${root} CACHE INTERNAL "")
endif()

include(${ATELIER_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake)

# Debian keeps the JavaScript modules that optimising links need where only Debian's own Node.js
# looks for them. Here and not in the presets' environment, for `cmake --build build/web`.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER
      "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs"
      CACHE INTERNAL ""
  )
endif()
