// Reading and decoding of source files, as PEP 263 says.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <regex>

#include <sys/stat.h>

#include "frontend/parse.hpp"
#include "support/unicode.hpp"

namespace aiocc::frontend {
namespace {

// More than any person writes; the C++ compiler would take minutes over it.
constexpr std::size_t size_limit = 4 << 20;

// The file's bytes, or errno's text in `problem`. Reads little more than `size_limit` of a larger one.
std::optional<std::string> read_all(std::string const& path, std::string& problem) {
  struct Close {
    void operator()(std::FILE* stream) const {
      if (stream != stdin) std::fclose(stream);
    }
  };
  struct stat status{};
  if (path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
    problem = std::strerror(EISDIR);
    return std::nullopt;
  }
  std::unique_ptr<std::FILE, Close> const stream(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  std::string bytes;
  char buffer[1 << 16];
  std::size_t count = 0;
  while (stream && bytes.size() <= size_limit && (count = std::fread(buffer, 1, sizeof buffer, stream.get())) > 0)
    bytes.append(buffer, count);
  if (stream && !std::ferror(stream.get())) return bytes;
  problem = std::strerror(errno);
  return std::nullopt;
}

std::string_view nth_line(std::string_view bytes, int index) {
  for (; index > 0; --index) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
  return bytes.substr(0, bytes.find('\n'));
}

// The encoding that a comment in one of the first two lines declares, in CPython's normal form; else "utf-8".
std::string declared_encoding(std::string_view bytes) {
  static std::regex const declaration(R"(^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+).*)");
  static std::regex const blank(R"(^[ \t\f]*(?:#.*)?\r?$)");
  for (int index = 0; index < 2 && !bytes.empty(); ++index) {
    std::string const line(nth_line(bytes, index));
    std::smatch match;
    if (std::regex_match(line, match, declaration)) {
      std::string name = match[1];
      for (char& c : name) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      return name;
    }
    if (!std::regex_match(line, blank)) break;
  }
  return "utf-8";
}

std::string decode_latin1(std::string_view bytes) {
  std::string text;
  for (char const byte : bytes) append_code_point(text, static_cast<unsigned char>(byte));
  return text;
}

bool is_latin1(std::string_view encoding) {
  return encoding == "latin-1" || encoding == "iso-8859-1" || encoding == "iso-latin-1" || encoding == "latin1";
}

// CPython's words for a byte that isn't UTF-8.
std::string invalid_utf8_message(std::string_view bytes, std::size_t offset, std::string const& path) {
  auto const line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n') + 1;
  return fmt::format(
      "Non-UTF-8 code starting with '\\x{:02x}' in file {} on line {}, but no encoding declared; see "
      "https://peps.python.org/pep-0263/ for details",
      static_cast<unsigned char>(bytes[offset]), path, line);
}

}  // namespace

std::optional<SourceFileId> read_source(SourceFiles& files, std::string const& path, Diagnostics& diagnostics) {
  std::optional<std::string> bytes = read_bytes(path, diagnostics);
  if (!bytes) return std::nullopt;
  return add_source(files, path, std::move(*bytes), diagnostics);
}

std::optional<std::string> read_bytes(std::string const& path, Diagnostics& diagnostics) {
  std::string problem;
  std::optional<std::string> bytes = read_all(path, problem);
  if (!bytes) {
    diagnostics.report<Code::CannotRead>({}, path, problem);
  } else if (bytes->size() > size_limit) {
    diagnostics.report<Code::FileTooLarge>({}, path, size_limit >> 20);
    return std::nullopt;
  }
  return bytes;
}

std::optional<SourceFileId> add_source(SourceFiles& files, std::string const& path, std::string bytes,
                                       Diagnostics& diagnostics) {
  std::string const shown_path = path == "-" ? "<stdin>" : path;
  std::string const encoding = declared_encoding(bytes);
  if (is_latin1(encoding)) {
    bytes = decode_latin1(bytes);
  } else if (encoding != "utf-8" && encoding != "utf8" && encoding != "ascii" && encoding != "us-ascii") {
    diagnostics.report<Code::UnsupportedEncoding>({}, encoding);
    return std::nullopt;
  }
  if (std::size_t const offset = find_invalid_utf8(bytes); offset != std::string::npos) {
    diagnostics.report<Code::SyntaxError>({}, invalid_utf8_message(bytes, offset, shown_path));
    return std::nullopt;
  }
  if (std::size_t const null = bytes.find('\0'); null != std::string::npos) {
    SourceFileId const id = files.add(SourceFile(shown_path, normalize_line_ends(bytes.substr(0, null))));
    auto const end = static_cast<std::uint32_t>(files[id].text().size());
    diagnostics.report<Code::SyntaxError>({id, end, end}, "source code cannot contain null bytes");
    return std::nullopt;
  }
  return files.add(SourceFile(shown_path, normalize_line_ends(bytes)));
}

}  // namespace aiocc::frontend
