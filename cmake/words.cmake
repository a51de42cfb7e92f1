# SPDX-License-Identifier: MIT
# The sentences of words/, for C++: English as a header that src/app/say.cpp alone includes.

find_program(ATELIER_NODE node REQUIRED)

# words_file(<kind> <from> <to>): what tools/words.mjs makes, a file of the build folder.
function(words_file kind from to)
  add_custom_command(
    OUTPUT ${to}
    COMMAND ${ATELIER_NODE} tools/words.mjs ${kind} ${from} ${to}
    DEPENDS ${PROJECT_SOURCE_DIR}/${from} ${PROJECT_SOURCE_DIR}/tools/words.mjs
            ${PROJECT_SOURCE_DIR}/tools/word_message.mjs
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    VERBATIM
  )
endfunction()
