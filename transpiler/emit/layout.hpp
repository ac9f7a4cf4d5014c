// Indentation, line breaks and blank lines of emitted code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aiocc::emit {

// Lays code out as a person would write it; the writers put one statement on a line and don't indent. In one pass, since translation takes
// time that grows with the program (clang-format's library took twenty times as long as all the rest).
class Layout {
 public:
  void reserve(std::size_t size) { out_.reserve(size); }
  // Whole lines; what is before them was added before.
  void add(std::string_view code);
  std::string take() { return std::move(out_); }

 private:
  // What's in a namespace isn't indented, and what's in a label's braces as much as what's around them.
  enum class Braces : std::uint8_t { Namespace, Label, Plain };

  std::size_t add_verbatim(std::string_view code, std::size_t at);
  void write(std::string_view raw);
  void write_blank();
  void write_code(std::string_view line, std::size_t indentation);
  void write_broken(std::string_view line, std::size_t indentation);
  void open(std::string_view line);
  Braces close();
  void follow_braces(std::string_view line, std::size_t at);

  std::string out_;
  std::size_t indentation_ = 0;
  // Those that are open.
  std::vector<Braces> braces_;
  bool is_verbatim_ = false;
};

// `code` laid out.
std::string laid_out(std::string_view code);

}  // namespace aiocc::emit
