// The text form of trees. It follows ast.dump: an object whose fields are all simple stands on one line, unless it has
// more than three.
#include "syntax/dump.hpp"

#include <type_traits>
#include <vector>

#include "support/python_repr.hpp"
#include "syntax/walk.hpp"

namespace aiocc::syntax {
namespace {

// A printed value; `is_simple` as ast.dump counts it: no tree node with fields, no list with elements.
struct Printed {
  std::string text;
  bool is_simple = true;
};

std::string print_int(IntValue const& value) {
  return value.base == 16 ? decimal_of_hex(value.digits) : std::string(value.digits);
}

}  // namespace

std::string repr_constant(ConstantValue const& constant) {
  return std::visit(Overloaded{
                        [](NoneValue) -> std::string { return "None"; },
                        [](bool value) -> std::string { return value ? "True" : "False"; },
                        [](EllipsisValue) -> std::string { return "Ellipsis"; },
                        [](IntValue const& value) { return print_int(value); },
                        [](double value) { return repr_float(value); },
                        [](ImaginaryValue value) {
                          std::string text = repr_float(value.imaginary);
                          if (text.ends_with(".0")) text.resize(text.size() - 2);
                          return text + "j";
                        },
                        [](StrValue value) { return repr_str(value.text); },
                        [](BytesValue value) { return repr_bytes(value.bytes); },
                    },
                    constant);
}

namespace {

class Dumper {
 public:
  Dumper(Ast const& ast, SourceFile const& file, DumpOptions options) : ast_(ast), file_(file), options_(options) {}

  std::string dump_module() {
    std::vector<std::string> args;
    if (!ast_.body.empty()) args.push_back("body=" + print(ast_.body, 1).text);
    return join("Module", args, /*all_simple=*/false, 1).text;
  }

 private:
  // Each of these prints a field's value at a nesting of `level`; unset fields don't come here.
  Printed print(ExprId id, int level) { return print_node_id(id, level); }
  Printed print(StmtId id, int level) { return print_node_id(id, level); }
  Printed print(PatternId id, int level) { return print_node_id(id, level); }
  Printed print(NameId name, int) { return {repr_str(name.text())}; }
  Printed print(bool value, int) { return {value ? "1" : "0"}; }
  Printed print(int value, int) { return {std::to_string(value)}; }
  Printed print(ConstantValue const& value, int) { return {repr_constant(value)}; }
  template <class Enum>
    requires std::is_enum_v<Enum>
  Printed print(Enum value, int) {
    return {std::string(name(value)) + "()"};
  }
  Printed print(std::optional<Arg> const& arg, int level) { return print(*arg, level); }
  Printed print(Arguments const* arguments, int level) { return print(*arguments, level); }
  Printed print(TypeParam const& param, int level) {
    return std::visit([&](auto const& node) { return print_fields(node, &param.span, level); }, param.node);
  }
  template <class Part>
    requires requires { Part::ast_name; }
  Printed print(Part const& part, int level) {
    if constexpr (requires { part.span; }) return print_fields(part, &part.span, level);
    return print_fields(part, nullptr, level);
  }
  template <class Element>
  Printed print(Array<Element> const& elements, int level) {
    if (elements.empty()) return {"[]"};
    std::string text = "[";
    for (std::size_t at = 0; at < elements.size(); ++at) {
      if (at != 0) text += ",";
      text += line_start(level + 1);
      text += is_set(elements[at]) ? print(elements[at], level + 1).text : "None";
    }
    return {text + "]", false};
  }

  template <class Tag>
  Printed print_node_id(Id<Tag> id, int level) {
    return visit(ast_, id, [&](auto const& node) { return print_fields(node, &ast_[id].span, level); });
  }

  template <class Node>
  Printed print_fields(Node const& node, Span const* span, int level) {
    std::vector<std::string> args;
    bool all_simple = true;
    Node::for_each_field(node, [&](char const* field_name, auto const& field) {
      if (!is_set(field)) return;
      Printed printed = print(field, level + 1);
      all_simple = all_simple && printed.is_simple;
      args.push_back(std::string(field_name) + "=" + printed.text);
    });
    if (options_.include_positions && span != nullptr) append_position(args, *span);
    return join(ast_name<Node>(), args, all_simple, level + 1);
  }

  template <class Field>
  static bool is_set(Field const& field) {
    if constexpr (requires { field.empty(); }) {
      return !field.empty();
    } else if constexpr (requires { field.has_value(); }) {
      return field.has_value();
    } else if constexpr (std::is_same_v<Field, NameId> || detail::NodeId<Field>) {
      return static_cast<bool>(field);
    } else {
      return true;
    }
  }

  void append_position(std::vector<std::string>& args, Span span) const {
    LineColumn const begin = file_.position(span.begin);
    LineColumn const end = file_.position(span.end);
    args.push_back("lineno=" + std::to_string(begin.line));
    args.push_back("col_offset=" + std::to_string(begin.column));
    args.push_back("end_lineno=" + std::to_string(end.line));
    args.push_back("end_col_offset=" + std::to_string(end.column));
  }

  static std::string line_start(int level) { return "\n" + std::string(2 * level, ' '); }

  static Printed join(std::string_view type, std::vector<std::string> const& args, bool all_simple, int level) {
    bool const is_one_line = all_simple && args.size() <= 3;
    std::string text(type);
    text += '(';
    for (std::size_t at = 0; at < args.size(); ++at) {
      if (at != 0) text += is_one_line ? ", " : ",";
      if (!is_one_line) text += line_start(level);
      text += args[at];
    }
    return {text + ")", args.empty()};
  }

  Ast const& ast_;
  SourceFile const& file_;
  DumpOptions options_;
};

}  // namespace

std::string dump(Ast const& ast, SourceFile const& file, DumpOptions options) {
  return Dumper(ast, file, options).dump_module() + "\n";
}

}  // namespace aiocc::syntax
