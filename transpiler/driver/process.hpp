// Other programs: running them, and becoming one.
#pragma once

#include <string>
#include <vector>

namespace aiocc::driver {

struct Finished {
  // 127: the program couldn't be started, and `output` says why. Death by a signal is 128 and its number.
  int code = 0;
  // What it wrote to stdout and stderr.
  std::string output;
};

// Runs a program, found through PATH, to its end.
Finished run_program(std::vector<std::string> const& command);

// Replaces this process by a program; the first of `arguments` is the name that it sees. Returns errno where that fails.
int become(std::string const& path, std::vector<std::string> const& arguments);

// Where PATH has the program; the name itself where it has a slash; empty where there is none.
std::string find_program(std::string const& name);

}  // namespace aiocc::driver
