// Text of generated files, and writing it only where it changed.
#include "binding_generator/output.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace aiocc::bindgen {

std::string quote(std::string_view text) {
  std::string result = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += static_cast<char>(c);
    } else if (c == '\n') {
      result += "\\n";
    } else if (c < 32 || c >= 127 || c == '?') {
      // Octal escapes end after three digits; `?` could begin a trigraph.
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\%03o", c);
      result += escape;
    } else {
      result += static_cast<char>(c);
    }
  }
  return result + "\"";
}

std::string quote_or_null(std::string_view text) { return text.empty() ? "nullptr" : quote(text); }

void write_if_changed(std::string const& path, std::string const& text, Errors& errors) {
  std::error_code ignored;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
  if (std::ifstream old(path, std::ios::binary); old) {
    std::string const old_text((std::istreambuf_iterator<char>(old)), std::istreambuf_iterator<char>());
    if (old_text == text) return;
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  if (!file.flush()) errors.add({path, 1}, "can't write this file");
}

}  // namespace aiocc::bindgen
