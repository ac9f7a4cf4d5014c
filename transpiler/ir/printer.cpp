// The printer, derived from the fields of the instructions.
#include "ir/printer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "bindings/bindings.hpp"
#include "support/python_repr.hpp"

namespace aiocc::ir {
namespace {

std::string_view constant_kind_name(ConstantKind kind) {
  constexpr std::string_view names[] = {"None",      "bool", "Ellipsis", "int",           "float",
                                        "imaginary", "str",  "bytes",    "NotImplemented"};
  return names[static_cast<unsigned>(kind)];
}

std::string_view conversion_name(Conversion conversion) {
  constexpr std::string_view names[] = {"", "!s", "!r", "!a"};
  return names[static_cast<unsigned>(conversion)];
}

std::string_view kind_name(FunctionKind kind) {
  constexpr std::string_view names[] = {"module", "def", "async def", "generator", "async generator", "class body"};
  return names[static_cast<unsigned>(kind)];
}

std::string constant_text(Constant const& constant) {
  switch (constant.kind) {
    case ConstantKind::Bool: return constant.boolean ? "True" : "False";
    case ConstantKind::Int: return constant.text;
    case ConstantKind::Float: return repr_float(constant.number);
    case ConstantKind::Imaginary: return repr_float(constant.number) + "j";
    case ConstantKind::Str: return repr_str(constant.text);
    case ConstantKind::Bytes: return repr_bytes(constant.text);
    case ConstantKind::None:
    case ConstantKind::Ellipsis:
    case ConstantKind::NotImplemented:
    case ConstantKind::FactoryMarker: break;
  }
  return std::string(constant_kind_name(constant.kind));
}

class Printer {
 public:
  Printer(Module const& module, SourceFiles const& files) : module_(module), files_(files) {}

  std::string take() { return std::move(text_); }

  void print_module() {
    for (std::uint32_t at = 0; at < module_.modules.size(); ++at) print_python_module(PythonModuleId{at});
    std::uint32_t index = 0;
    for (Class const& class_ : module_.classes) print_class(class_, index++);
    for (index = 0; index < module_.functions.size(); ++index) {
      text_ += '\n';
      print_function(FunctionId{index});
    }
  }

  void print_function(FunctionId id) {
    function_ = &module_.functions[id];
    Function const& function = *function_;
    std::string head = fmt::format("{} {}#{}(", kind_name(function.kind), function.qualified_name, id.index);
    for (std::size_t at = 0; at < function.parameters.size(); ++at) {
      if (at != 0) head += ", ";
      head += parameter_text(function.parameters[at]);
    }
    head += fmt::format(") -> {}", function.result ? print_type(module_, function.result) : "?");
    if (!function.raises) head += " noraise";
    if (!function.suspends) head += " nosuspend";
    if (!function.escapes) head += " noescape";
    if (function.origin) head += fmt::format(" specialises #{}", function.origin.index);
    line(0, head + span_text(function.span, {}));
    for (Capture const& capture : function.captures) print_capture(capture);
    for (std::uint32_t index = 0; index < function.locals.size(); ++index) print_local(LocalId{index});
    print_block(function.body, 1);
  }

 private:
  void line(int level, std::string_view text) {
    text_.append(2 * static_cast<std::size_t>(level), ' ');
    text_ += text;
    text_ += '\n';
  }

  void print_python_module(PythonModuleId id) {
    line(0, fmt::format("module {}", module_.modules[id].cpp_name.text()));
    for (Global const& global : module_.globals) {
      if (global.module == id) print_global(global);
    }
  }

  void print_global(Global const& global) {
    std::string text = fmt::format("global {}: {}", global.name.text(), print_type(module_, global.type));
    if (global.stable) text += " stable";
    if (global.function) text += " = " + field(global.function);
    if (global.class_id) text += " = " + field(global.class_id);
    line(1, text);
  }

  void print_class(Class const& class_, std::uint32_t index) {
    std::string base = class_.base          ? field(class_.base)
                       : class_.native_base ? std::string(class_.native_base.text())
                                            : "?";
    line(1, fmt::format("class {}#{}({}) body={}", class_.qualified_name, index, base, field(class_.body)));
    for (ClassField const& each : class_.fields)
      line(2, fmt::format("{}: {}", each.name.text(), print_type(module_, each.type)));
  }

