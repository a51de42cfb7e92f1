// SPDX-License-Identifier: MIT
// app/message.hpp: a value of any type that somebody handles. What is to be done with it is said by
// the function on(State&, T&&, Ports&), declared beside the type and found there: nowhere is a list
// of all of them, and a type that nobody handles does not compile, or does not link.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace atelier::app {

struct State;
struct Ports;

template <typename T>
concept Handled = requires(State& state, T&& value, Ports& ports) {
  on(state, std::move(value), ports);
};

// `Kind` only keeps one kind of messages apart from another: app/action.hpp, app/event.hpp.
template <typename Kind>
class Message {
 public:
  template <typename T>
  requires(!std::is_same_v<std::remove_cvref_t<T>, Message> && Handled<std::remove_cvref_t<T>>)
      Message(T&& value)
      : content_(std::make_unique<Holder<std::remove_cvref_t<T>>>(std::forward<T>(value))) {}

  // Once: what it held has been handed on.
  void handle(State& state, Ports& ports) && { content_->handle(state, ports); }

  // Null if it is of another type.
  template <typename T>
  [[nodiscard]] const T* get_if() const {
    return content_->type() == &type_of<T> ? &static_cast<const Holder<T>&>(*content_).value
                                           : nullptr;
  }
  template <typename T>
  [[nodiscard]] bool is() const {
    return get_if<T>() != nullptr;
  }

 private:
  // Its address stands for the type: the product has no run-time type information.
  template <typename T>
  static inline char type_of{};

  struct Content {
    virtual ~Content() = default;
    [[nodiscard]] virtual const void* type() const = 0;
    virtual void handle(State& state, Ports& ports) = 0;
  };

  template <typename T>
  struct Holder final : Content {
    explicit Holder(T&& held) : value(std::move(held)) {}
    explicit Holder(const T& held) : value(held) {}
    [[nodiscard]] const void* type() const override { return &type_of<T>; }
    void handle(State& state, Ports& ports) override { on(state, std::move(value), ports); }
    T value;
  };

  std::unique_ptr<Content> content_;
};

}  // namespace atelier::app
