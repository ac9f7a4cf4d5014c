// Statements in texts (`timeit("f(5)", setup="from __main__ import f")`), for programs that import timeit: no program compiles them at run
// time, so they become functions of their module, which timeit finds by their text.
#pragma once

#include <string>

#include "syntax/ast.hpp"

namespace aiocc::driver {

// Statements, as Python text, that hand over what a module's str literals and f-strings would do as setup and as statement; empty where none
// is Python.
//
//   "f(x)"    ->    def __run__(__environment__, __items__, __timer__):
//                       __start__ = __timer__()
//                       for __item__ in __items__:
//                           __environment__.load("f")(__environment__.load("x"))
//                       return __timer__() - __start__
//
// What the text binds are the function's variables, which begin with what the setup has bound. What it only reads is looked up each time, as
// CPython's function does: it may be the setup's, in the globals that timeit was given, or a builtin.
// A hole of an f-string stands for a name, an attribute's name or a literal.
std::string timed_statements(syntax::Ast const& ast);

// How many statements `timed_statements` gives.
inline constexpr std::size_t timed_statements_count = 3;

}  // namespace aiocc::driver
