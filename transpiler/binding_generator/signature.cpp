// From annotation text to signatures: the text is completed to a statement, parsed, and read off the tree.
#include "binding_generator/signature.hpp"

#include <utility>

#include "binding_generator/parsing.hpp"
#include "syntax/ast.hpp"

namespace aiocc::bindgen {

namespace {

using namespace syntax;

// Thrown inside this file only, from wherever in a tree something can't be read.
struct Unreadable {
  std::string message;
};

class TypeReader {
 public:
  explicit TypeReader(Parsed const& parsed) : parsed_(parsed) {}

  bindgen::TypeExpr read(ExprId id) const {
    return visit(ast(), id, [&](auto const& node) { return read_node(id, node); });
  }
  std::string text(ExprId id) const { return std::string(parsed_.text(ast().span(id))); }
  Ast const& ast() const { return parsed_.ast(); }

 private:
  template <class Node>
  bindgen::TypeExpr read_node(ExprId id, Node const&) const {
    throw Unreadable{"`" + text(id) + "` isn't a type"};
  }
  bindgen::TypeExpr read_node(ExprId, Name const& name) const { return {std::string(name.id.text()), {}}; }
  bindgen::TypeExpr read_node(ExprId id, Attribute const&) const { return {text(id), {}}; }
  bindgen::TypeExpr read_node(ExprId id, syntax::Constant const& constant) const {
    if (std::holds_alternative<NoneValue>(constant.value)) return {"None", {}};
    if (std::holds_alternative<EllipsisValue>(constant.value)) return {"...", {}};
    throw Unreadable{"`" + text(id) + "` isn't a type"};
  }
  bindgen::TypeExpr read_node(ExprId, List const& list) const { return {"[]", read_all(list.elts)}; }
  bindgen::TypeExpr read_node(ExprId id, BinOp const& operation) const {
    if (operation.op != Operator::BitOr) throw Unreadable{"`" + text(id) + "` isn't a type"};
    bindgen::TypeExpr result = read(operation.left);
    if (result.name != "|") result = {"|", {std::move(result)}};
    result.args.push_back(read(operation.right));
    return result;
  }
  bindgen::TypeExpr read_node(ExprId, Subscript const& subscript) const {
    bindgen::TypeExpr result = read(subscript.value);
    if (auto const* tuple = ast().get_if<Tuple>(subscript.slice))
      result.args = read_all(tuple->elts);
    else
      result.args.push_back(read(subscript.slice));
    return result;
  }
  bindgen::TypeExpr read_node(ExprId, Starred const& starred) const { return {"*", {read(starred.value)}}; }

  std::vector<bindgen::TypeExpr> read_all(Array<ExprId> ids) const {
    std::vector<bindgen::TypeExpr> types;
    for (ExprId id : ids) types.push_back(read(id));
    return types;
  }

