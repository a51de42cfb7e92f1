// SPDX-License-Identifier: MIT
// A file of its own, because GCC, where it sees inside one of them, takes the pair for mismatched.
#include "tests/nn/counted_new.hpp"

#include <cstdlib>
#include <new>

std::size_t atelier::test::bytes_asked_for = 0;

void* operator new(std::size_t size) {
  atelier::test::bytes_asked_for += size;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
