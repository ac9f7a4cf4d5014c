// Errors are values: a function that may raise returns Result<T>; the exception itself is in the thread's state.
#pragma once

#include <cstdlib>
#include <new>
#include <type_traits>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/traceback.hpp"

namespace aiocc {

/// "An exception is set": converts to every Result<T>.
struct Raised {};
inline constexpr Raised raised{};

template <class T>
class Result;

/// Word-like T: the null word stands for "raised", so a result is one register.
template <Word T>
class [[nodiscard]] AIOCC_TRIVIAL_ABI Result<T> {
 public:
  using value_type = T;
  AIOCC_INLINE Result(Raised) noexcept {}
  AIOCC_INLINE Result(T value) noexcept : value_(std::move(value)) {}
  template <Word U>
    requires(!std::same_as<U, T> && std::convertible_to<U, T>)
  Result(U value) noexcept : value_(std::move(value)) {}
  template <Word U>
    requires(!std::same_as<U, T> && std::convertible_to<U, T>)
  Result(Result<U> other) noexcept : value_(std::move(other).value()) {}
  AIOCC_INLINE explicit operator bool() const noexcept { return value_.bound(); }
  AIOCC_INLINE T& value() & noexcept { return value_; }
  AIOCC_INLINE T value() && noexcept { return std::move(value_); }

 private:
  T value_;
};

/// Plain T (double, bool, int64_t, iterator positions): value and flag, two registers.
template <class T>
  requires(!Word<T> && std::is_trivially_copyable_v<T>)
class [[nodiscard]] Result<T> {
 public:
  using value_type = T;
  Result(Raised) noexcept : value_{}, ok_(false) {}
  Result(T value) noexcept : value_(value), ok_(true) {}
  explicit operator bool() const noexcept { return ok_; }
  T value() const noexcept { return value_; }

 private:
  T value_;
  bool ok_;
};

/// Other movable T, e.g. the state of a loop.
template <class T>
  requires(!Word<T> && !std::is_trivially_copyable_v<T> && std::is_class_v<T>)
class [[nodiscard]] Result<T> {
 public:
  using value_type = T;
  Result(Raised) noexcept : ok_(false) {}
  Result(T value) noexcept : value_(std::move(value)), ok_(true) {}
  explicit operator bool() const noexcept { return ok_; }
  T& value() & noexcept { return value_; }
  T value() && noexcept { return std::move(value_); }

 private:
  T value_;
  bool ok_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;
  Result(Raised) noexcept : ok_(false) {}
  Result() noexcept : ok_(true) {}
  explicit operator bool() const noexcept { return ok_; }
  void value() const noexcept {}

 private:
  bool ok_;
};

namespace detail {
AIOCC_COLD inline Raised raised_at(Span const* span) noexcept {
  add_traceback(span);
  return {};
}
}  // namespace detail

}  // namespace aiocc

// Each raising operation is one statement: `Int y = TRY(parse(s), AT(3));`. AT(n) is the n-th entry of the module's span table.
// TRY leaves a function, CO_TRY a coroutine, TRY_TO jumps to the handler `label` that encloses the statement.
// PASS is for the runtime's own functions, which have no frame in a traceback.
#define AIOCC_TRY_IMPL(expression, span, leave) \
  ({                                            \
    auto aiocc_result = (expression);           \
    if (!aiocc_result) [[unlikely]] {           \
      leave;                                    \
    }                                           \
    std::move(aiocc_result).value();            \
  })
#define TRY(expression, span) AIOCC_TRY_IMPL(expression, span, return ::aiocc::detail::raised_at(span))
#define CO_TRY(expression, span) AIOCC_TRY_IMPL(expression, span, co_return ::aiocc::detail::raised_at(span))
#define TRY_TO(label, expression, span) \
  AIOCC_TRY_IMPL(expression, span, ::aiocc::detail::add_traceback(span); goto label)
#define PASS(expression) AIOCC_TRY_IMPL(expression, nullptr, return ::aiocc::raised)
