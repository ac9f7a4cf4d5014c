// Rules about names.
#pragma once

#include <string>
#include <string_view>

namespace aiocc::bindgen {

// "BlockingIOError" -> "blocking_io_error".
std::string snake_case(std::string_view name);

// The module of CPython that is written in C and has this module's functions: the module itself, or its accelerator ("_heapq"). Empty
// for what is written in Python.
std::string_view c_module(std::string_view module);

// Types that signatures may name without a class of ours behind: typing's and collections.abc's.
bool is_special_type(std::string_view name);

}  // namespace aiocc::bindgen
