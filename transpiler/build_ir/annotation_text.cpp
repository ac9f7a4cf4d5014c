// Annotations as text.
#include "build_ir/annotation_text.hpp"

#include "support/overloaded.hpp"
#include "support/python_repr.hpp"

namespace aiocc::build_ir {
namespace {

class Unparser {
 public:
  Unparser(syntax::Ast const& ast, SourceFile const& file) : ast_(ast), file_(file) {}

  std::string text(syntax::ExprId expr) const {
    return syntax::visit(ast_, expr,
                         Overloaded{
                             [&](syntax::Name const& node) { return std::string(node.id.text()); },
                             [&](syntax::Attribute const& node) { return text(node.value) + "." + std::string(node.attr.text()); },
                             [&](syntax::Subscript const& node) { return text(node.value) + "[" + subscript(node.slice) + "]"; },
                             [&](syntax::Tuple const& node) {
                               return "(" + joined(node.elts) + (node.elts.size() == 1 ? ",)" : ")");
                             },
                             [&](syntax::List const& node) { return "[" + joined(node.elts) + "]"; },
                             [&](syntax::Call const& node) { return text(node.func) + "(" + call_arguments(node) + ")"; },
                             [&](syntax::Starred const& node) { return "*" + text(node.value); },
                             [&](syntax::Constant const& node) { return constant(node, expr); },
                             [&](syntax::BinOp const& node) {
                               if (node.op != syntax::Operator::BitOr) return source(expr);
                               return text(node.left) + " | " + text(node.right);
                             },
                             [&](auto const&) { return source(expr); },
                         });
  }

 private:
  std::string joined(Array<syntax::ExprId> exprs) const {
    std::string out;
    for (syntax::ExprId each : exprs) out += (out.empty() ? "" : ", ") + text(each);
    return out;
  }

  std::string call_arguments(syntax::Call const& node) const {
    std::string out = joined(node.args);
    for (syntax::Keyword const& keyword : node.keywords) {
      if (!out.empty()) out += ", ";
      out += (keyword.arg ? std::string(keyword.arg.text()) + "=" : "**") + text(keyword.value);
    }
    return out;
  }

  std::string subscript(syntax::ExprId slice) const {
    auto const* tuple = ast_.get_if<syntax::Tuple>(slice);
    return tuple && tuple->elts.size() > 1 ? joined(tuple->elts) : text(slice);
  }

  std::string constant(syntax::Constant const& node, syntax::ExprId expr) const {
    if (auto const* str = std::get_if<syntax::StrValue>(&node.value)) return repr_str(str->text);
    if (std::holds_alternative<syntax::EllipsisValue>(node.value)) return "...";
    return source(expr);
  }

  // As it's written, on one line.
  std::string source(syntax::ExprId expr) const {
    std::string out;
    for (char const character : file_.text(ast_.span(expr))) {
      bool const is_blank = character == ' ' || character == '\n' || character == '\t' || character == '\r' || character == '\\';
      if (!is_blank) out += character;
      if (is_blank && !out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
  }

  syntax::Ast const& ast_;
  SourceFile const& file_;
};

}  // namespace

std::string annotation_text(syntax::Ast const& ast, SourceFile const& file, syntax::ExprId annotation) {
  return Unparser(ast, file).text(annotation);
}

}  // namespace aiocc::build_ir
