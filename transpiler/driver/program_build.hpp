// From a translated program to its binary: one run of the C++ compiler, or one a module and a link.
#pragma once

#include <string>
#include <vector>

#include "driver/cache.hpp"
#include "driver/compilation.hpp"
#include "driver/cxx.hpp"

namespace aiocc::driver {

// Translates, compiles, and puts the binary at `binary`. Reports and gives nothing where that fails; else the program's C++.
std::optional<std::vector<emit::EmittedFile>> build_binary(Compilation& compilation, Cxx const& cxx, Cache const& cache,
                                                           std::string const& binary);

}  // namespace aiocc::driver