  Parsed const& parsed_;
};

std::vector<std::string> read_type_params(Array<TypeParam> params) {
  std::vector<std::string> names;
  for (TypeParam const& param : params)
    names.push_back(std::visit([](auto const& node) { return std::string(node.name.text()); }, param.node));
  return names;
}

Parameter read_parameter(TypeReader const& types, Arg const& arg, bindgen::ParameterKind kind, ExprId default_value) {
  Parameter parameter{std::string(arg.arg.text()), kind, std::nullopt, {}};
  if (arg.annotation) parameter.type = types.read(arg.annotation);
  if (default_value) parameter.default_text = types.text(default_value);
  return parameter;
}

std::vector<Parameter> read_parameters(TypeReader const& types, Arguments const& args) {
  using Kind = bindgen::ParameterKind;
  std::vector<Parameter> params;
  std::size_t const positional = args.posonlyargs.size() + args.args.size();
  std::size_t const required = positional - args.defaults.size();
  for (std::size_t i = 0; i < positional; ++i) {
    bool const positional_only = i < args.posonlyargs.size();
    Arg const& arg = positional_only ? args.posonlyargs[i] : args.args[i - args.posonlyargs.size()];
    params.push_back(read_parameter(types, arg, positional_only ? Kind::PositionalOnly : Kind::Positional,
                                    i < required ? ExprId{} : args.defaults[i - required]));
  }
  if (args.vararg) params.push_back(read_parameter(types, *args.vararg, Kind::VarArgs, {}));
  for (std::size_t i = 0; i < args.kwonlyargs.size(); ++i)
    params.push_back(read_parameter(types, args.kwonlyargs[i], Kind::KeywordOnly, args.kw_defaults[i]));
  if (args.kwarg) params.push_back(read_parameter(types, *args.kwarg, Kind::VarKeywords, {}));
  return params;
}

template <class Definition>
FunctionSignature read_function(TypeReader const& types, Definition const& definition) {
  if (!definition.returns) throw Unreadable{"the signature has no result type"};
  FunctionSignature signature;
  signature.name = definition.name.text();
  signature.is_async = std::is_same_v<Definition, AsyncFunctionDef>;
  signature.type_params = read_type_params(definition.type_params);
  signature.params = read_parameters(types, *definition.args);
  signature.returns = types.read(definition.returns);
  return signature;
}

// Python's grammar has no dotted names after `def` and `class`: takes what stands before the last dot out of `text`.
std::string take_scope(std::string& text, std::size_t begin) {
  std::size_t const end = text.find_first_of("[(: ", begin);
  std::size_t const dot = text.substr(0, end).rfind('.');
  if (dot == std::string::npos || dot < begin) return {};
  std::string scope = text.substr(begin, dot - begin);
  text.erase(begin, dot + 1 - begin);
  return scope;
}

// Parses `statement` and gives what `read` makes of its tree; complains in terms of `original`.
template <class Read>
auto parse_with(std::string const& statement, std::string_view original, Place const& place, Errors& errors,
                Read const& read) -> std::optional<decltype(read(std::declval<TypeReader const&>(), StmtId{}))> {
  try {
    Parsed const parsed(statement);
    if (!parsed.error().empty()) throw Unreadable{parsed.error()};
    return read(TypeReader(parsed), parsed.ast().body.front());
  } catch (Unreadable const& problem) {
    errors.add(place, "can't read the signature \"" + std::string(original) + "\": " + problem.message);
    return std::nullopt;
  }
}

}  // namespace

std::optional<FunctionSignature> parse_function(std::string_view text, Place const& place, Errors& errors) {
  std::string statement(text);
  std::size_t const def = statement.find("def ");
  if (def == std::string::npos) {
    errors.add(place, "the signature \"" + statement + "\" doesn't begin with `def` or `async def`");
    return std::nullopt;
  }
  std::string const scope = take_scope(statement, def + 4);
  auto signature = parse_with(statement + ": ...\n", text, place, errors, [](TypeReader const& types, StmtId id) {
    if (auto const* function = types.ast().get_if<FunctionDef>(id)) return read_function(types, *function);
    if (auto const* function = types.ast().get_if<AsyncFunctionDef>(id)) return read_function(types, *function);
    throw Unreadable{"it isn't a function"};
  });
  if (signature) signature->scope = scope;
  return signature;
}

std::optional<ClassSignature> parse_class(std::string_view text, Place const& place, Errors& errors) {
  std::string statement = "class " + std::string(text);
  std::string const scope = take_scope(statement, 6);
  // `tuple[T, ...]` is a type, but no head of a class.
  if (auto const dots = statement.find(", ...]"); dots != std::string::npos) statement.erase(dots, 5);
  auto signature = parse_with(statement + ": ...\n", text, place, errors, [](TypeReader const& types, StmtId id) {
    auto const* definition = types.ast().get_if<ClassDef>(id);
    if (!definition) throw Unreadable{"it isn't a class"};
    ClassSignature result;
    result.name = definition->name.text();
    result.type_params = read_type_params(definition->type_params);
    for (ExprId base : definition->bases) result.bases.push_back(types.read(base));
    return result;
  });
  if (signature) signature->scope = scope;
  return signature;
}

std::optional<ValueSignature> parse_value(std::string_view text, Place const& place, Errors& errors) {
  std::string statement(text);
  std::string const scope = take_scope(statement, 0);
  auto signature = parse_with(statement + "\n", text, place, errors, [](TypeReader const& types, StmtId id) {
    auto const* definition = types.ast().get_if<AnnAssign>(id);
    if (!definition || !types.ast().is<Name>(definition->target)) throw Unreadable{"it isn't `name: type`"};
    return ValueSignature{{}, types.text(definition->target), types.read(definition->annotation)};
  });
  if (signature) signature->scope = scope;
  return signature;
}

std::string to_python(bindgen::TypeExpr const& type) {
  auto join = [](std::vector<bindgen::TypeExpr> const& types, char const* separator) {
    std::string text;
    for (auto const& each : types) text += (text.empty() ? "" : separator) + to_python(each);
    return text;
  };
  if (type.name == "|") return join(type.args, " | ");
  if (type.name == "[]") return "[" + join(type.args, ", ") + "]";
  if (type.name == "*") return "*" + to_python(type.args.front());
  return type.args.empty() ? type.name : type.name + "[" + join(type.args, ", ") + "]";
}

}  // namespace aiocc::bindgen
