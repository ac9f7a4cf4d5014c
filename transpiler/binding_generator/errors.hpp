// Complaints about annotations; the generator reports all of them, then fails.
#pragma once

#include <string>
#include <vector>

#include "binding_generator/model.hpp"

namespace aiocc::bindgen {

class Errors {
 public:
  void add(Place const& place, std::string message);
  bool any() const { return count_ != 0; }

 private:
  unsigned count_ = 0;
};

}  // namespace aiocc::bindgen
