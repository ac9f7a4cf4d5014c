// Classes that `namedtuple` and `class P(NamedTuple)` make, where the program's text tells the fields. Their instances stay objects; what is known
// is what their fields hold.
#include <algorithm>
#include <array>
#include <sstream>

#include "types/binding.hpp"
#include "types/evaluator.hpp"

namespace aiocc::types {
namespace {

std::vector<NameId> words_of(std::string text) {
  std::ranges::replace(text, ',', ' ');
  std::istringstream words(text);
  std::vector<NameId> names;
  for (std::string word; words >> word;) names.push_back(NameId::of(word));
  return names;
}

// What a class body may bind without changing how its instances are read.
bool reads_stay(NameId name) {
  constexpr std::array<std::string_view, 10> reading{"__getattribute__", "__getitem__", "__iter__", "__contains__",
                                                     "__eq__",           "__ne__",      "__lt__",   "__le__",
                                                     "__gt__",           "__ge__"};
  return !is_one_of(name.text(), reading);
}

struct StatedFields {
  std::vector<NameId> names;
  std::size_t required = 0;
};

// The annotations in their order are the fields; what's stored under their names are defaults, which only the last have. Nothing where the body
// doesn't tell.
std::optional<StatedFields> fields_of(ir::Function const& body) {
  StatedFields fields;
  std::set<NameId> stored_names;
  for (ir::Inst const& inst : body.insts) {
    bool has_blocks = false;
    ir::for_each_block(inst.node, [&](ir::BlockId) { has_blocks = true; });
    auto const* const annotation = std::get_if<ir::StoreAnnotation>(&inst.node);
    auto const* const stored = std::get_if<ir::StoreClassName>(&inst.node);
    if (has_blocks || (stored && !reads_stay(stored->name))) return std::nullopt;
    if (stored) stored_names.insert(stored->name);
    bool const is_new = annotation && std::ranges::find(fields.names, annotation->name) == fields.names.end();
    if (is_new) fields.names.push_back(annotation->name);
  }
  auto const has_default = [&](NameId name) { return stored_names.contains(name); };
  auto const first_default = std::ranges::find_if(fields.names, has_default);
  if (!std::all_of(first_default, fields.names.end(), has_default)) return std::nullopt;
  fields.required = static_cast<std::size_t>(first_default - fields.names.begin());
  return fields;
}

}  // namespace

std::optional<std::vector<NameId>> Evaluator::constant_names(ir::InstId names) const {
  ir::InstNode const& node = function_.insts[names].node;
  if (auto const* const text = std::get_if<ir::Constant>(&node))
    return text->kind == ir::ConstantKind::Str ? std::optional(words_of(text->text)) : std::nullopt;
  auto const* const list = std::get_if<ir::MakeList>(&node);
  auto const* const tuple = std::get_if<ir::MakeTuple>(&node);
  if (!list && !tuple) return std::nullopt;
  std::vector<NameId> found;
  for (ir::InstId const element : list ? list->elements : tuple->elements) {
    auto const* const text = std::get_if<ir::Constant>(&function_.insts[element].node);
    if (!text || text->kind != ir::ConstantKind::Str) return std::nullopt;
    found.push_back(NameId::of(text->text));
  }
  return found;
}

// The class with these fields, of which the last have the defaults.
Value Evaluator::define_named_tuple(std::vector<NameId> const& names, std::vector<Value> const& defaults,
                                    ir::ClassId methods, ir::InstId id) {
  std::size_t const required = names.size() - defaults.size();
  Value const class_ = world_.named_tuple_class(id_, id, names, required, methods);
  Value const made = of(AtomKind::NamedTuple, world_.site_of(world_.atoms[class_.atoms[0]]).instances);
  for (std::size_t index = 0; index < defaults.size(); ++index) store_slot(made, required + index, defaults[index]);
  return class_;
}

// `namedtuple("P", "x y")`, with `defaults` at most. Names that can't be fields raise when the class is made.
Value Evaluator::make_named_tuple(Arguments const& arguments, ir::InstId id) {
  auto const* const call = std::get_if<ir::Call>(&function_.insts[id].node);
  auto const* const method = std::get_if<ir::CallMethod>(&function_.insts[id].node);
  bool const has_defaults = arguments.keywords.size() == 1 && arguments.keywords[0].text() == "defaults";
  bool const is_plain = (call || method) && arguments.values.size() == (has_defaults ? 3 : 2) &&
                        arguments.keywords.size() == (has_defaults ? 1 : 0);
  std::optional<std::vector<NameId>> const names =
      is_plain ? constant_names((call ? call->args : method->args)[1]) : std::nullopt;
  if (!names) return call_unknown(arguments);
  if (!has_defaults) return define_named_tuple(*names, {}, {}, id);
  Value const& given = arguments.values[2];
  bool const are_known = !given.unknown && given.atoms.size() == 1 && has_fixed_slots(world_.atoms[given.atoms[0]]);
  std::vector<Value> const defaults =
      are_known ? world_.site_of(world_.atoms[given.atoms[0]]).slots : std::vector<Value>();
  if (!are_known || defaults.size() > names->size()) return call_unknown(arguments);
  return define_named_tuple(*names, defaults, {}, id);
}

// `class P(NamedTuple): x: int; y: int = 0`.
std::optional<Value> Evaluator::named_tuple_statement(ir::MakeClass const& node, ir::InstId id) {
  bool const is_plain = node.bases.size() == 1 && node.keywords.empty() && !node.base_list && !node.keyword_dict;
  ir::Class const& statement = world_.module.classes[node.class_id];
  if (!is_plain || value(node.bases[0]) != of(AtomKind::NamedTupleMaker) || statement.class_cell) return std::nullopt;
  std::optional<StatedFields> const fields = fields_of(world_.module.functions[statement.body]);
  if (!fields) return std::nullopt;
  auto const& attributes = world_.state(node.class_id).class_attributes;
  std::vector<Value> defaults;
  for (std::size_t index = fields->required; index < fields->names.size(); ++index) {
    auto const found = attributes.find(fields->names[index]);
    defaults.push_back(found == attributes.end() ? Value{} : found->second);
  }
  Value const class_ = define_named_tuple(fields->names, defaults, node.class_id, id);
  for (auto const& [name, attribute] : attributes) {
    // Whoever has an instance may call its methods; class methods and `__set_name__` are given the class.
    world_.escape(Value(attribute));
    if (!is_builtin_data(attribute) && !are_functions(attribute)) world_.escape(class_);
  }
  return class_;
}

bool Evaluator::are_functions(Value const& value) const {
  return !value.unknown && std::ranges::all_of(value.atoms, [&](AtomId id) {
    AtomKind const kind = world_.atoms[id].kind;
    return kind == AtomKind::Function || is_accessor(kind) || kind == AtomKind::StaticMethod;
  });
}

std::optional<Value> Evaluator::named_field(Atom const& object, NameId name) {
  Site const& site = world_.site_of(object);
  std::optional<std::size_t> const place = site.place_of(name);
  return place ? std::optional(site.slots[*place]) : std::nullopt;
}

// Of arguments that don't fit nothing is known: the defaults may have been replaced.
Value Evaluator::construct_named_tuple(Atom const& class_, Arguments const& arguments) {
  Site const& site = world_.site_of(class_);
  std::vector<Formal> fields;
  for (std::size_t index = 0; index < site.names.size(); ++index)
    fields.push_back({ir::ParameterKind::Positional, site.names[index].text(), index >= site.required});
  std::optional<Binding> const binding = bind_arguments(fields, arguments.values.size(), arguments.keywords);
  if (!binding) return call_unknown(arguments);
  Value const made = of(AtomKind::NamedTuple, site.instances);
  for (std::size_t index = 0; index < binding->argument_of.size(); ++index) {
    int const argument = binding->argument_of[index];
    if (argument >= 0) store_slot(made, index, arguments.values[static_cast<std::size_t>(argument)]);
  }
  return made;
}

// `P(*row)`, `P._make(row)`: keywords' values may be any field's.
Value Evaluator::construct_named_tuple(Atom const& class_, Unpacked const& items, Value const& keywords) {
  Value const made = of(AtomKind::NamedTuple, world_.site_of(class_).instances);
  std::size_t const fields = world_.site_of(class_).names.size();
  for (std::size_t index = 0; index < fields; ++index) {
    store_slot(made, index, index < items.places.size() ? items.places[index] : items.others);
    store_slot(made, index, keywords);
  }
  return made;
}

Value Evaluator::replace_fields(Atom const& object, Arguments const& arguments) {
  Site const& site = world_.site_of(object);
  bool const is_known =
      arguments.values.size() == arguments.keywords.size() && !world_.may_store(NameId::of("_replace")) &&
      std::ranges::all_of(arguments.keywords, [&](NameId keyword) { return site.place_of(keyword).has_value(); });
  if (!is_known) {
    world_.escape(of(object));
    return call_unknown(arguments);
  }
  for (std::size_t index = 0; index < arguments.keywords.size(); ++index)
    store_slot(of(object), *site.place_of(arguments.keywords[index]), arguments.values[index]);
  return of(object);
}

Value World::named_tuple_class(ir::FunctionId function, ir::InstId inst, std::vector<NameId> const& names,
                               std::size_t required, ir::ClassId methods) {
  std::size_t const known = sites.size();
  std::uint32_t const class_ = site(function, inst, 0, AtomKind::NamedTupleClass, nullptr, 0);
  std::uint32_t const instances = site(function, inst, 1, AtomKind::NamedTuple, nullptr, names.size());
  if (sites.size() > known) {
    sites[class_].names = sites[instances].names = names;
    sites[class_].required = required;
    sites[class_].instances = instances;
    sites[instances].methods = methods;
    named_tuples_.push_back(class_);
    expose_named_tuples();
  }
  return of(AtomKind::NamedTupleClass, class_);
}

void World::change_named_tuple(Atom const& class_) {
  Site& changed_site = site(sites[class_.index].instances);
  for (Value& slot : changed_site.slots) grow(slot, unknown());
  if (!changed_site.methods) return;
  changed = true;
  changed_site.methods = {};
  changed_site.touched_at = ++now;
}

MethodTarget World::method_of_named_tuple(Site const& site, NameId name) {
  if (!site.methods || is_dunder(name) || may_store(name) || deleted_names.contains(name)) return {};
  auto const& attributes = state(site.methods).class_attributes;
  auto const found = attributes.find(name);
  if (found == attributes.end() || found->second.unknown || found->second.atoms.size() != 1) return {};
  Atom const method = atoms[found->second.atoms[0]];
  if (site.place_of(name) || method.kind != AtomKind::Function) return {};
  return {ir::FunctionId{method.index}, FirstArgument::OwnInstance};
}

}  // namespace aiocc::types
