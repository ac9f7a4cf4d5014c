// What inference knows of the whole program. It only grows, until nothing changes any more.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "support/words.hpp"
#include "types/value.hpp"

namespace aiocc::types {

// A container or native object that one instruction allocates.
struct Site {
  AtomKind kind = AtomKind::List;
  // List, Set: element. Dict: key, value. Tuple: one an element, or a single one if it isn't `fixed`. Natives: one a type parameter.
  std::vector<Value> slots;
  // NamedTuple and its class: the fields. NativeMethod: its name.
  std::vector<NameId> names = {};
  // NamedTupleClass: how many fields have no defaults, and the site of its instances.
  std::size_t required = 0;
  std::uint32_t instances = 0;
  // NamedTuple: the class whose statement it is, where its methods are what they were.
  ir::ClassId methods = {};
  bool fixed = false;
  bool escaped = false;
  // When it escaped.
  Moment touched_at = 0;
  // The last evaluation that read it.
  std::uint32_t read_by = 0;

  // The slot of the field; nothing where there's none of that name.
  std::optional<std::size_t> place_of(NameId name) const {
    auto const found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
  }
};

struct FunctionState {
  // By parameter, in order.
  std::vector<Value> parameters;
  // What its variables in cells hold, by local.
  std::map<ir::LocalId, Value> cells;
  // What each local ever holds, and each instruction ever gives.
  std::vector<Value> locals;
  std::vector<Value> insts;
  // Loads that may find their variable unbound.
  std::vector<bool> unbound_loads;
  // What the variables hold at the heads of loops, as far as that's known. It only grows, so whoever comes there again starts from it.
  std::unordered_map<ir::InstId, std::vector<Value>> loop_heads;
  Value result;
  Value yielded;
  Value sent;
  // Of the function objects made of it: the values of its parameters' defaults.
  std::vector<Value> defaults;
  // The function that a call goes to for certain, by instruction: the callee's specialisation for these arguments, or itself.
  std::map<ir::InstId, ir::FunctionId> callees;
  // Its copy for the types that whoever calls it is guessed to give it.
  ir::FunctionId typed_entry;
  bool reached = false;
  bool escaped = false;
  // Code that isn't known gets what it returns and yields.
  bool results_escape = false;
  // Calls unpack arguments into its parameters, any into each.
  bool is_unpacked_into = false;
  // Decorated with `abstractmethod`.
  bool is_abstract = false;
  // The program stores into its `__defaults__`, `__code__`, ...
  bool is_altered = false;
  // What its last evaluation read, and when that began.
  Reads reads;
  Moment evaluated_at = 0;
  bool is_evaluated = false;
  // When it escaped, and the last evaluation that read it.
  Moment touched_at = 0;
  std::uint32_t read_by = 0;
};

// What calls of methods by some name pass, through receivers that aren't known.
struct NamedCalls {
  std::vector<Value> positional;
  std::map<NameId, Value> by_keyword;
};

// A copy of a function for arguments of some kinds. The function itself serves all other calls.
struct Variant {
  ir::FunctionId origin;
  // The function in which the call was found that it was made for.
  ir::FunctionId caller;
};

struct ClassState {
  // What its instances' attributes hold, and what its own.
  std::map<NameId, Value> instance_attributes;
  std::map<NameId, Value> class_attributes;
  // Those that its body binds in any case. Of others a base's is seen until this class has one.
  std::set<NameId> certain_attributes;
  std::vector<ir::ClassId> subclasses;
  // Its bases and its body are what the statement says: no decorators, bases that are known.
  bool is_known = false;
  bool instances_escaped = false;
  bool escaped = false;
  // It has `__getattr__`, `__setattr__`, `__slots__`, `__new__`, ...: attributes and calls aren't what they seem.
  bool is_irregular = false;
  // When it or its instances escaped, and the last evaluation that read it.
  Moment touched_at = 0;
  std::uint32_t read_by = 0;
};

// What code that isn't known passes first when it calls a function.
enum class FirstArgument { Anything, OwnInstance, OwnClass };

// Where calls through a receiver lead.
struct MethodTarget {
  ir::FunctionId function;
  // What the function gets before the call's own arguments: the receiver, its class, or nothing.
  FirstArgument first = FirstArgument::Anything;

  explicit operator bool() const { return static_cast<bool>(function); }
  friend bool operator==(MethodTarget const&, MethodTarget const&) = default;
};

inline bool is_dunder(NameId name) { return aiocc::is_dunder(name.text()); }

// A method's first parameter, rather than `*args`, is what it's called on.
bool takes_first(ir::Function const& method);

struct World {
  // Without `specialises`, all calls of a function are merged.
  World(ir::Module& module, bool specialises);

