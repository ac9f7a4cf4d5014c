// How static types are spelled in C++.
#include "emit/cpp_types.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "bindings/bindings.hpp"

namespace aiocc::emit {

std::string CppTypes::arguments(ir::Type const& type) const {
  std::string out;
  for (ir::TypeId argument : type.arguments) out += (out.empty() ? "" : ", ") + value(argument);
  return out;
}

// The binding's C++ class, with its type parameters filled in by `type`'s arguments.
std::string CppTypes::native(ir::Type const& type) const {
  bindings::Class const* found = bindings::find_class(type.name.text());
  if (!found) return "Object";
  if (found->cpp_name.empty()) return found->layout.empty() ? "Object" : fmt::format("Ref<{}>", found->layout);
  if (found->type_params.empty()) return std::string(found->cpp_name);
  std::string const name(found->cpp_name.substr(0, found->cpp_name.find('<')));
  // What can be awaited has results, which are void where they're None.
  bool const awaitable = bindings::find_method(*found, "__await__") != nullptr;
  std::string arguments;
  for (ir::TypeId argument : type.arguments)
    arguments += (arguments.empty() ? "" : ", ") + (awaitable ? result(argument) : value(argument));
  return fmt::format("{}<{}>", name, arguments);
}

std::string CppTypes::value(ir::TypeId id) const {
  ir::Type const& type = module_.types[id];
  switch (type.kind) {
    case ir::TypeKind::Object:
    case ir::TypeKind::Never:
    case ir::TypeKind::None:
    case ir::TypeKind::Function:
    case ir::TypeKind::Class:
    case ir::TypeKind::Module:
    case ir::TypeKind::Slice: return "Object";
    case ir::TypeKind::Bool: return "bool";
    case ir::TypeKind::Int: return "Int";
    case ir::TypeKind::Float: return "double";
    case ir::TypeKind::IntOrFloat: return "IntOrFloat";
    case ir::TypeKind::Str: return "Str";
    case ir::TypeKind::Bytes: return "Bytes";
    case ir::TypeKind::Range: return "Range";
    case ir::TypeKind::List: return fmt::format("List<{}>", arguments(type));
    case ir::TypeKind::Set: return fmt::format("Set<{}>", arguments(type));
    case ir::TypeKind::Tuple: return fmt::format("Tuple<{}>", arguments(type));
    case ir::TypeKind::TupleOf: return fmt::format("TupleOf<{}>", arguments(type));
    case ir::TypeKind::Dict: return fmt::format("Dict<{}>", arguments(type));
    case ir::TypeKind::Optional: return fmt::format("Optional<{}>", arguments(type));
    case ir::TypeKind::Instance: return fmt::format("Ref<{}>", names_.class_(type.class_id));
    case ir::TypeKind::Native: return native(type);
    case ir::TypeKind::Coroutine: return fmt::format("Coroutine<{}>", result(type.arguments[0]));
    case ir::TypeKind::Generator: return fmt::format("Generator<{}>", value(type.arguments[0]));
    case ir::TypeKind::AsyncGenerator: return fmt::format("AsyncGenerator<{}>", value(type.arguments[0]));
  }
  return "Object";
}

std::string CppTypes::result(ir::TypeId type) const {
  return module_.types[type].kind == ir::TypeKind::None ? "void" : value(type);
}

std::string CppTypes::returned(ir::Function const& function) const {
  switch (function.kind) {
    case ir::FunctionKind::Module: return "Result<void>";
    case ir::FunctionKind::ClassBody: return "Result<void>";
    case ir::FunctionKind::Generator: return fmt::format("Generator<{}>", value(function.result));
    case ir::FunctionKind::AsyncGenerator: return fmt::format("AsyncGenerator<{}>", value(function.result));
    case ir::FunctionKind::Coroutine:
      if (function.suspends) return fmt::format("Coroutine<{}>", result(function.result));
      break;
    case ir::FunctionKind::Function: break;
  }
  std::string const plain = result(function.result);
  return function.raises ? fmt::format("Result<{}>", plain) : plain;
}

std::string CppTypes::parameter(ir::Function const&, ir::Local const& local) const { return value(local.type); }

}  // namespace aiocc::emit
