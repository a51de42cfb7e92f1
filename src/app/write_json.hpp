// SPDX-License-Identifier: MIT
// app/write_json.hpp: writes what is described as JSON. A description is a function over a visitor,
// called as
//
//   f("count", set.count(), "images that have arrived");        a value
//   f("error", set.error);                                       an optional: the value, or null
//   f.may("width", width);                                       an optional: the value, or no key
//   f("dataset", [&] { f("name", ...); });                       an object
//   f("models", models, [&](const ModelInfo& m) { ... });        a list of objects; or of what is
//                                                                returned of each element
//   f("prediction", answer, [&](const Answer& a) { ... });       an object, or null: of a pointer,
//                                                                an optional or a bool
//
// Values are bool, numbers, text, enumerations (by their names), optionals, lists, tuples (lists of
// a fixed length) and maps with numbers as keys. The last argument, a note, is for those who read
// the description (features/snapshot_types.hpp) and no part of what is written. What is said of an
// element must hold of a default one, too: the types are found without a State that has any.
#pragma once

#include <concepts>
#include <cstdint>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "app/json_writer.hpp"
#include "core/names.hpp"

namespace atelier::app {

template <class T>
concept TextValue = std::convertible_to<const T&, std::string_view>;

template <class T>
concept MapValue = requires {
  typename T::mapped_type;
};

template <class T>
concept TupleValue = requires(const T& value) {
  std::get<0>(value);
}
&&!std::ranges::range<T>;

// A pointer or an optional.
template <class T>
concept MaybeValue = (std::is_pointer_v<T> && !TextValue<T>) || requires(const T& value) {
  value.has_value();
};

// A lambda: it describes an object, or, called with an element, that.
template <class T>
concept Description = std::is_class_v<T> && requires {
  &T::operator();
};

// Small in the page's module, for there are some two hundred calls: what differs from one to the
// next is a key and a value, and the rest is not inlined.
class WriteJson {
 public:
  // Takes a note and keeps nothing of it, so that the page's module is without them.
  struct Note {
    consteval Note() = default;
    consteval Note(const char* /*note*/) {}
  };

  template <class T>
  requires(!Description<T>) [[gnu::always_inline]] void operator()(const char* key, const T& value,
                                                                   Note = {}) {
    json_.key(key);
    write(value);
  }

  template <Description Describe>
  [[gnu::always_inline]] void operator()(const char* key, const Describe& describe, Note = {}) {
    json_.key(key);
    write_object(describe);
  }

  template <class T, Description Describe>
  [[gnu::always_inline]] void operator()(const char* key, const T& value, const Describe& describe,
                                         Note = {}) {
    json_.key(key);
    if constexpr (std::same_as<T, bool>) {
      value ? write_object(describe) : write_null();
    } else if constexpr (std::ranges::range<T>) {
      json_.begin_array();
      for (std::size_t index = 0; const auto& element : value) {
        if constexpr (std::invocable<Describe, decltype(element), std::size_t>) {
          write_object([&] { describe(element, index); });
        } else if constexpr (!std::is_void_v<decltype(describe(element))>) {
          write(describe(element));
        } else {
          write_object([&] { describe(element); });
        }
        ++index;
      }
      json_.end_array();
    } else {
      value ? write_object([&] { describe(*value); }) : write_null();
    }
  }

  template <MaybeValue T>
  [[gnu::always_inline]] void may(const char* key, const T& value, Note = {}) {
    if (value) (*this)(key, *value);
  }

  // What is described without a key around it: the whole.
  template <Description Describe>
  void whole(const Describe& describe) {
    write_object(describe);
  }

  [[nodiscard]] const std::string& text() const { return json_.text(); }

 private:
  template <class Describe>
  [[gnu::always_inline]] void write_object(const Describe& describe) {
    json_.begin_object();
    describe();
    json_.end_object();
  }
  void write_null() { json_.null(); }

  template <class T>
  [[gnu::always_inline]] void write(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      json_.value(name(value));
    } else if constexpr (std::same_as<T, bool>) {
      json_.value(value);
    } else if constexpr (std::integral<T>) {
      json_.value(static_cast<std::int64_t>(value));
    } else if constexpr (std::is_arithmetic_v<T>) {
      json_.value(value);
    } else if constexpr (TextValue<T>) {
      json_.value(std::string_view(value));
    } else if constexpr (MaybeValue<T>) {
      value ? write(*value) : write_null();
    } else if constexpr (MapValue<T>) {
      json_.begin_object();
      for (const auto& [key, each] : value) {
        json_.key(std::to_string(key));
        write(each);
      }
      json_.end_object();
    } else if constexpr (std::ranges::contiguous_range<T>) {
      write_list(std::span(std::ranges::data(value), std::ranges::size(value)));
    } else {
      json_.begin_array();
      std::apply([&](const auto&... each) { (write(each), ...); }, value);
      json_.end_array();
    }
  }

  // One for each type of elements.
  template <class T>
  void write_list(std::span<const T> values) {
    json_.begin_array();
    for (const T& each : values) write(each);
    json_.end_array();
  }

  JsonWriter json_;
};

}  // namespace atelier::app
