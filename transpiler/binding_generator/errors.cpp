// Prints complaints the way compilers do, so that editors find the place.
#include "binding_generator/errors.hpp"

#include <cstdio>

namespace aiocc::bindgen {

void Errors::add(Place const& place, std::string message) {
  ++count_;
  std::fprintf(stderr, "%s:%u: error: %s\n", place.file.c_str(), place.line, message.c_str());
}

}  // namespace aiocc::bindgen
