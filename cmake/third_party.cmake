# SPDX-License-Identifier: MIT
# Third-party libraries, built from source with the build's own options but without our warnings.
# tools/setup.sh puts the sources under third_party/; without it, pinned commits are downloaded.
include(FetchContent)

# Sets <name>_SOURCE_DIR to the folder with the library's sources.
function(find_third_party name repository commit)
  set(folder ${PROJECT_SOURCE_DIR}/third_party/${name})
  if(NOT IS_DIRECTORY ${folder})
    # An archive by commit id: as safe as a clone of it, without the history. The subfolder that
    # does not exist keeps FetchContent from adding the library's own targets.
    FetchContent_Declare(
      ${name}
      URL https://github.com/${repository}/archive/${commit}.tar.gz
      DOWNLOAD_EXTRACT_TIMESTAMP OFF
      SOURCE_SUBDIR only-the-sources
    )
    FetchContent_MakeAvailable(${name})
    set(folder ${${name}_SOURCE_DIR})
  endif()
  set(${name}_SOURCE_DIR ${folder} PARENT_SCOPE)
endfunction()

# zlib v1.3.1, in two halves: what every visitor needs at once is made for speed, what packs the
# pictures that one may save is made small.
find_third_party(zlib madler/zlib 51b7f2abdade71cd9bb0e7a373ef2610ec6f9daf)
add_library(
  zlib_inflate STATIC
  ${zlib_SOURCE_DIR}/adler32.c
  ${zlib_SOURCE_DIR}/crc32.c
  ${zlib_SOURCE_DIR}/inffast.c
  ${zlib_SOURCE_DIR}/inflate.c
  ${zlib_SOURCE_DIR}/inftrees.c
  ${zlib_SOURCE_DIR}/zutil.c
)
target_include_directories(zlib_inflate SYSTEM PUBLIC ${zlib_SOURCE_DIR})
target_link_libraries(zlib_inflate PRIVATE atelier_options atelier_fast)

add_library(zlib_deflate STATIC ${zlib_SOURCE_DIR}/deflate.c ${zlib_SOURCE_DIR}/trees.c)
target_link_libraries(zlib_deflate PUBLIC zlib_inflate PRIVATE atelier_options atelier_small)

# Dear ImGui v1.92.2b. Fuzz targets read bytes and draw nothing.
if(NOT ATELIER_FUZZ)
  find_third_party(imgui ocornut/imgui 45acd5e0e82f4c954432533ae9985ff0e1aad6d5)
  add_library(
    imgui STATIC EXCLUDE_FROM_ALL
    ${imgui_SOURCE_DIR}/imgui.cpp
    ${imgui_SOURCE_DIR}/imgui_draw.cpp
    ${imgui_SOURCE_DIR}/imgui_tables.cpp
    ${imgui_SOURCE_DIR}/imgui_widgets.cpp
  )
  target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
  # Public: a definition that differs between ImGui and its users changes the layout of its structs.
  # Indices of 32 bits, because Explore's grid on a large screen has more than 65,536 vertices and
  # WebGL2 cannot add an offset to them.
  target_compile_definitions(
    imgui
    PUBLIC "ImDrawIdx=unsigned int" IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEMO_WINDOWS
           IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  )
  # The reciprocal square root of SSE differs in its last bits from one processor to the next, and so
  # would the corners of every line. WebAssembly has none of it.
  target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_SSE)
  target_link_libraries(imgui PRIVATE atelier_options atelier_small)

  if(ATELIER_PRODUCT)
    # src/seam/platform/imgui_scan.cpp says why.
    target_compile_definitions(imgui PRIVATE sscanf=atelier_imgui_scan)
    add_library(imgui_opengl3 STATIC ${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
    target_include_directories(imgui_opengl3 SYSTEM PUBLIC ${imgui_SOURCE_DIR}/backends)
    target_compile_definitions(imgui_opengl3 PUBLIC IMGUI_IMPL_OPENGL_ES3)
    # src/seam/platform/gl_state.cpp and imgui_scan.cpp say why.
    target_compile_definitions(
      imgui_opengl3 PRIVATE glGetIntegerv=atelier_gl_get_integerv sscanf=atelier_imgui_scan
    )
    target_link_libraries(imgui_opengl3 PUBLIC imgui PRIVATE atelier_options atelier_small)
  endif()
endif()

# Catch2 v3.7.1, amalgamated: one file to compile, and it brings main().
if(BUILD_TESTING AND NOT ATELIER_FUZZ)
  find_third_party(catch2 catchorg/Catch2 fa43b77429ba76c462b1898d6cd2f2d7a9416b14)
  add_library(catch2 STATIC ${catch2_SOURCE_DIR}/extras/catch_amalgamated.cpp)
  target_include_directories(catch2 SYSTEM PUBLIC ${catch2_SOURCE_DIR}/extras)
  target_link_libraries(catch2 PRIVATE atelier_options)
  # It tests, it is not tested: instrumented and optimised, this one file would compile for longer
  # than everything else. On the source, because a target's own options go before linked ones.
  set(catch2_options -O0)
  if(ATELIER_SANITIZE)
    list(APPEND catch2_options -fno-sanitize=all)
  endif()
  set_source_files_properties(
    ${catch2_SOURCE_DIR}/extras/catch_amalgamated.cpp PROPERTIES COMPILE_OPTIONS "${catch2_options}"
  )
endif()

# jsmn v1.1.0, one header: it cuts JSON into tokens. Debian has it between glibc's headers, which
# Emscripten must not see, so it is copied to where it is alone.
add_library(jsmn INTERFACE)
if(EXISTS /usr/include/jsmn.h)
  file(COPY /usr/include/jsmn.h DESTINATION ${PROJECT_BINARY_DIR}/third_party_include/jsmn)
  target_include_directories(jsmn SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/third_party_include/jsmn)
else()
  find_third_party(jsmn zserge/jsmn fdcef3ebf886fa210d14956d3c068a653e76a24e)
  target_include_directories(jsmn SYSTEM INTERFACE ${jsmn_SOURCE_DIR})
endif()

# protozero v1.7.1, headers alone: it writes the protobuf files that the tests read. Debian has them,
# too, between glibc's.
if(BUILD_TESTING AND NOT ATELIER_FUZZ)
  add_library(protozero INTERFACE)
  if(IS_DIRECTORY /usr/include/protozero)
    file(COPY /usr/include/protozero DESTINATION ${PROJECT_BINARY_DIR}/third_party_include)
    target_include_directories(
      protozero SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/third_party_include
    )
  else()
    find_third_party(protozero mapbox/protozero f379578a3f7c8162aac0ac31c2696de09a5b5f93)
    target_include_directories(protozero SYSTEM INTERFACE ${protozero_SOURCE_DIR}/include)
  endif()
endif()