  std::string parameter_text(Parameter const& parameter) {
    constexpr std::string_view prefixes[] = {"", "", "*", "", "**"};
    constexpr std::string_view suffixes[] = {" /", "", "", " kwonly", ""};
    auto const kind = static_cast<unsigned>(parameter.kind);
    Local const& local = function_->locals[parameter.local];
    return fmt::format("{}{}: {}{}{}", prefixes[kind], local_text(*function_, parameter.local),
                       print_type(module_, local.type), parameter.has_default ? " = ..." : "", suffixes[kind]);
  }

  void print_capture(Capture const& capture) {
    Function const& parent = module_.functions[function_->parent];
    line(1, fmt::format("capture {} = {} of {}", local_text(*function_, capture.inner),
                        local_text(parent, capture.outer), field(function_->parent)));
  }

  void print_local(LocalId id) {
    Local const& local = function_->locals[id];
    bool const plain_parameter = local.kind == LocalKind::Parameter && !local.captured && !local.may_be_unbound;
    if (plain_parameter) return;
    std::string text = fmt::format("local {}: {}", local_text(*function_, id), print_type(module_, local.type));
    if (local.kind == LocalKind::Temporary) text += " temporary";
    if (local.captured) text += " captured";
    if (local.free) text += " free";
    if (local.may_be_unbound) text += " unbound?";
    line(1, text);
  }

  void print_block(BlockId id, int level) {
    for (InstId inst : function_->blocks[id].insts) print_inst(inst, level);
  }

  void print_inst(InstId id, int level) {
    Inst const& inst = function_->insts[id];
    InstTraits const& traits = traits_of(inst);
    std::string text;
    if (traits.has_value) text = fmt::format("%{} = ", id.index);
    text += traits.name;
    text += operands_text(inst);
    if (traits.has_value) text += " : " + (inst.type ? print_type(module_, inst.type) : "?");
    line(level, text + span_text(inst.span, inst.anchor) + (inst.marks_hidden ? " unmarked" : ""));
    std::visit([&](auto const& node) { print_blocks(node, level + 1); }, inst.node);
  }

  std::string operands_text(Inst const& inst) {
    if (auto const* constant = std::get_if<Constant>(&inst.node)) return " " + constant_text(*constant);
    std::string text;
    bool first = true;
    std::visit(
        [&](auto const& node) {
          node.for_each_field(node, [&](char const* name, auto const& value) {
            std::string const part = labelled(name, value);
            if (part.empty()) return;
            text += first ? " " : ", ";
            text += part;
            first = false;
          });
        },
        inst.node);
    return text;
  }

  // Plain operands stand alone; what could be taken for something else has its field's name with it. Empty where there's nothing to say.
  template <class Value>
  std::string labelled(char const* name, Value const& value) {
    if constexpr (std::same_as<Value, bool>) {
      return value ? name : "";
    } else if constexpr (std::same_as<Value, std::vector<InstId>> || std::same_as<Value, std::vector<NameId>> ||
                         std::same_as<Value, std::vector<GlobalId>> || std::same_as<Value, std::vector<LocalId>>) {
      return value.empty() ? "" : fmt::format("{}=[{}]", name, list(value));
    } else if constexpr (std::same_as<Value, std::uint32_t>) {
      return fmt::format("{}={}", name, value);
    } else if constexpr (std::same_as<Value, BlockId> || std::same_as<Value, std::vector<Handler>>) {
      return "";
    } else {
      return field(value);
    }
  }

  template <class Element>
  std::string list(std::vector<Element> const& elements) {
    std::string text;
    for (Element const& element : elements) text += (text.empty() ? "" : ", ") + (element ? field(element) : "_");
    return text;
  }

  static std::string field(InstId id) { return id ? fmt::format("%{}", id.index) : ""; }
  static std::string field(NameId name) { return std::string(name.text()); }
  static std::string field(std::string const& text) { return repr_str(text); }
  static std::string field(Conversion conversion) { return std::string(conversion_name(conversion)); }
  static std::string field(TypeParameterKind kind) {
    return kind == TypeParameterKind::TypeVar     ? "TypeVar"
           : kind == TypeParameterKind::ParamSpec ? "ParamSpec"
                                                  : "TypeVarTuple";
  }
  static std::string field(ConstantKind kind) { return std::string(constant_kind_name(kind)); }
  static std::string field(double number) { return repr_float(number); }
  static std::string field(bindings::Overload const* overload) { return std::string(overload->cpp_name); }
  template <class Enum>
    requires requires(Enum value) { syntax::symbol(value); }
  static std::string field(Enum value) {
    return std::string(syntax::symbol(value));
  }
  std::string field(LocalId id) { return id ? local_text(*function_, id) : ""; }
  std::string field(GlobalId id) { return id ? fmt::format("@{}", module_.globals[id].name.text()) : ""; }
  std::string field(FunctionId id) {
    return id ? fmt::format("{}#{}", module_.functions[id].qualified_name, id.index) : "";
  }
  std::string field(ClassId id) { return id ? fmt::format("{}#{}", module_.classes[id].qualified_name, id.index) : ""; }

