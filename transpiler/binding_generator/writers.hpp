// The outputs: each a function from the interface to text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "binding_generator/errors.hpp"
#include "binding_generator/model.hpp"

namespace aiocc::bindgen {

// The source that defines transpiler/bindings' table.
std::string write_table(Api const& api);

// The header that declares the natives of all modules.
std::string write_natives_header(Api const& api);
// Sources that define the natives, by the part of their names that follows "natives_": functions' bodies, and the member tables of modules and classes.
// A module of `apart` has a file of its own, "natives__hashlib", the others are spread over `file_count` files: a build wants to know their names.
std::map<std::string, std::string> write_natives(Api const& api, std::size_t file_count,
                                                 std::vector<std::string> const& apart, Errors& errors);

// `.pyi` files by path: "asyncio.pyi", "collections/abc.pyi".
std::map<std::string, std::string> write_stubs(Api const& api);

// docs/supported.md.
std::string write_page(Api const& api);

// "natives::asyncio", and the variable of a function in it.
std::string natives_namespace(Module const& module);
std::string native_variable(Api const& api, Function const& function);

}  // namespace aiocc::bindgen
