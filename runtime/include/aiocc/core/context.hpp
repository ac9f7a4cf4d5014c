// The current context of contextvars, and what tasks and callbacks do with it. While no program has set a variable, contexts are unbound
// words that cost nothing.
#pragma once

#include <utility>

#include "aiocc/objects/object.hpp"

namespace aiocc {

/// The current context: a contextvars.Context, or unbound for an empty one that nobody has asked for.
extern Object current_context;

/// What a new task or callback runs in: a copy of the current context. `given` is its `context` argument, used as it is unless it's None
/// or unbound.
Object context_for(Object const& given = Object());

/// Runs in `context` for a scope; what is set there stays in it.
class ContextScope {
 public:
  explicit ContextScope(Object& context) noexcept : context_(context) { std::swap(current_context, context_); }
  ~ContextScope() { std::swap(current_context, context_); }
  ContextScope(ContextScope const&) = delete;
  ContextScope& operator=(ContextScope const&) = delete;

 private:
  /// Holds what the current context was, meanwhile.
  Object& context_;
};

}  // namespace aiocc
