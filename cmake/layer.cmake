# SPDX-License-Identifier: MIT

# add_layer(<folder> FAST|SMALL <source>...): the static library atelier_<folder> of one folder of
# src/. FAST is for number code, SMALL for the rest. The folder's own target_link_libraries says
# which layers it may use, and tests/layering.cmake holds the includes against the same rule.
function(add_layer folder optimise)
  string(TOLOWER ${optimise} optimise)
  add_library(atelier_${folder} STATIC ${ARGN})
  target_include_directories(atelier_${folder} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(atelier_${folder} PUBLIC atelier_options)
  target_link_libraries(atelier_${folder} PRIVATE atelier_warnings atelier_${optimise})
endfunction()
