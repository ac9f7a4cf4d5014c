// What the libraries behind _compress have in common.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "aiocc/objects/object.hpp"

namespace aiocc::_compress {

/// A stream of one of the libraries'.
class Engine {
 public:
  Engine() = default;
  Engine(Engine const&) = delete;
  Engine& operator=(Engine const&) = delete;
  virtual ~Engine() = default;

  enum class Progress { More, End, Error };
  /// One call of the library's: takes from `input`, writes to `room`, and shortens both by what it used.
  virtual Progress step(std::string_view& input, char*& room, std::size_t& room_size, bool is_last) = 0;
  /// The library's number of the last error.
  int error = 0;
  int check = 0;
};

Object make_codec(std::unique_ptr<Engine> engine);

}  // namespace aiocc::_compress
