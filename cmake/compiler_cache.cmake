# SPDX-License-Identifier: MIT
# ccache, where it is installed: what was compiled once, in whichever clone, is not compiled again.
# All that it has to know is said here; whoever names a launcher of their own, or none, has the say.
find_program(ATELIER_CCACHE ccache DOC "The compiler cache; OFF for none")
if(NOT ATELIER_CCACHE OR DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  return()
endif()

set(settings
    # Paths below here are the same file in another clone, and debug information names neither folder.
    CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
    CCACHE_NOHASHDIR=1
    # The compiler says which headers it read: preprocessing first, to find out, would take longer.
    CCACHE_DEPEND=1
)
if(EMSCRIPTEN)
  # em++ is a script that stays the same while the compiler behind it changes. Around em++ and not,
  # as EM_COMPILER_WRAPPER would have it, around clang inside: starting it takes longer than a hit.
  list(APPEND settings CCACHE_COMPILERTYPE=clang
       "CCACHE_COMPILERCHECK=string:${EMSCRIPTEN_VERSION} ${CMAKE_CXX_COMPILER_VERSION}"
  )
endif()
set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env ${settings} ${ATELIER_CCACHE})
set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
