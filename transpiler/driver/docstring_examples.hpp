// Examples in docstrings (`>>> f(1)`), for programs that import doctest: no program compiles them at run time, so they become functions of
// their module, which doctest finds by their text.
#pragma once

#include <string>

#include "syntax/ast.hpp"

namespace aiocc::driver {

// Statements, as Python text, that hand over the examples of all str literals of a module; empty where there are none.
//
//   >>> x = f(1)        def __run__(__begin__, __show__, __fail__):
//   >>> x          ->       if __begin__(0):
//   2                           try:
//                                   x = f(1)
//                               except BaseException as __error__:
//                                   __fail__(__error__)
//                           if __begin__(1): ... __show__(x) ...
//
// Examples bind variables of that function. Those that the module binds as well begin with its values, as doctest runs examples in a copy
// of the module's globals.
std::string docstring_examples(syntax::Ast const& ast);

// How many statements `docstring_examples` gives.
inline constexpr std::size_t docstring_statements = 3;

// Puts the last statements of the body behind the module's docstring and its imports from `__future__`.
void move_to_front(syntax::Ast& ast, std::size_t count);

}  // namespace aiocc::driver
