// Recursion of the runtime's own functions: CPython 3.13 counts that of its C functions apart from calls of Python's.
#pragma once

namespace aiocc::detail {

/// `NativeRecursion recursion(" in comparison"); if (!recursion.entered()) return raised;`
class NativeRecursion {
 public:
  /// What the runtime is doing ends RecursionError's message. A function of Python's that it calls may not count itself, if it's part of no
  /// recursion but by the runtime: so `calls_python` has the limit of Python's calls.
  explicit NativeRecursion(char const* doing, bool calls_python = false) noexcept;
  ~NativeRecursion();
  NativeRecursion(NativeRecursion const&) = delete;
  NativeRecursion& operator=(NativeRecursion const&) = delete;
  /// False: RecursionError is set.
  bool entered() const noexcept { return entered_; }

 private:
  bool calls_python_;
  bool entered_ = true;
};

}  // namespace aiocc::detail
