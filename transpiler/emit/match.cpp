// The questions that only patterns ask. What a match finds goes into an array beside it.
#include "emit/function_emitter.hpp"
#include "emit/literals.hpp"

namespace aiocc::emit {

// Declares the array of a match with `count` parts: its name.
std::string FunctionEmitter::match_values(ir::InstId id, std::size_t count) {
  if (count == 0) return "nullptr";
  std::string const name = fresh("found");
  out_.line("Object {}[{}];", name, count);
  note_temporary(context_.module.types.object());
  match_values_[id.index] = name;
  return name;
}

void FunctionEmitter::emit(ir::InstId id, ir::MatchClass const& node) {
  std::string names;
  for (NameId name : node.names) names += (names.empty() ? "" : ", ") + string_literal(name.text()) + "_s";
  std::string const values = match_values(id, node.positional + node.names.size());
  define_effect(id,
                fmt::format("match_class({}, {}, {}, {{{}}}, {})", use_object(node.subject), use_object(node.class_),
                            node.positional, names, values),
                true);
}

void FunctionEmitter::emit(ir::InstId id, ir::MatchItem const& node) {
  std::string const item = fmt::format("{}[{}]", match_values_.at(node.match.index), node.index);
  define(id, Pending{coerced(context_.module.types.object(), type_of(id), item), true, {}, false});
}

void FunctionEmitter::emit(ir::InstId id, ir::MatchKeys const& node) {
  std::string const values = match_values(id, node.keys.size());
  define_effect(id, fmt::format("match_keys({}, {{{}}}, {})", use_object(node.subject), use_all(node.keys), values),
                true);
}

void FunctionEmitter::emit(ir::InstId id, ir::MatchMapping const& node) {
  define_pure(id, fmt::format("matches_mapping({})", use_object(node.subject)), {node.subject}, true);
}

void FunctionEmitter::emit(ir::InstId id, ir::MatchSequence const& node) {
  define_pure(id, fmt::format("matches_sequence({})", use_object(node.subject)), {node.subject}, true);
}

}  // namespace aiocc::emit
