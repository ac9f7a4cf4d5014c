// The questions that only patterns ask. What a match finds goes into an array beside it.
#include <algorithm>

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

// All that is found is read at once.
void FunctionEmitter::match_fields(ir::InstId id, ir::MatchClass const& node) {
  std::string const values = match_values(id, node.names.size());
  std::string const subject = use_object(node.subject);
  std::string reads;
  std::vector<ir::ClassField> const& fields = context_.module.classes[node.known].fields;
  for (std::size_t index = 0; index < node.names.size(); ++index) {
    auto const field = std::ranges::find(fields, node.names[index], &ir::ClassField::name);
    std::string const name = context_.names.field(node.known, static_cast<std::uint32_t>(field - fields.begin()));
    std::string const read =
        fmt::format("word_cast<Ref<{}>>({})->{}", context_.names.class_(node.known), subject, name);
    reads += fmt::format("{}[{}] = {}, ", values, index, coerced(field->type, context_.module.types.object(), read));
  }
  std::string const test = fmt::format("type_of({}) == {}", subject, class_object(node.known));
  define_effect(id, reads.empty() ? test : fmt::format("{} && ({}true)", test, reads), false);
}

void FunctionEmitter::emit(ir::InstId id, ir::MatchClass const& node) {
  if (node.known) return match_fields(id, node);
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
