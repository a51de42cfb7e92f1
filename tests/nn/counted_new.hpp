// SPDX-License-Identifier: MIT
// tests/nn/counted_new.hpp: how much memory was asked for, freed since or not, for tests that say
// how much it may be.
#pragma once

#include <cstddef>

namespace atelier::test {

// Counted up by every new of the program; set it to 0 to begin anew.
extern std::size_t bytes_asked_for;

}  // namespace atelier::test
