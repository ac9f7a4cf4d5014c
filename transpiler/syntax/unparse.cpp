// Parentheses stand where an operand binds less tightly than what it's part of; the levels are those of the grammar.
#include "syntax/unparse.hpp"

#include <fmt/format.h>

#include "support/overloaded.hpp"
#include "support/python_repr.hpp"

namespace aiocc::syntax {
namespace {

enum Level {
  Named,
  InTuple,
  Test,
  Or,
  And,
  Not,
  Comparison,
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Arithmetic,
  Term,
  Factor,
  Power,
  Awaited,
  Atom
};

constexpr Level above(Level level) { return static_cast<Level>(level + 1); }

Level level_of(Operator op) {
  switch (op) {
    case Operator::BitOr: return BitOr;
    case Operator::BitXor: return BitXor;
    case Operator::BitAnd: return BitAnd;
    case Operator::LShift:
    case Operator::RShift: return Shift;
    case Operator::Add:
    case Operator::Sub: return Arithmetic;
    case Operator::Pow: return Power;
    case Operator::Mult:
    case Operator::MatMult:
    case Operator::Div:
    case Operator::FloorDiv:
    case Operator::Mod: return Term;
  }
  return Term;
}

std::string parenthesised(bool is_needed, std::string text) { return is_needed ? "(" + text + ")" : text; }

std::string int_text(IntValue const& value) {
  return value.base == 16 ? decimal_of_hex(value.digits) : std::string(value.digits);
}

class Unparser {
 public:
  Unparser(Ast const& ast, SourceFile const& file) : ast_(ast), file_(file) {}

  std::string text(ExprId id, Level level) const {
    return syntax::visit(ast_, id, [&](auto const& node) { return text(node, id, level); });
  }

 private:
  std::string joined(Array<ExprId> exprs, Level level = Test) const {
    std::string result;
    for (ExprId each : exprs) result += (result.empty() ? "" : ", ") + text(each, level);
    return result;
  }

  std::string text(BoolOp const& node, ExprId, Level level) const {
    Level const own = node.op == BoolOperator::And ? And : Or;
    std::string result;
    for (ExprId each : node.values)
      result += (result.empty() ? "" : own == And ? " and " : " or ") + text(each, above(own));
    return parenthesised(level > own, result);
  }

  std::string text(BinOp const& node, ExprId, Level level) const {
    Level const own = level_of(node.op);
    bool const is_power = node.op == Operator::Pow;
    std::string const left = text(node.left, is_power ? above(own) : own);
    std::string const right = text(node.right, is_power ? own : above(own));
    return parenthesised(level > own, fmt::format("{} {} {}", left, symbol(node.op), right));
  }

  std::string text(UnaryOp const& node, ExprId, Level level) const {
    bool const is_not = node.op == UnaryOperator::Not;
    Level const own = is_not ? Not : Factor;
    return parenthesised(level > own, (is_not ? "not " : std::string(symbol(node.op))) + text(node.operand, own));
  }

  std::string text(Compare const& node, ExprId, Level level) const {
    std::string result = text(node.left, above(Comparison));
    for (std::size_t at = 0; at < node.ops.size(); ++at)
      result += fmt::format(" {} {}", symbol(node.ops[at]), text(node.comparators[at], above(Comparison)));
    return parenthesised(level > Comparison, result);
  }

  std::string text(IfExp const& node, ExprId, Level level) const {
    std::string const result = fmt::format("{} if {} else {}", text(node.body, above(Test)),
                                           text(node.test, above(Test)), text(node.orelse, Test));
    return parenthesised(level > Test, result);
  }

  std::string text(Lambda const& node, ExprId, Level level) const {
    std::string const parameters = parameter_text(*node.args);
    return parenthesised(
        level > Test, fmt::format("lambda{}{}: {}", parameters.empty() ? "" : " ", parameters, text(node.body, Test)));
  }

  std::string parameter_text(Arguments const& node) const {
    std::string result;
    auto const add = [&](std::string const& part) { result += (result.empty() ? "" : ", ") + part; };
    std::size_t const positional = node.posonlyargs.size() + node.args.size();
    std::size_t const required = positional - node.defaults.size();
    for (std::size_t at = 0; at < positional; ++at) {
      bool const is_only = at < node.posonlyargs.size();
      Arg const& arg = is_only ? node.posonlyargs[at] : node.args[at - node.posonlyargs.size()];
      add(std::string(arg.arg.text()) + (at < required ? "" : "=" + text(node.defaults[at - required], Test)));
      if (is_only && at + 1 == node.posonlyargs.size()) add("/");
    }
    if (node.vararg || !node.kwonlyargs.empty()) add("*" + (node.vararg ? std::string(node.vararg->arg.text()) : ""));
    for (std::size_t at = 0; at < node.kwonlyargs.size(); ++at)
      add(std::string(node.kwonlyargs[at].arg.text()) +
          (node.kw_defaults[at] ? "=" + text(node.kw_defaults[at], Test) : ""));
    if (node.kwarg) add("**" + std::string(node.kwarg->arg.text()));
    return result;
  }

