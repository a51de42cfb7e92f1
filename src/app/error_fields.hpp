// SPDX-License-Identifier: MIT
// app/error_fields.hpp: what is told of an error.
#pragma once

#include "app/error_words.hpp"
#include "core/result.hpp"

namespace atelier::app {

// Null: nothing went wrong. `error` is a pointer or an optional.
template <class Fields, class MaybeError>
void describe_error(Fields& f, const char* key, const MaybeError& error,
                    typename Fields::Note note = {}) {
  f(
      key, error,
      [&](const core::Error& trouble) {
        f("code", core::name(trouble.code));
        f("message", error_words(trouble.code), "for people");
        f("detail", trouble.detail, "for developers");
      },
      note);
}

}  // namespace atelier::app