  ir::Module& module;
  Atoms atoms;
  // References stay valid while sites are added.
  std::deque<Site> sites;
  // References stay valid while functions are added.
  std::deque<FunctionState> functions;
  std::vector<ClassState> classes;
  std::vector<Value> globals;
  // Names that the program reads, stores or deletes through receivers that aren't known, or deletes at all.
  std::set<NameId> unknown_reads;
  std::map<NameId, NamedCalls> unknown_calls;
  std::set<NameId> unknown_stores;
  std::set<NameId> deleted_names;
  // Attributes of modules and native classes that the program replaces.
  std::set<NameId> patched;
  // Classes of the runtime, but for exceptions, that the program derives classes from, with their bases.
  std::set<bindings::Class const*> derived_natives;
  // The program's modules that code which isn't known may read, write and delete from.
  std::set<ir::PythonModuleId> escaped_modules;
  // `getattr` or `setattr` with any name, `__dict__`, ...
  bool reads_any_name = false;
  bool stores_any_name = false;
  // `x.__class__ = C`: methods and layouts aren't those of the class that an instance was made of.
  bool changes_classes = false;
  // `x is y` of what may be two floats: then they're objects, since a double has no identity.
  bool compares_float_identity = false;
  // `type(x)`, `x.__class__`: classes of escaped instances escape.
  bool reflects = false;
  // Exceptions may come back as values of unknown type.
  bool observes_exceptions = false;
  std::set<ir::ClassId> raised;
  // Something has grown.
  bool changed = false;
  // How often parts of the world have grown.
  Moment now = 0;

  Value of(Atom atom);
  Value of(AtomKind kind, std::uint32_t index = 0, void const* native = nullptr) {
    return of(Atom{kind, index, native});
  }
  static Value unknown() { return {.unknown = true, .atoms = {}}; }
  static Value unbound() { return {.unbound = true, .atoms = {}}; }
  Value none() { return of(AtomKind::None); }

  // Joins `from` into `into`, which is a part of the world or a variable's state; what meets the unknown escapes.
  bool join(Value& into, Value const& from);
  Value joined(Value left, Value const& right);
  // As `join`, and notes that the world has grown.
  void grow(Value& into, Value const& from) {
    if (!join(into, from)) return;
    changed = true;
    into.grown_at = ++now;
  }
  void set(bool& flag) {
    changed |= !flag;
    flag = true;
  }

  // The value becomes reachable by code that isn't known.
  void escape(Value const& value);
  void escape(AtomId atom);
  void escape_function(ir::FunctionId function, FirstArgument first);
  // A method may be called on any instance of its class, or a class method on the class and those below.
  void bind_first(ir::FunctionId method, AtomKind kind);
  void bind_self(ir::FunctionId method) { bind_first(method, AtomKind::Instance); }
  void escape_below(ir::ClassId id, AtomKind kind);
  void escape_instances(ir::ClassId id);
  void escape_class(ir::ClassId id);
  void escape_module(ir::PythonModuleId id);
  void escape_modules();
  void reflect();
  // Code that isn't known uses attributes by this name, or by any: those of instances that it may have.
  void note_read(NameId name);
  void note_call(NameId name, std::span<Value const> arguments, std::span<NameId const> keywords);
  void note_store(NameId name);
  void note_deletion(NameId name);
  void read_any_name();
  void store_any_name();
  // Code that isn't known may use whatever instances of the class have, by other ways than names.
  bool is_open(ir::ClassId id);
  // What instances of the class have isn't told by names any more.
  void make_irregular(ir::ClassId id);
  void change_classes();
  bool may_store(NameId name) const {
    return stores_any_name || unknown_stores.contains(name) || module.attribute_uses.stored.contains(name);
  }
  // An instance of the class is raised: handlers of unknown kinds may get it.
  void raise(ir::ClassId id);
  void observe_exceptions();
  // Something may read and write all variables and attributes by computed names.
  void expose_everything();

  // The site of an instruction of a function; `part` tells several of one instruction apart.
  std::uint32_t site(ir::FunctionId function, ir::InstId inst, std::uint32_t part, AtomKind kind, void const* native,
                     std::size_t slots);
  Site& site(std::uint32_t index) {
    note(sites[index], reads_ ? &reads_->sites : nullptr, index);
    return sites[index];
  }
  Site& site_of(Atom const& atom) { return site(atom.index); }