  std::string text(Dict const& node, ExprId, Level) const {
    std::string result;
    for (std::size_t at = 0; at < node.keys.size(); ++at) {
      result += result.empty() ? "" : ", ";
      result += node.keys[at] ? fmt::format("{}: {}", text(node.keys[at], Test), text(node.values[at], Test))
                              : "**" + text(node.values[at], BitOr);
    }
    return "{" + result + "}";
  }

  std::string clauses(Array<Comprehension> generators) const {
    std::string result;
    for (Comprehension const& each : generators) {
      result += fmt::format(" {}for {} in {}", each.is_async ? "async " : "", text(each.target, InTuple),
                            text(each.iter, above(Test)));
      for (ExprId condition : each.ifs) result += " if " + text(condition, above(Test));
    }
    return result;
  }

  std::string text(ListComp const& node, ExprId, Level) const {
    return "[" + text(node.elt, Test) + clauses(node.generators) + "]";
  }
  std::string text(SetComp const& node, ExprId, Level) const {
    return "{" + text(node.elt, Test) + clauses(node.generators) + "}";
  }
  std::string text(GeneratorExp const& node, ExprId, Level) const {
    return "(" + text(node.elt, Test) + clauses(node.generators) + ")";
  }
  std::string text(DictComp const& node, ExprId, Level) const {
    return fmt::format("{{{}: {}{}}}", text(node.key, Test), text(node.value, Test), clauses(node.generators));
  }

  std::string text(Call const& node, ExprId, Level) const {
    std::string const callee = text(node.func, Atom);
    bool const is_generator = node.args.size() == 1 && node.keywords.empty() && ast_.is<GeneratorExp>(node.args[0]);
    if (is_generator) return callee + text(node.args[0], Test);
    std::string arguments = joined(node.args);
    for (Keyword const& keyword : node.keywords) {
      arguments += arguments.empty() ? "" : ", ";
      arguments += (keyword.arg ? std::string(keyword.arg.text()) + "=" : "**") + text(keyword.value, Test);
    }
    return fmt::format("{}({})", callee, arguments);
  }

  std::string text(Constant const& node, ExprId, Level) const {
    return (node.kind ? "u" : "") + std::visit(Overloaded{
                                                   [](NoneValue) { return std::string("None"); },
                                                   [](bool value) { return std::string(value ? "True" : "False"); },
                                                   [](EllipsisValue) { return std::string("..."); },
                                                   [](IntValue const& value) { return int_text(value); },
                                                   [](double value) { return repr_float(value); },
                                                   [](ImaginaryValue value) {
                                                     std::string number = repr_float(value.imaginary);
                                                     if (number.ends_with(".0")) number.resize(number.size() - 2);
                                                     return number + "j";
                                                   },
                                                   [](StrValue value) { return repr_str(value.text); },
                                                   [](BytesValue value) { return repr_bytes(value.bytes); },
                                               },
                                               node.value);
  }

  std::string text(Attribute const& node, ExprId, Level) const {
    auto const* constant = ast_.get_if<Constant>(node.value);
    bool const is_int = constant && std::holds_alternative<IntValue>(constant->value);
    return fmt::format("{}{}.{}", text(node.value, Atom), is_int ? " " : "", node.attr.text());
  }

  std::string text(Subscript const& node, ExprId, Level) const {
    return fmt::format("{}[{}]", text(node.value, Atom), text(node.slice, InTuple));
  }

  std::string text(Slice const& node, ExprId, Level) const {
    std::string result = (node.lower ? text(node.lower, Test) : "") + ":" + (node.upper ? text(node.upper, Test) : "");
    return node.step ? result + ":" + text(node.step, Test) : result;
  }

  std::string text(Tuple const& node, ExprId, Level level) const {
    if (node.elts.empty()) return "()";
    return parenthesised(level > InTuple, joined(node.elts) + (node.elts.size() == 1 ? "," : ""));
  }

  std::string text(List const& node, ExprId, Level) const { return "[" + joined(node.elts) + "]"; }
  std::string text(Set const& node, ExprId, Level) const { return "{" + joined(node.elts) + "}"; }
  std::string text(Starred const& node, ExprId, Level) const { return "*" + text(node.value, BitOr); }
  std::string text(Name const& node, ExprId, Level) const { return std::string(node.id.text()); }
  std::string text(Await const& node, ExprId, Level level) const {
    return parenthesised(level > Awaited, "await " + text(node.value, Atom));
  }
  std::string text(Yield const& node, ExprId, Level) const {
    return node.value ? "(yield " + text(node.value, Test) + ")" : "(yield)";
  }
  std::string text(YieldFrom const& node, ExprId, Level) const { return "(yield from " + text(node.value, Test) + ")"; }
  std::string text(NamedExpr const& node, ExprId, Level level) const {
    return parenthesised(level > Named, fmt::format("{} := {}", text(node.target, Atom), text(node.value, Atom)));
  }
  // They stay as they're written.
  std::string text(JoinedStr const&, ExprId id, Level) const { return std::string(file_.text(ast_.span(id))); }
  std::string text(FormattedValue const&, ExprId id, Level) const { return std::string(file_.text(ast_.span(id))); }

  Ast const& ast_;
  SourceFile const& file_;
};

}  // namespace

std::string unparse(Ast const& ast, SourceFile const& file, ExprId expr) {
  return Unparser(ast, file).text(expr, Test);
}

}  // namespace aiocc::syntax
