// List, tuple, set and dict displays, f-strings and unpacking.
#include <algorithm>

#include "emit/function_emitter.hpp"
#include "emit/literals.hpp"
#include "ir/plain_operations.hpp"

namespace aiocc::emit {

void FunctionEmitter::emit(ir::InstId id, ir::MakeList const& node) {
  std::string const type = has_value_kind(ir::TypeKind::List, id) ? type_text(id) : "List<Object>";
  std::string elements;
  if (type == "List<Object>") {
    elements = use_all(node.elements);
  } else {
    ir::TypeId const element = context_.module.types[type_of(id)].arguments[0];
    for (ir::InstId operand : node.elements)
      elements += (elements.empty() ? "" : ", ") + coerced(type_of(operand), element, use(operand));
  }
  define_effect(id, fmt::format("{}::of({})", type, elements), false);
}

void FunctionEmitter::emit(ir::InstId id, ir::MakeTuple const& node) {
  define_pure(id, tuple_text(id, node), node.elements, true);
  // Whoever looks at it sees the same object.
  if (uses_[id.index] > 1) materialise(id);
}

// One of constants is made once.
std::string FunctionEmitter::tuple_text(ir::InstId id, ir::MakeTuple const& node) {
  std::string const text = made_tuple_text(id, node);
  return !runs_once() && is_constant_tuple(node) ? fmt::format("constant<[] {{ return {}; }}>()", text) : text;
}

// Code of a module's or class's body outside of loops.
bool FunctionEmitter::runs_once() const {
  bool const is_body = function_.kind == ir::FunctionKind::Module || function_.kind == ir::FunctionKind::ClassBody;
  return is_body && std::ranges::none_of(regions_, [](Region const& each) { return each.kind == RegionKind::Loop; });
}

std::string FunctionEmitter::made_tuple_text(ir::InstId id, ir::MakeTuple const& node) {
  bool const is_typed = has_value_kind(ir::TypeKind::Tuple, id);
  std::string elements;
  for (std::size_t index = 0; index < node.elements.size(); ++index) {
    ir::InstId const operand = node.elements[index];
    std::string text = is_typed ? use(operand) : use_object(operand);
    // Within a constant one is no constant of its own.
    auto const* inner = std::get_if<ir::MakeTuple>(&inst(operand).node);
    if (inner && is_constant_tuple(*inner)) text = made_tuple_text(operand, *inner);
    if (is_typed) text = coerced(type_of(operand), context_.module.types[type_of(id)].arguments[index], text);
    elements += (elements.empty() ? "" : ", ") + text;
  }
  return is_typed ? fmt::format("{}::of({})", type_text(id), elements) : fmt::format("make_tuple({})", elements);
}

bool FunctionEmitter::is_constant_tuple(ir::MakeTuple const& node) const {
  return !node.elements.empty() && ir::are_constants(function_, node.elements);
}

void FunctionEmitter::emit(ir::InstId id, ir::MakeSet const& node) {
  std::string const type = has_value_kind(ir::TypeKind::Set, id) ? type_text(id) : "Set<Object>";
  if (node.elements.empty()) {
    define_effect(id, fmt::format("{}::of()", type), false);
    return;
  }
  std::string const elements = fmt::format("pack({})", use_kept(node.elements));
  std::string const constants = fmt::format("constant<[] {{ return constant_set<{}>({}); }}>()", type, elements);
  if (node.is_tested) {
    define_pure(id, constants, {});
    return;
  }
  // CPython makes a display of constants from a frozenset, which shows in the order.
  if (node.elements.size() > 2 && ir::are_constants(function_, node.elements))
    define_effect(id, fmt::format("make_set_of_constants({})", constants), true);
  else
    define_effect(id, fmt::format("make_set<{}>({})", type, elements), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::MakeDict const& node) {
  std::string const type = has_value_kind(ir::TypeKind::Dict, id) ? type_text(id) : "Dict<Object, Object>";
  if (node.keys.empty()) {
    define_effect(id, fmt::format("{}::of()", type), false);
    return;
  }
  std::string entries;
  for (std::size_t index = 0; index < node.keys.size(); ++index)
    entries += fmt::format("{}{}, {}", index ? ", " : "", use_kept(node.keys[index]), use_kept(node.values[index]));
  define_effect(id, fmt::format("make_dict<{}>(pack({}))", type, entries), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::MakeSlice const& node) {
  auto const bound = [&](ir::InstId part) { return part ? use_object(part) : std::string("None"); };
  define_pure(id, fmt::format("Slice({}, {}, {})", bound(node.lower), bound(node.upper), bound(node.step)),
              {node.lower, node.upper, node.step}, true);
}

void FunctionEmitter::emit(ir::InstId id, ir::ListAppend const& node) {
  if (has_value_kind(ir::TypeKind::List, node.list)) {
    ir::TypeId const element = context_.module.types[type_of(node.list)].arguments[0];
    effect(id, fmt::format("{}.append({})", use(node.list), coerced(type_of(node.value), element, use(node.value))),
           false);
    return;
  }
  effect(id, fmt::format("list_append({}, {})", use_object(node.list), use_object(node.value)), false);
}

void FunctionEmitter::emit(ir::InstId id, ir::ListExtend const& node) {
  effect(id, fmt::format("list_extend({}, {})", use_object(node.list), use_object(node.iterable)), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::ListToTuple const& node) {
  define_effect(id, fmt::format("list_to_tuple({})", use_object(node.list)), false);
}

void FunctionEmitter::emit(ir::InstId id, ir::SetAdd const& node) {
  effect(id, fmt::format("set_add({}, {})", use_object(node.set), use_object(node.value)), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::SetUpdate const& node) {
  effect(id, fmt::format("set_update({}, {})", use_object(node.set), use_object(node.iterable)), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::DictMerge const& node) {
  if (node.callee) {
    effect(
        id,
        fmt::format("add_keywords({}, {}, {})", use_object(node.dict), use_object(node.other), use_object(node.callee)),
        true);
    return;
  }
  effect(id, fmt::format("dict_merge({}, {})", use_object(node.dict), use_object(node.other)), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::FormatValue const& node) {
  bool const plain = node.conversion == ir::Conversion::None && !node.spec;
  if (plain && has_value_kind(ir::TypeKind::Str, node.value)) {
    define_pure(id, use(node.value), {node.value}, pending_[node.value.index].atomic);
    return;
  }
  if (context_.notes_places) note_caller(id);
  if (plain) {
    bool const is_mixed = has_value_kind(ir::TypeKind::IntOrFloat, node.value);
    define_effect(id, fmt::format("format_value({})", is_mixed ? use_object(node.value) : use(node.value)), true);
    return;
  }
  char const* const conversion = node.conversion == ir::Conversion::Str     ? "'s'"
                                 : node.conversion == ir::Conversion::Repr  ? "'r'"
                                 : node.conversion == ir::Conversion::Ascii ? "'a'"
                                                                            : "0";
  std::string const spec = node.spec ? coerced_str(node.spec) : "\"\"_s";
  define_effect(id, fmt::format("format_value({}, {}, {})", use_object(node.value), spec, conversion), true);
}

std::string FunctionEmitter::coerced_str(ir::InstId id) {
  return has_value_kind(ir::TypeKind::Str, id) ? use(id) : fmt::format("word_cast<Str>({})", use(id));
}

void FunctionEmitter::emit(ir::InstId id, ir::JoinStr const& node) {
  if (node.parts.size() == 1 && has_value_kind(ir::TypeKind::Str, node.parts[0])) {
    std::string const text = use(node.parts[0]);
    define_pure(id, text, node.parts, pending_[node.parts[0].index].atomic);
    return;
  }
  std::string parts;
  for (ir::InstId part : node.parts) parts += (parts.empty() ? "" : ", ") + coerced_str(part);
  define_pure(id, fmt::format("join_str({})", parts), node.parts, true);
}

void FunctionEmitter::emit(ir::InstId id, ir::Unpack const& node) {
  if (ir::is_plain_unpack(context_.module, function_, node)) {
    if (!pending_[node.value.index].atomic) materialise(node.value);
    pending_[id.index] = pending_[node.value.index];
    note_value(id);
    use(node.value);
    return;
  }
  flush_memory_readers();
  std::uint32_t const count = node.before + node.after + (node.has_star ? 1 : 0);
  std::string const name = fresh("items");
  out_.line("Object {}[{}];", name, count == 0 ? 1 : count);
  std::string const call = node.has_star ? fmt::format("unpack_starred({}, {}, {}, {})", use_object(node.value),
                                                       node.before, node.after, name)
                                         : fmt::format("unpack({}, {}, {})", use_object(node.value), count, name);
  out_.line("{};", tried(id, call));
  pending_[id.index] = Pending{name, true, {}, false};
}

void FunctionEmitter::emit(ir::InstId id, ir::UnpackItem const& node) {
  auto const& unpack = std::get<ir::Unpack>(inst(node.unpack).node);
  Pending const& unpacked = pending_[node.unpack.index];
  if (ir::is_plain_unpack(context_.module, function_, unpack)) {
    ir::TypeId const element = context_.module.types[type_of(unpack.value)].arguments[node.index];
    std::string text = fmt::format("{}.get<{}>()", unpacked.text, node.index);
    bool const is_part = rows_.contains(unpack.value.index);
    if (views_.contains(unpack.value.index) && context_.module.types[element].kind == ir::TypeKind::Int)
      views_.insert(id.index);
    else if (is_part && context_.module.types.is_word(element) && is_stored_next(id))
      // Only the row has it: nothing else reads that part.
      text = fmt::format("std::move({})", text);
    Pending value{coerced(element, type_of(id), text), true, unpacked.locals, unpacked.reads_memory};
    define(id, std::move(value));
    return;
  }
  std::string const item = fmt::format("{}[{}]", unpacked.text, node.index);
  define(id, Pending{coerced(context_.module.types.object(), type_of(id), item), true, {}, false});
}

}  // namespace aiocc::emit
