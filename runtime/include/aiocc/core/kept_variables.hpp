// The variables of functions that fail: they live as long as the error, as in CPython the frames of its traceback do.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "aiocc/core/frame.hpp"

namespace aiocc {

namespace detail {

/// What variables held, in the order in which they die.
struct VariablesFrame : Frame {
  VariablesFrame() noexcept : Frame(FrameKind::Variables) {}
  ~VariablesFrame();
  std::vector<Object> values;
};

/// A variable of the function, or an argument that its caller owns.
struct KeptVariable {
  explicit KeptVariable(Object& variable) noexcept : shared(&variable), owned(&variable) {}
  explicit KeptVariable(Object const& argument) noexcept : shared(&argument) {}
  Object const* shared;
  Object* owned = nullptr;
};

/// Destroys a frame that the error in flight hasn't left: what its variables hold ends at once.
void destroy_outside_error(Frame* frame) noexcept;
/// Gives what they hold to the error in flight.
AIOCC_COLD void keep_variables(std::span<KeptVariable const> variables) noexcept;

}  // namespace detail

/// Stands behind all variables of a function whose objects' ends the program sees: `FrameVariables<2> frame_1(x, y);`.
template <std::size_t count>
class FrameVariables {
 public:
  template <class... Variables>
  explicit FrameVariables(Variables&... variables) noexcept : variables_{detail::KeptVariable(variables)...} {}
  FrameVariables(FrameVariables const&) = delete;
  ~FrameVariables() {
    if (state.error.bound()) [[unlikely]]
      detail::keep_variables(variables_);
  }

 private:
  std::array<detail::KeptVariable, count> variables_;
};

}  // namespace aiocc
