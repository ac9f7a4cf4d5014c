// Type parameters and type aliases.
#include "emit/function_emitter.hpp"
#include "emit/literals.hpp"

namespace aiocc::emit {

void FunctionEmitter::emit(ir::InstId id, ir::MakeTypeAlias const& node) {
  define_pure(id,
              fmt::format("typing::type_alias({}_s, {}, {})", string_literal(node.name.text()),
                          use_object(node.parameters), use_object(node.value)),
              {node.parameters, node.value}, true);
}

void FunctionEmitter::emit(ir::InstId id, ir::MakeTypeParameter const& node) {
  char const* const type = node.kind == ir::TypeParameterKind::TypeVar     ? "type_var_type"
                           : node.kind == ir::TypeParameterKind::ParamSpec ? "param_spec_type"
                                                                           : "type_var_tuple_type";
  auto const function = [&](ir::InstId value) { return value ? use_object(value) : std::string("Object()"); };
  std::string const bound = function(node.bound);
  define_effect(
      id,
      fmt::format("typing::type_parameter(typing::{}, {}_s, {}, {}, {})", type, string_literal(node.name.text()), bound,
                  node.has_constraints, function(node.default_value)),
      false);
}

}  // namespace aiocc::emit
