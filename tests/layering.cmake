# SPDX-License-Identifier: MIT
# cmake -P tests/layering.cmake: holds every #include in src/ against the rule which folder may use
# which. Libraries that link each other hide a wrong include, for they share one include folder;
# this does not. What a folder is not given here is refused, unknown libraries too.
cmake_minimum_required(VERSION 3.25)

set(core_may_include core zlib)
set(nn_may_include nn core)
set(app_may_include app core nn)
set(ui_may_include ui app core imgui)
set(bridge_may_include bridge app emscripten)
set(platform_may_include platform imgui imgui_backend emscripten)
set(cli_may_include cli core nn)
set(main_may_include core nn app ui bridge platform)

# What belongs to the seam appears in the two folders of the seam alone.
set(seam_tokens "__EMSCRIPTEN__|EMSCRIPTEN_KEEPALIVE|EM_ASM|EM_JS|extern \"C\"")
set(seam_folders bridge platform)

set(root ${CMAKE_CURRENT_LIST_DIR}/..)
set(violations "")

# Which library an included path belongs to; empty for the standard library, the path itself if
# nobody knows it. Paths with dots in front are nobody's.
function(library_of path out)
  if(path MATCHES "^(core|nn|app|ui|bridge|platform|cli)/[a-z0-9_]+\\.hpp$")
    set(library ${CMAKE_MATCH_1})
  elseif(path MATCHES "^imgui_impl_[a-z0-9_]+\\.h$")
    set(library imgui_backend)
  elseif(path MATCHES "^imgui(_internal)?\\.h$")
    set(library imgui)
  elseif(path MATCHES "^zlib\\.h$")
    set(library zlib)
  elseif(path MATCHES "^(emscripten(/[a-z0-9_]+)?|GLES3/gl3|wasm_simd128)\\.h$")
    set(library emscripten)
  elseif(path MATCHES "^[a-z0-9_]+$")
    set(library "")
  else()
    set(library ${path})
  endif()
  set(${out} "${library}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE files RELATIVE ${root}/src ${root}/src/*.hpp ${root}/src/*.cpp)
list(LENGTH files file_count)
if(file_count EQUAL 0)
  message(FATAL_ERROR "there are no sources under ${root}/src: nothing was checked")
endif()

foreach(file IN LISTS files)
  if(file MATCHES "^([a-z]+)/")
    set(folder ${CMAKE_MATCH_1})
  else()
    set(folder main)
  endif()

  file(STRINGS ${root}/src/${file} includes REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS includes)
    if(NOT line MATCHES "#[ \t]*include[ \t]*[<\"]([^>\"]+)[>\"]")
      string(APPEND violations "\n  src/${file}: ${line}")
      continue()
    endif()
    library_of(${CMAKE_MATCH_1} library)
    if(library AND NOT library IN_LIST ${folder}_may_include)
      string(APPEND violations "\n  src/${file}: ${line}   (${folder} may not use ${library})")
    endif()
  endforeach()

  if(NOT folder IN_LIST seam_folders)
    file(STRINGS ${root}/src/${file} lines REGEX "${seam_tokens}")
    foreach(line IN LISTS lines)
      string(APPEND violations "\n  src/${file}: ${line}   (belongs in bridge/ or platform/)")
    endforeach()
  endif()
endforeach()

if(violations)
  message(FATAL_ERROR "these lines break the layers:${violations}")
endif()
message(STATUS "${file_count} files keep to their layers")
