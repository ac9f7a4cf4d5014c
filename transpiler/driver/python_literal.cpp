// Literals in Python text.
#include "driver/python_literal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace aiocc::driver {

std::string python_literal(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (static_cast<unsigned char>(c) < 32)
      out += fmt::format("\\x{:02x}", static_cast<int>(c));
    else
      out += c;
  }
  return out + "\"";
}

bool is_in_literal(syntax::Ast const& ast, std::uint32_t place) {
  return std::ranges::any_of(ast.exprs, [&](syntax::Expr const& expr) {
    bool const is_literal =
        std::holds_alternative<syntax::Constant>(expr.node) || std::holds_alternative<syntax::JoinedStr>(expr.node);
    return is_literal && expr.span.begin < place && place < expr.span.end;
  });
}

}  // namespace aiocc::driver
