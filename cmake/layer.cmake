# SPDX-License-Identifier: MIT
# What the folders of src/ are made with. tests/layering.cmake holds the includes against the same
# arrows that are declared with these.

# add_layer(<folder> FAST|SMALL <source>...): the static library atelier_<folder> of one folder of
# src/. FAST is for number code, SMALL for the rest. The folder's own target_link_libraries says
# which layers it may use.
function(add_layer folder optimise)
  string(TOLOWER ${optimise} optimise)
  add_library(atelier_${folder} STATIC ${ARGN})
  target_include_directories(atelier_${folder} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(atelier_${folder} PUBLIC atelier_options)
  target_link_libraries(atelier_${folder} PRIVATE atelier_warnings atelier_${optimise})
endfunction()

# add_feature(<path> [JOB <source>...] [LOGIC <source>...] [OUTLINE <source>...]
#             [PANEL <source>...] [USES <feature>...] [PANEL_USES <feature>...])
#
# A folder of src/features/. JOB is what a worker does for it, the library atelier_<path>_job, which
# knows nothing of State. LOGIC is what its actions and answers do, the library atelier_<path>;
# OUTLINE is its text face, atelier_<path>_outline; PANEL is its drawn face, atelier_<path>_panel,
# which alone sees Dear ImGui. USES names the other features that the logic and both faces know,
# PANEL_USES those that its two faces know besides, be it their logic or the same face of theirs.
function(add_feature path)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "JOB;LOGIC;OUTLINE;PANEL;USES;PANEL_USES")
  set(name atelier_${path})
  string(REPLACE / _ name ${name})

  if(arg_JOB)
    add_feature_part(${name}_job ${path} ${arg_JOB})
    target_link_libraries(${name}_job PUBLIC atelier_core atelier_nn)
    set_property(TARGET atelier_jobs APPEND PROPERTY INTERFACE_LINK_LIBRARIES ${name}_job)
  endif()
  if(arg_LOGIC)
    add_feature_part(${name} ${path} ${arg_LOGIC})
    target_link_libraries(${name} PUBLIC atelier_app)
    link_features(${name} "" ${arg_USES})
    set_property(TARGET atelier_features APPEND PROPERTY INTERFACE_LINK_LIBRARIES ${name})
  endif()
  if(arg_OUTLINE)
    add_feature_part(${name}_outline ${path} ${arg_OUTLINE})
    target_link_libraries(${name}_outline PUBLIC atelier_app)
    link_features(${name}_outline "" ${path} ${arg_USES} ${arg_PANEL_USES})
    link_features(${name}_outline _outline ${arg_USES} ${arg_PANEL_USES})
    set_property(TARGET atelier_features APPEND PROPERTY INTERFACE_LINK_LIBRARIES ${name}_outline)
  endif()
  if(arg_PANEL AND NOT ATELIER_FUZZ)
    add_feature_part(${name}_panel ${path}/panel ${arg_PANEL})
    target_link_libraries(${name}_panel PUBLIC atelier_kit)
    link_features(${name}_panel "" ${path} ${arg_USES} ${arg_PANEL_USES})
    link_features(${name}_panel _panel ${arg_USES} ${arg_PANEL_USES})
    set_property(TARGET atelier_panels APPEND PROPERTY INTERFACE_LINK_LIBRARIES ${name}_panel)
  endif()
endfunction()

function(add_feature_part name path)
  add_library(${name} STATIC ${ARGN})
  target_link_libraries(${name} PUBLIC atelier_options PRIVATE atelier_warnings atelier_small)
  set_property(GLOBAL APPEND PROPERTY ATELIER_FEATURE_FOLDERS features/${path})
  set_property(GLOBAL APPEND PROPERTY ATELIER_FEATURE_PARTS ${name})
endfunction()

# Of the features named those parts that exist, once all of them are there.
function(link_features target suffix)
  foreach(path IN LISTS ARGN)
    string(REPLACE / _ name atelier_${path}${suffix})
    target_link_libraries(${target} PUBLIC $<TARGET_NAME_IF_EXISTS:${name}>)
  endforeach()
endfunction()