  // The specialisation of `callee` for a call in `caller` with these values of its parameters; `callee` itself past the bound.
  ir::FunctionId specialised(ir::FunctionId callee, std::vector<Value> const& arguments, ir::FunctionId caller);
  // What `id` is a specialisation of; `id` itself if it's none.
  ir::FunctionId origin_of(ir::FunctionId id) const;
  // Specialisations serve all its calls.
  bool is_replaced(ir::FunctionId id) const { return !functions[id.index].reached && variant_counts_.contains(id); }
  std::uint32_t declared_functions() const { return static_cast<std::uint32_t>(declared_functions_); }

  // The class that an instruction makes with `namedtuple` or of a class statement.
  Value named_tuple_class(ir::FunctionId function, ir::InstId inst, std::vector<NameId> const& names,
                          std::size_t required, ir::ClassId methods);
  // The class isn't what it was: what its instances' fields give may be anything.
  void change_named_tuple(Atom const& class_);

  // From here on, what is read of the world is noted as read by the function; its evaluation begins.
  void begin_reads(ir::FunctionId reader);
  void end_reads() { reads_ = nullptr; }

  FunctionState& state(ir::FunctionId id) {
    note(functions[id.index], reads_ ? &reads_->functions : nullptr, id);
    return functions[id.index];
  }
  Value& global(ir::GlobalId id) {
    if (reads_ && std::exchange(global_read_by_[id.index], evaluations_) != evaluations_) reads_->globals.push_back(id);
    return globals[id.index];
  }
  // Calls that take a default get what the `def` says.
  bool keeps_defaults(ir::FunctionId id) {
    bool const may_be_altered =
        state(id).escaped && (stores_any_name || unknown_stores.contains(NameId::of("__defaults__")) ||
                              unknown_stores.contains(NameId::of("__kwdefaults__")));
    return !state(id).is_altered && !may_be_altered;
  }
  ClassState& state(ir::ClassId id) {
    note(classes[id.index], reads_ ? &reads_->classes : nullptr, id);
    return classes[id.index];
  }
  // The variable of one of the program's modules; unset where it has none of that name.
  ir::GlobalId module_global(ir::PythonModuleId id, NameId name) const;
  // Stores into an attribute of instances of exactly this class, or of the class itself.
  void store_instance_attribute(ir::ClassId id, NameId name, Value const& value);
  void store_class_attribute(ir::ClassId id, NameId name, Value const& value);
  // What user code finds under `name` in the class or its bases; null where there's nothing. Anything where it may be either the class's or a
  // base's.
  Value const* find_class_attribute(ir::ClassId id, NameId name);
  // The method, if that is all that it can be.
  ir::FunctionId find_method(ir::ClassId id, NameId name);
  // The method that all the receivers have under that name, and nothing hides; unset where there's no such. The receivers are instances (or None), or
  // one class.
  MethodTarget method_of(Value const& receivers, NameId name);
  MethodTarget method_of(AtomId receiver, NameId name);
  // The function that all the receivers' property of that name calls for reads, stores or deletions.
  ir::FunctionId accessor_of(Value const& receivers, NameId name, AtomKind accessor);
  ir::FunctionId accessor_of(AtomId receiver, NameId name, AtomKind accessor);
  // Nothing that the class has under the name takes part in reads and stores of the instances' attribute: no property.
  bool is_plain_attribute(ir::ClassId id, NameId name);
  // Stores to attributes of its instances may be refused.
  bool is_frozen(ir::ClassId id) const;
  // Under this name a dataclass has what its annotations hold.
  static NameId annotations_name() { return NameId::of("<annotations>"); }
  // Where an attribute's value is kept: the root-most class whose layout has it.
  ir::ClassId attribute_owner(ir::ClassId id, NameId name) const;
  std::vector<ir::ClassId> const& mro(ir::ClassId id) const { return module.classes[id].mro; }
  bool derives_from(ir::ClassId id, ir::ClassId base) const;
  // Its instances begin with the fields of `base`.
  bool extends(ir::ClassId id, ir::ClassId base) const;
  // Whatever instance of the class or one below it is looked at: what `super()` in its methods finds comes from the same classes.
  bool has_fixed_supers(ir::ClassId id) const { return has_fixed_supers_[id.index]; }
  // Where `super()` in the methods of `id` finds `name`, and what comes behind: its only base, or of several the one that has it. Unset where that
  // depends, or none of the program's has it.
  ir::ClassId super_base(ir::ClassId id, NameId name);
  // A call through an instance of the class may find something else under `name` than the method.
  bool may_be_shadowed(ir::ClassId id, NameId name);
  // The class's body binds the name of a special method to something.
  void note_special(ir::ClassId id, NameId name, Value const& value);
  // An attribute that's found in a class may be more than it seems: its `__get__` or `__set__` is given the instance and the class.
  bool is_descriptor(Value const& attribute);
  bool is_descriptor(AtomId attribute);
  // A class that has this under its name is irregular.
  static bool is_hook(NameId name);
  // Its layout and its methods are what the class statements say.
  bool is_regular(ir::ClassId id);
  // The closest class of the runtime that it derives from.
  bindings::Class const* native_base(ir::ClassId id);
  // What its instances are made of is all the program's: it derives from nothing of the runtime's but `object` or `ABC`.
  bool is_made_plainly(ir::ClassId id) const;
  // `C[int]` is an alias of the class, and runs nothing of the program's.
  bool is_generic(ir::ClassId id);
  // Its instances have neither `__bool__` nor `__len__`.
  bool is_always_true(ir::ClassId id);
  // A call of the class may find that methods are missing.
  bool may_be_abstract(ir::ClassId id);
  // Instances of those of the program's classes that may derive from the runtime's class.
  Value const& instances_below(bindings::Class const& class_);

