// struct: parsing of formats.
#include "struct_format.hpp"

#include <cctype>
#include <optional>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/exceptions.hpp"

namespace aiocc::struct_ {

namespace {

/// The bytes of a value of this code; nothing for codes that the mode doesn't have.
std::optional<std::size_t> size_of(char code, bool native) noexcept {
  switch (code) {
    case 'x':
    case 'c':
    case 'b':
    case 'B':
    case 's':
    case 'p':
    case '?': return 1;
    case 'h':
    case 'H':
    case 'e': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L': return native ? 8 : 4;
    case 'q':
    case 'Q':
    case 'd': return 8;
    case 'n':
    case 'N':
    case 'P': return native ? std::optional<std::size_t>(8) : std::nullopt;
    default: return std::nullopt;
  }
}

Raised too_long() { return raise_struct_error("total struct size too long"); }

class Parser {
 public:
  explicit Parser(std::string text) { format_.text = std::move(text); }

  Result<Format> parse() {
    PASS(refuse_null());
    read_order();
    while (true) {
      while (at_ < text().size() && std::isspace(static_cast<unsigned char>(text()[at_]))) ++at_;
      if (at_ >= text().size()) break;
      PASS(read_field());
    }
    return std::move(format_);
  }

 private:
  std::string const& text() const noexcept { return format_.text; }

  Result<void> refuse_null() {
    if (text().find('\0') == std::string::npos) return {};
    return raise_struct_error("embedded null character");
  }

  void read_order() {
    if (text().empty() || std::string_view("@=<>!").find(text()[0]) == std::string_view::npos) return;
    format_.native = text()[0] == '@';
    format_.big_endian = text()[0] == '>' || text()[0] == '!';
    at_ = 1;
  }

  Result<std::size_t> read_count() {
    std::size_t count = 0;
    for (; at_ < text().size() && std::isdigit(static_cast<unsigned char>(text()[at_])); ++at_) {
      if (__builtin_mul_overflow(count, std::size_t{10}, &count) || count > PTRDIFF_MAX - 10) return too_long();
      count += static_cast<std::size_t>(text()[at_] - '0');
    }
    if (at_ >= text().size()) return raise_struct_error("repeat count given without format specifier");
    return count;
  }

  Result<void> read_field() {
    bool const counted = std::isdigit(static_cast<unsigned char>(text()[at_]));
    std::size_t const count = counted ? PASS(read_count()) : 1;
    char const code = text()[at_++];
    auto const size = size_of(code, format_.native);
    if (!size) return raise_struct_error("bad char in struct format");
    if (format_.native) format_.size = (format_.size + *size - 1) / *size * *size;
    std::size_t bytes;
    if (__builtin_mul_overflow(count, *size, &bytes) || bytes > PTRDIFF_MAX - format_.size) return too_long();
    format_.fields.push_back({code, count, format_.size, *size});
    format_.size += bytes;
    format_.values += code == 's' || code == 'p' ? 1 : code == 'x' ? 0 : count;
    return {};
  }

  Format format_;
  std::size_t at_ = 0;
};

}  // namespace

Raised raise_struct_error(std::string_view message) { return raise_error(error_type, message); }

Result<Format> parse_format(Object const& format) {
  if (is_bytes(format)) return Parser(std::string(static_cast<Bytes const&>(format).view())).parse();
  if (!is_str(format))
    return raise_error(type_error_type,
                       "Struct() argument 1 must be a str or bytes object, not " + aiocc::detail::type_name(format));
  Object ascii = PASS(static_cast<Str const&>(format).encode("ascii"_s, "strict"_s));
  return Parser(std::string(static_cast<Bytes const&>(ascii).view())).parse();
}

}  // namespace aiocc::struct_
