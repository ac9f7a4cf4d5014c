// What a `class` statement derives from, as far as the text tells: the program's classes, in the order of the MRO, or one of the runtime's.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "bindings/bindings.hpp"
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {
namespace {

// C3; nothing where there's no such order.
std::optional<std::vector<ir::ClassId>> merged(std::vector<std::vector<ir::ClassId>> sequences) {
  std::vector<ir::ClassId> order;
  while (true) {
    std::erase_if(sequences, [](auto const& sequence) { return sequence.empty(); });
    if (sequences.empty()) return order;
    auto const stands_later = [&](ir::ClassId id) {
      return std::ranges::any_of(sequences, [&](auto const& sequence) {
        return std::find(sequence.begin() + 1, sequence.end(), id) != sequence.end();
      });
    };
    auto const next = std::ranges::find_if(sequences, [&](auto const& each) { return !stands_later(each.front()); });
    if (next == sequences.end()) return std::nullopt;
    order.push_back(next->front());
    for (auto& sequence : sequences) {
      if (sequence.front() == order.back()) sequence.erase(sequence.begin());
    }
  }
}

}  // namespace

// A class of another module: of the program's, or one that the runtime's headers declare.
KnownBase FunctionBuilder::imported_class(std::string_view dotted) const {
  if (dotted.empty()) return {};
  if (ir::GlobalId const global = module_.find_program_global(dotted))
    return {module_.module.globals[global].class_id, {}};
  return {{}, NameId::of(dotted)};
}

KnownBase FunctionBuilder::known_base(syntax::ExprId expr) const {
  if (auto const* name = ast().get_if<syntax::Name>(expr)) {
    if (model().resolve(scope_, name->id).kind == semantics::NameKind::Builtin) return {{}, name->id};
    ir::GlobalId const global = stable_global(name->id);
    if (!global) return {};
    ir::ClassId const own = module_.module.globals[global].class_id;
    return own ? KnownBase{own, {}} : imported_class(module_.imported(global));
  }
  if (auto const* attribute = ast().get_if<syntax::Attribute>(expr)) {
    auto const* owner = ast().get_if<syntax::Name>(attribute->value);
    ir::GlobalId const global = owner ? stable_global(owner->id) : ir::GlobalId{};
    std::string_view const package = global ? module_.imported(global) : std::string_view{};
    return package.empty() ? KnownBase{}
                           : imported_class(std::string(package) + "." + std::string(attribute->attr.text()));
  }
  auto const* subscript = ast().get_if<syntax::Subscript>(expr);
  KnownBase const origin = subscript ? known_base(subscript->value) : KnownBase{};
  bool const may_be_subscripted = origin.class_id || origin.native == NameId::of("typing.Generic");
  return may_be_subscripted ? origin : KnownBase{};
}

void FunctionBuilder::find_bases(syntax::ClassDef const& node, ir::ClassId id) {
  ir::Class& made = module_.module.classes[id];
  made.mro = {id};
  made.is_generic = !node.type_params.empty();
  bool const is_plain = std::exchange(made.has_plain_namespace, false);
  std::vector<ir::ClassId> bases;
  std::vector<NameId> natives;
  for (syntax::ExprId const expr : node.bases) {
    KnownBase const base = known_base(expr);
    if (!base.class_id && !base.native) return;
    bool const is_subscript = ast().is<syntax::Subscript>(expr);
    made.is_generic |= is_subscript;
    made.is_abc |= base.native == NameId::of("abc.ABC");
    if (base.class_id)
      bases.push_back(base.class_id);
    else if (!is_subscript)
      natives.push_back(base.native);
  }
  bool const has_plain_natives = std::ranges::all_of(natives, ir::is_plain_root);
  if (!bases.empty() && has_plain_natives) {
    bool const is_single = bases.size() == 1 && natives.empty() && !made.is_generic;
    join_bases(made, bases, is_single);
  } else if (has_plain_natives) {
    made.native_base = NameId::of(made.is_abc ? "abc.ABC" : "object");
  } else if (bases.empty() && natives.size() == 1 && !made.is_generic && bindings::find_class(natives[0].text())) {
    // The layout of what a module of Python's defines isn't known here.
    made.native_base = natives[0];
  }
  made.has_plain_namespace =
      is_plain && (made.native_base || made.base) &&
      std::ranges::all_of(bases, [&](ir::ClassId each) { return module_.module.classes[each].has_plain_namespace; });
}

// All that it derives from may have fields, of which one layout is extended; whatever is more than `object` must be the only base.
void FunctionBuilder::join_bases(ir::Class& made, std::vector<ir::ClassId> const& bases, bool is_single) const {
  ir::Module const& program = module_.module;
  std::vector<std::vector<ir::ClassId>> sequences;
  for (ir::ClassId const each : bases) sequences.push_back(program.classes[each].mro);
  sequences.push_back(bases);
  std::optional<std::vector<ir::ClassId>> const order = merged(std::move(sequences));
  if (!order) return;
  bool const are_plain = std::ranges::all_of(*order, [&](ir::ClassId each) {
    ir::Class const& base = program.classes[each];
    bool const has_slots = std::ranges::find(base.names, NameId::of("__slots__")) != base.names.end();
    return ir::is_plain_root(ir::native_base(program, each)) && !has_slots && !base.dataclass;
  });
  if (!is_single && !are_plain) return;
  made.base =
      *std::ranges::max_element(bases, {}, [&](ir::ClassId each) { return program.classes[each].fields.size(); });
  made.mro.insert(made.mro.end(), order->begin(), order->end());
}

}  // namespace aiocc::build_ir
