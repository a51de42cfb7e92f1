# SPDX-License-Identifier: MIT
# cmake -P tests/layering.cmake: holds every #include in src/ against the rule who may use whom.
# Libraries that link each other hide a wrong include, for they share one include folder; this does
# not. What is not allowed here is refused, unknown libraries too.
#
# Outside of features/ the folder counts. Inside it is the role of a file:
#
#   state     features/*/state.hpp and what it is made of (LEAVES below): what the kernel's State holds
#   job       features/*/job.cpp: what a worker does, which knows no State; job.hpp is a leaf
#   logic     the rest of a feature's folder
#   outline   features/*/outline*: the text face
#   panel     features/*/panel/: the drawn face, which alone sees Dear ImGui
#   features  features/ itself: folds over all of them
#
# and the table of words in app/ is a role of its own, since the command line has it too;
#
# a feature sees another one only where its CMakeLists.txt says so, with USES and PANEL_USES.
cmake_minimum_required(VERSION 3.25)

set(core_may_include core zlib)
set(nn_may_include nn core)
set(words_may_include words core)
set(state_may_include state words app core nn)
set(job_may_include state app core nn)
set(app_may_include app words state core nn jsmn)
set(logic_may_include logic words state app core nn)
set(outline_may_include outline words logic state app core nn)
set(kit_may_include kit words app core imgui)
set(panel_may_include panel words logic state kit app core nn imgui)
set(features_may_include features outline words logic state app core nn)
set(shell_may_include shell words panel features logic state kit app core imgui)
set(bridge_may_include bridge words features logic state app core nn emscripten)
set(platform_may_include platform imgui imgui_backend emscripten)
set(cli_may_include cli words core nn nlohmann png posix)
set(work_may_include core nn app state features emscripten)
set(main_may_include words core nn app features logic state kit shell bridge platform)

# What belongs to the seam appears there alone.
set(seam_tokens "__EMSCRIPTEN__|EMSCRIPTEN_KEEPALIVE|EM_ASM|EM_JS|extern \"C\"")
set(seam_roles bridge platform work)

set(root ${CMAKE_CURRENT_LIST_DIR}/..)
set(violations "")

# What State and the kernel know of a feature: its state, the words that its state is told in, and
# what a person can do and the world can tell there.
set(leaves "(state|actions|events|job|filter|reading|model_info|originals|class_names|why)\\.hpp$")

# The table of words and what stands in it.
set(words "^app/(error_words|language|message_format|say|word_table)\\.[ch]pp$")

# Whose a path below src/ is: its role, and of a feature's file the feature.
function(role_of path role feature)
  set(${feature} "" PARENT_SCOPE)
  if(path MATCHES "^features/(.+)/panel/[a-z0-9_]+\\.[ch]pp$")
    set(${role} panel PARENT_SCOPE)
    set(${feature} ${CMAKE_MATCH_1} PARENT_SCOPE)
  elseif(path MATCHES "^features/(.+)/[a-z0-9_]+\\.[ch]pp$")
    set(${feature} ${CMAKE_MATCH_1} PARENT_SCOPE)
    if(path MATCHES "/${leaves}")
      set(${role} state PARENT_SCOPE)
    elseif(path MATCHES "/job\\.cpp$")
      set(${role} job PARENT_SCOPE)
    elseif(path MATCHES "/outline[a-z_]*\\.[ch]pp$")
      set(${role} outline PARENT_SCOPE)
    else()
      set(${role} logic PARENT_SCOPE)
    endif()
  elseif(path MATCHES "${words}")
    set(${role} words PARENT_SCOPE)
  elseif(path MATCHES "^seam/(bridge|platform)/[a-z0-9_]+\\.[ch]pp$")
    set(${role} ${CMAKE_MATCH_1} PARENT_SCOPE)
  elseif(path MATCHES "^(core|nn|app|kit|features|shell|cli)/[a-z0-9_]+\\.[ch]pp$")
    set(${role} ${CMAKE_MATCH_1} PARENT_SCOPE)
  elseif(path STREQUAL work.cpp)
    set(${role} work PARENT_SCOPE)
  elseif(path MATCHES "^[a-z0-9_]+\\.cpp$")
    set(${role} main PARENT_SCOPE)
  else()
    set(${role} unknown PARENT_SCOPE)
  endif()
endfunction()

