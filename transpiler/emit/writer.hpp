// Lines of C++ text, which emit/layout lays out at the end.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace aiocc::emit {

class Writer {
 public:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::memory_buffer buffer;
    fmt::format_to(fmt::appender(buffer), format, std::forward<Args>(args)...);
    buffer.push_back('\n');
    text_.append(buffer.data(), buffer.size());
  }
  void raw(std::string_view text) { text_ += text; }
  void blank() { text_ += '\n'; }

  std::size_t size() const { return text_.size(); }
  // What was written since the text was `start` long, which the writer forgets.
  std::string take_from(std::size_t start) {
    std::string tail = text_.substr(start);
    text_.resize(start);
    return tail;
  }

  bool empty() const { return text_.empty(); }
  std::string const& text() const { return text_; }
  // What was written since, which the writer forgets.
  std::string take() { return std::exchange(text_, {}); }

 private:
  std::string text_;
};

}  // namespace aiocc::emit
