// Patterns: what the questions of `match` tell of the subject, and the values that they find.
#include <algorithm>

#include "types/evaluator.hpp"

namespace aiocc::types {
namespace {

struct BuiltinKind {
  std::string_view name;
  AtomKind kind;
};
// Classes whose single positional pattern is the subject itself.
constexpr BuiltinKind builtin_kinds[] = {
    {"bool", AtomKind::Bool},   {"bytes", AtomKind::Bytes}, {"dict", AtomKind::Dict},
    {"float", AtomKind::Float}, {"int", AtomKind::Int},     {"list", AtomKind::List},
    {"set", AtomKind::Set},     {"str", AtomKind::Str},     {"tuple", AtomKind::Tuple},
};

bool is_data(AtomKind kind) {
  return kind == AtomKind::None || kind == AtomKind::Range || kind == AtomKind::Slice ||
         std::ranges::any_of(builtin_kinds, [&](BuiltinKind const& each) { return each.kind == kind; });
}

}  // namespace

// Whether the atom is an instance of the class, or of one of a tuple of classes, where that is known.
std::optional<bool> Evaluator::is_instance_of(Atom const& atom, Value const& classes) {
  if (classes.unknown || classes.atoms.size() != 1) return std::nullopt;
  Atom const wanted = world_.atoms[classes.atoms[0]];
  if (wanted.kind == AtomKind::Tuple && world_.site_of(wanted).fixed) {
    std::optional<bool> result = false;
    for (Value const& each : std::vector<Value>(world_.site_of(wanted).slots)) {
      std::optional<bool> const is_one = is_instance_of(atom, each);
      if (is_one == true) return true;
      if (!is_one) result = std::nullopt;
    }
    return result;
  }
  return is_instance_of(atom, wanted);
}

std::optional<bool> Evaluator::is_instance_of(Atom const& atom, Atom const& wanted) {
  ir::ClassId const class_id{atom.index};
  bool const is_known_instance = atom.kind == AtomKind::Instance && world_.is_regular(class_id);
  if (wanted.kind == AtomKind::NativeClass) {
    std::string_view const name = static_cast<bindings::Class const*>(wanted.native)->full_name;
    auto const* const found = std::ranges::find(builtin_kinds, name, &BuiltinKind::name);
    if (found == std::end(builtin_kinds)) return std::nullopt;
    if (is_known_instance) return false;
    if (!is_data(atom.kind)) return std::nullopt;
    return atom.kind == found->kind || (found->kind == AtomKind::Int && atom.kind == AtomKind::Bool);
  }
  ir::ClassId const wanted_id{wanted.index};
  if (wanted.kind != AtomKind::Class || world_.state(wanted_id).escaped || !world_.is_regular(wanted_id))
    return std::nullopt;
  if (is_known_instance) return world_.derives_from(class_id, wanted_id);
  bool const may_be_one =
      atom.kind == AtomKind::Instance || atom.kind == AtomKind::NativeObject || atom.kind == AtomKind::NamedTuple;
  return may_be_one ? std::nullopt : std::optional(false);
}

std::optional<bool> Evaluator::are_instances_of(Value const& values, Value const& classes) {
  if (values.unknown || values.is_empty()) return std::nullopt;
  std::optional<bool> const first = is_instance_of(world_.atoms[values.atoms[0]], classes);
  bool const agree =
      std::ranges::all_of(values.atoms, [&](AtomId id) { return is_instance_of(world_.atoms[id], classes) == first; });
  return agree ? first : std::nullopt;
}

Value Evaluator::matching(Value const& subject, Value const& classes) {
  Value result = subject;
  result.atoms.erase_if([&](AtomId each) { return is_instance_of(world_.atoms[each], classes) == false; });
  return result;
}

Value Evaluator::evaluate(ir::MatchClass const& node, ir::InstId) {
  Value const subject = matching(value(node.subject), value(node.class_));
  auto const* builtin = std::get_if<ir::LoadBuiltin>(&function_.insts[node.class_].node);
  bool const is_itself =
      builtin && std::ranges::find(builtin_kinds, builtin->name.text(), &BuiltinKind::name) != std::end(builtin_kinds);
  std::optional<std::vector<NameId>> const names = matched_names(node, value(node.class_));
  if (value(node.subject).unknown) {
    for (NameId const name : names.value_or(node.names)) world_.note_read(name);
    if (!names && !is_itself) world_.read_any_name();
  }
  if (!names && !is_itself) {
    for (AtomId each : subject.atoms) {
      if (!is_data(world_.atoms[each].kind)) world_.escape(each);
    }
  }
  Value const class_ = value(node.class_);
  for (AtomId id : class_.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind != AtomKind::Class || !world_.is_regular(ir::ClassId{atom.index})) world_.escape(id);
  }
  return of(AtomKind::Bool);
}

