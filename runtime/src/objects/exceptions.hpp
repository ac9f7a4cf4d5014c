// What the sources of exceptions share.
#pragma once

#include <span>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"

namespace aiocc::detail {

/// An exception without args, its `__init__` not called.
BaseException* allocate_exception(Type* type);
/// All but ExceptionGroup, in the order of exceptions.def.
std::span<Type* const> built_in_exceptions() noexcept;
/// The built-in exceptions whose base is `base`.
std::vector<Type*> exceptions_below(Type const* base);
/// Fields and bases of a built-in exception type.
void complete_exception_type(Type* type);
/// What the names and attributes around a NameError or AttributeError suggest: ". Did you mean: 'x'?", or empty.
std::string suggestion_for(Ref<BaseException> const& exception);
/// One entry of a traceback: place, source lines, carets.
std::string format_span(Span const& span);
/// As the C half of CPython shows it, where nobody can handle an exception: place and first line, no carets.
std::string format_first_line(Span const& span);
/// The frames as a traceback shows them, without its first line.
std::string format_stack(TracebackSpans const& innermost_first, std::string (*format)(Span const&) = format_span);
/// Reports an error that can't be raised by `sys.unraisablehook`; "message:" and its traceback.
void report_unraisable(Ref<BaseException> const& error, std::string const& message);
/// The same without the hook. Where there's an object: "message: repr(where)".
void print_ignored(Ref<BaseException> const& error, std::string const& message, Object const& where);
/// What a program has put in place of a function or stream of sys; unbound if nothing.
Object hook_of_program(std::string_view name);
/// Writes to `sys.stderr`, which may be the program's own. Nobody hears of it if that fails.
void write_report(std::string_view utf8) noexcept;

}  // namespace aiocc::detail

namespace aiocc {
/// Calls `sys.excepthook`.
void print_uncaught(Ref<BaseException> const& exception);
}  // namespace aiocc