# Which library an included path belongs to; empty for the standard library, the path itself if
# nobody knows it. Paths with dots in front are nobody's.
function(library_of path out)
  if(path MATCHES "^imgui_impl_[a-z0-9_]+\\.h$")
    set(library imgui_backend)
  elseif(path MATCHES "^imgui(_internal)?\\.h$")
    set(library imgui)
  elseif(path STREQUAL "english_words.hpp")
    set(library words)
  elseif(path MATCHES "^zlib\\.h$")
    set(library zlib)
  elseif(path MATCHES "^jsmn\\.h$")
    set(library jsmn)
  elseif(path MATCHES "^png\\.h$")
    set(library png)
  elseif(path MATCHES "^nlohmann/json\\.hpp$")
    set(library nlohmann)
  elseif(path MATCHES "^unistd\\.h$")
    set(library posix)
  elseif(path MATCHES "^(emscripten(/[a-z0-9_]+)?|GLES3/gl3|wasm_simd128)\\.h$")
    set(library emscripten)
  elseif(path MATCHES "^[a-z0-9_]+$")
    set(library "")
  else()
    set(library ${path})
  endif()
  set(${out} "${library}" PARENT_SCOPE)
endfunction()

# The arrows that a feature's CMakeLists.txt declares, as USES:change and PANEL_USES:change.
function(declared_arrows feature)
  set(list ${root}/src/features/${feature}/CMakeLists.txt)
  if(NOT EXISTS ${list})
    set(arrows_${feature} "" PARENT_SCOPE)
    return()
  endif()
  file(READ ${list} text)
  set(arrows)
  foreach(kind USES PANEL_USES)
    # A word of capitals or the closing parenthesis ends the list.
    if(text MATCHES "[ \n]${kind}[ \n]+([a-z0-9_/ \n]+)")
      string(REGEX MATCHALL "[a-z0-9_/]+" names "${CMAKE_MATCH_1}")
      foreach(name IN LISTS names)
        list(APPEND arrows ${kind}:${name})
      endforeach()
    endif()
  endforeach()
  set(arrows_${feature} "${arrows}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE files RELATIVE ${root}/src ${root}/src/*.hpp ${root}/src/*.cpp)
list(LENGTH files file_count)
if(file_count EQUAL 0)
  message(FATAL_ERROR "there are no sources under ${root}/src: nothing was checked")
endif()

foreach(file IN LISTS files)
  role_of(${file} role feature)
  if(role STREQUAL unknown)
    string(APPEND violations "\n  src/${file}: no place for a source")
    continue()
  endif()
  if(feature AND NOT DEFINED arrows_${feature})
    declared_arrows(${feature})
  endif()

  file(STRINGS ${root}/src/${file} includes REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS includes)
    if(NOT line MATCHES "#[ \t]*include[ \t]*[<\"]([^>\"]+)[>\"]")
      string(APPEND violations "\n  src/${file}: ${line}")
      continue()
    endif()
    set(path ${CMAKE_MATCH_1})
    set(other "")
    if(path MATCHES "/[a-z0-9_]+\\.hpp$" AND NOT path MATCHES "^nlohmann/")
      role_of(${path} library other)
    else()
      library_of(${path} library)
    endif()
    if(library AND NOT library IN_LIST ${role}_may_include)
      string(APPEND violations "\n  src/${file}: ${line}   (${role} may not use ${library})")
    elseif(other AND feature AND NOT other STREQUAL feature AND NOT library STREQUAL state)
      set(allowed ${arrows_${feature}})
      if(NOT PANEL_USES:${other} IN_LIST allowed OR NOT role MATCHES "^(panel|outline)$")
        if(NOT USES:${other} IN_LIST allowed OR (library STREQUAL panel AND NOT role STREQUAL panel))
          string(APPEND violations
                 "\n  src/${file}: ${line}   (${feature} does not say that it uses ${other})"
          )
        endif()
      endif()
    endif()
  endforeach()

  if(NOT role IN_LIST seam_roles)
    file(STRINGS ${root}/src/${file} lines REGEX "${seam_tokens}")
    foreach(line IN LISTS lines)
      string(APPEND violations "\n  src/${file}: ${line}   (belongs in seam/)")
    endforeach()
  endif()
endforeach()

if(violations)
  message(FATAL_ERROR "these lines break the layers:${violations}")
endif()
message(STATUS "${file_count} files keep to their layers")