  // Whether native code that is given this value may call a method of the user's with other values.
  bool has_binary_dunders(Value const& value);

 private:
  struct SiteKey {
    ir::FunctionId function;
    ir::InstId inst;
    std::uint32_t part;
    AtomKind kind;
    void const* native;

    friend bool operator==(SiteKey const&, SiteKey const&) = default;
  };
  struct HashOfSite {
    std::size_t operator()(SiteKey const& key) const {
      std::size_t const pointer = reinterpret_cast<std::uintptr_t>(key.native) >> 4;
      return ((pointer * 31 + key.function.index) * 1009 + key.inst.index) * 1009 + key.part * 64 +
             static_cast<std::size_t>(key.kind);
    }
  };
  template <class Part, class PartId>
  void note(Part& part, std::vector<PartId>* reads, PartId id) {
    if (reads && std::exchange(part.read_by, evaluations_) != evaluations_) reads->push_back(id);
  }

  // Of the function that's being evaluated.
  Reads* reads_ = nullptr;
  std::uint32_t evaluations_ = 0;
  std::vector<std::uint32_t> global_read_by_;
  std::unordered_map<SiteKey, std::uint32_t, HashOfSite> site_ids_;
  std::vector<bool> escaped_;
  std::map<std::pair<ir::PythonModuleId, NameId>, ir::GlobalId> module_globals_;
  bool specialises_;
  std::size_t declared_functions_;
  std::map<std::pair<ir::FunctionId, std::vector<std::vector<AtomId>>>, ir::FunctionId> variants_;
  std::map<ir::FunctionId, std::size_t> variant_counts_;
  // Of the functions past the declared ones.
  std::vector<Variant> made_variants_;

  void add_state(ir::Function const& function);
  bool is_specialisable(ir::FunctionId id) const;
  std::vector<bool> class_has_binary_dunders_;
  std::vector<bool> has_fixed_supers_;
  Value const anything_ = unknown();
  std::map<NameId, bindings::Class const*> native_classes_;
  std::map<bindings::Class const*, Value> instances_below_;

  // Classes that have an attribute of that name, or whose instances have one.
  std::map<NameId, std::vector<ir::ClassId>> owners_;

  // Sites of classes.
  std::vector<std::uint32_t> named_tuples_;

  void expose_named_tuples();
  MethodTarget method_of_named_tuple(Site const& site, NameId name);
  void find_subclasses();
  void find_fixed_supers();
  // Whether code that isn't known uses attributes of that name.
  bool is_used(NameId name) const;
  // The same of what the class has under that name.
  bool is_used(ir::ClassId id, NameId name) const;
  void note_name(std::set<NameId>& names, NameId name);
  void open_escaped(bool& flag);
  bool is_dataclass_or_below(ir::ClassId id) const;
  void expose(ir::ClassId id);
  void expose(ir::ClassId id, NameId name);
  void expose_everywhere(NameId name);
  void expose_all_escaped();
  void expose_field(ir::ClassId id, NameId name, Value& value);
  void expose_class_attribute(ir::ClassId id, NameId name, Value const& value);
  void call_through_instances(ir::ClassId id, AtomId attribute, NamedCalls const& calls);
  void call_by_name(ir::FunctionId id, FirstArgument first, NamedCalls const& calls);
  void bind_borrowed(ir::ClassId id, ir::FunctionId method, AtomKind kind);
  void escape_results(ir::FunctionId id);
  void escape_through_instances(ir::ClassId id, Value value);
  bool has_binary_dunders(AtomId atom, std::set<std::uint32_t>& seen);
  template <class Any>
  bool has_binary_dunders(ir::ClassId id, Any const& any);
};

}  // namespace aiocc::types
