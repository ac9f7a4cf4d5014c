// What the system's calls want of a program's arguments and environment.
#pragma once

#include <string>
#include <vector>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc::posix {

/// Texts as an array of C's that ends with a null pointer.
class Texts {
 public:
  Texts() noexcept = default;
  /// Of a list of bytes.
  static Result<Texts> of(Object const& list);
  Texts(Texts&&) noexcept = default;
  Texts& operator=(Texts&&) noexcept = default;

  char* const* pointers() const noexcept { return pointers_.data(); }
  std::size_t size() const noexcept { return texts_.size(); }

 private:
  explicit Texts(std::vector<std::string> texts);

  // The strings stay where they are when the vector is moved.
  std::vector<std::string> texts_;
  std::vector<char*> pointers_;
};

/// The environment as `exec` wants it: that of this process for None.
Result<Texts> environment_texts(Object const& environment);

/// The fork that Python's functions around it see (`at_fork`): -1 and errno where it fails. An error is one of those functions'.
Result<int> fork_with_hooks();

}  // namespace aiocc::posix