Value Evaluator::evaluate(ir::MatchItem const& node, ir::InstId id) {
  ir::InstNode const& made = function_.insts[node.match].node;
  if (auto const* keys = std::get_if<ir::MatchKeys>(&made)) {
    Value const subject = value(keys->subject);
    Value result = subject.unknown ? World::unknown() : Value{};
    for (AtomId each : subject.atoms) {
      Atom const atom = world_.atoms[each];
      if (atom.kind == AtomKind::Dict)
        world_.join(result, world_.site_of(atom).slots[1]);
      else if (!is_data(atom.kind))
        world_.join(result, World::unknown());
    }
    return result;
  }
  return match_class_item(std::get<ir::MatchClass>(made), node.index, id);
}

std::optional<std::vector<NameId>> Evaluator::matched_names(ir::MatchClass const& node, Value const& classes) {
  if (node.positional == 0) return node.names;
  if (classes.unknown || classes.atoms.size() != 1) return std::nullopt;
  Atom const wanted = world_.atoms[classes.atoms[0]];
  ir::ClassId const class_id{wanted.index};
  if (wanted.kind != AtomKind::Class || !world_.is_regular(class_id) || world_.state(class_id).escaped)
    return std::nullopt;
  std::optional<std::vector<NameId>> const& told = world_.module.classes[class_id].match_args;
  if (!told || told->size() < node.positional) return std::nullopt;
  std::vector<NameId> names(told->begin(), told->begin() + node.positional);
  names.insert(names.end(), node.names.begin(), node.names.end());
  return names;
}

Value Evaluator::match_class_item(ir::MatchClass const& node, std::uint32_t index, ir::InstId id) {
  Value const subject = matching(value(node.subject), value(node.class_));
  std::optional<std::vector<NameId>> const names = matched_names(node, value(node.class_));
  Value result = subject.unknown ? World::unknown() : Value{};
  for (AtomId each : subject.atoms) {
    if (names)
      world_.join(result, get_attribute(each, (*names)[index], id));
    else if (index >= node.positional)
      world_.join(result, get_attribute(each, node.names[index - node.positional], id));
    else
      world_.join(result, is_data(world_.atoms[each].kind) ? of(world_.atoms[each]) : World::unknown());
  }
  return result;
}

Value Evaluator::evaluate(ir::MatchKeys const& node, ir::InstId) {
  Value const subject = value(node.subject);
  for (ir::InstId key : node.keys) {
    if (subject.unknown || world_.has_binary_dunders(value(key))) world_.escape(Value(value(key)));
  }
  for (AtomId each : subject.atoms) {
    if (is_data(world_.atoms[each].kind)) continue;
    world_.escape(each);
    for (ir::InstId key : node.keys) world_.escape(Value(value(key)));
  }
  return of(AtomKind::Bool);
}

Value Evaluator::evaluate(ir::MatchMapping const&, ir::InstId) { return of(AtomKind::Bool); }
Value Evaluator::evaluate(ir::MatchSequence const&, ir::InstId) { return of(AtomKind::Bool); }

// What they evaluate later is called by code that isn't known.
Value Evaluator::evaluate(ir::MakeTypeAlias const& node, ir::InstId) {
  world_.escape(Value(value(node.value)));
  return World::unknown();
}

Value Evaluator::evaluate(ir::MakeTypeParameter const& node, ir::InstId) {
  for (ir::InstId function : {node.bound, node.default_value}) {
    if (function) world_.escape(Value(value(function)));
  }
  return World::unknown();
}

// Where a pattern with parts fails, the subject may still be of the class.
void Evaluator::narrow_class(ir::MatchClass const& node, bool holds) {
  if (!holds && (node.positional > 0 || !node.names.empty())) return;
  auto const keeps = [&](Atom const& atom) {
    std::optional<bool> const is_one = is_instance_of(atom, value(node.class_));
    return !is_one || *is_one == holds;
  };
  narrow_local(node.subject, keeps, false);
}

void Evaluator::narrow_sequence(ir::MatchSequence const& node, bool holds) {
  auto const keeps = [&](Atom const& atom) {
    bool const is_one = atom.kind == AtomKind::List || atom.kind == AtomKind::Tuple || atom.kind == AtomKind::Range;
    return !is_data(atom.kind) || is_one == holds;
  };
  narrow_local(node.subject, keeps, false);
}

}  // namespace aiocc::types