  template <class Node>
  void print_blocks(Node const& node, int level) {
    node.for_each_field(node, [&](char const* name, auto const& value) {
      using Value = std::remove_cvref_t<decltype(value)>;
      if constexpr (std::same_as<Value, BlockId>) {
        if (!value) return;
        line(level, std::string(name) + ":");
        print_block(value, level + 1);
      } else if constexpr (std::same_as<Value, std::vector<Handler>>) {
        for (Handler const& handler : value) {
          line(level, handler.types ? "handler " + field(handler.types) + ":" : "handler:");
          print_blocks(handler, level + 1);
        }
      }
    });
  }

  std::string span_text(Span span, Span anchor) {
    if (!span.file) return "";
    std::string text = "  @" + range_text(span, 0);
    if (anchor.file) text += "^" + range_text(anchor, files_[span.file].position(span.begin).line);
    return text;
  }

  // The line is left out where it's `known_line`.
  std::string range_text(Span span, std::uint32_t known_line) {
    SourceFile const& file = files_[span.file];
    LineColumn const begin = file.position(span.begin);
    LineColumn const end = file.position(span.end);
    std::string text = begin.line == known_line ? "" : fmt::format("{}:", begin.line);
    text += fmt::format("{}-", begin.column);
    return text + (end.line == begin.line ? "" : fmt::format("{}:", end.line)) + std::to_string(end.column);
  }

  Module const& module_;
  SourceFiles const& files_;
  Function const* function_ = nullptr;
  std::string text_;
};

std::string arguments_text(Module const& module, Type const& type) {
  std::string text;
  for (TypeId argument : type.arguments) text += (text.empty() ? "" : ", ") + print_type(module, argument);
  return text;
}

}  // namespace

std::string print(Module const& module, SourceFiles const& files) {
  Printer printer(module, files);
  printer.print_module();
  return printer.take();
}

std::string print(Module const& module, FunctionId function, SourceFiles const& files) {
  Printer printer(module, files);
  printer.print_function(function);
  return printer.take();
}

std::string print_type(Module const& module, TypeId id) {
  if (!id) return "?";
  Type const& type = module.types[id];
  auto const generic = [&](std::string_view name) { return fmt::format("{}[{}]", name, arguments_text(module, type)); };
  switch (type.kind) {
    case TypeKind::Object: return "object";
    case TypeKind::Never: return "Never";
    case TypeKind::None: return "None";
    case TypeKind::Bool: return "bool";
    case TypeKind::Int: return "int";
    case TypeKind::Float: return "float";
    case TypeKind::IntOrFloat: return "int | float";
    case TypeKind::Str: return "str";
    case TypeKind::Bytes: return "bytes";
    case TypeKind::List: return generic("list");
    case TypeKind::Set: return generic("set");
    case TypeKind::Tuple: return type.arguments.empty() ? "tuple[()]" : generic("tuple");
    case TypeKind::TupleOf: return fmt::format("tuple[{}, ...]", arguments_text(module, type));
    case TypeKind::Dict: return generic("dict");
    case TypeKind::Range: return "range";
    case TypeKind::Slice: return "slice";
    case TypeKind::Instance: return module.classes[type.class_id].qualified_name;
    case TypeKind::Native: return type.arguments.empty() ? std::string(type.name.text()) : generic(type.name.text());
    case TypeKind::Function: return fmt::format("def {}", module.functions[type.function_id].qualified_name);
    case TypeKind::Class: return fmt::format("type[{}]", module.classes[type.class_id].qualified_name);
    case TypeKind::Coroutine: return generic("Coroutine");
    case TypeKind::Generator: return generic("Generator");
    case TypeKind::AsyncGenerator: return generic("AsyncGenerator");
    case TypeKind::Optional: return arguments_text(module, type) + " | None";
    case TypeKind::Module: return fmt::format("module {}", type.name.text());
  }
  return "?";
}

std::string local_text(Function const& function, LocalId local) {
  NameId const name = function.locals[local].name;
  int occurrence = 1;
  for (std::uint32_t index = 0; index < local.index; ++index) {
    if (function.locals[LocalId{index}].name == name) ++occurrence;
  }
  std::string const text(name.text());
  return occurrence == 1 ? text : fmt::format("{}.{}", text, occurrence);
}

}  // namespace aiocc::ir
