// The typed, structured IR of a program: functions of nested blocks of instructions over named locals.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "ir/insts.hpp"
#include "ir/types.hpp"
#include "support/ids.hpp"
#include "support/names.hpp"
#include "support/source.hpp"

namespace aiocc::ir {

enum class InstKind : unsigned char {
#define AIOCC_INST(kind) kind,
#include "ir/inst_kinds.def"
#undef AIOCC_INST
};

namespace detail {
template <class First, class... Nodes>
using VariantOf = std::variant<Nodes...>;
}  // namespace detail

using InstNode = detail::VariantOf<void
#define AIOCC_INST(kind) , kind
#include "ir/inst_kinds.def"
#undef AIOCC_INST
                                   >;

struct Fold;
using FoldId = Id<Fold>;

struct Inst {
  InstNode node;
  Span span;
  // The marks of a traceback: the part of `span` that gets `^`; unset where there is none.
  Span anchor;
  // A traceback shows no marks for it at all: they would cover the whole line, or CPython leaves them out there.
  bool marks_hidden = false;
  // The folded generator expression that it's part of.
  FoldId fold;
  TypeId type;
  // Part of an annotation of a dataclass: only the class has what it gives.
  bool is_annotation = false;
  // Of a generated function: the line of the text that CPython generates, which tracebacks tell.
  std::uint32_t generated_line = 0;

  InstKind kind() const { return static_cast<InstKind>(node.index()); }
};

struct Block {
  std::vector<InstId> insts;
};

// A generator expression that runs inside the function around it, though tracebacks show it as a frame of its own: errors that leave it
// pass the call that it's the argument of.
struct Fold {
  std::string qualified_name;
  // The variables that it names, its own and those around it.
  std::vector<NameId> names;
  // The expression.
  Span span;
  // The call: its place as an instruction has it.
  Span call;
  Span call_anchor;
  bool call_marks_hidden = false;
  FoldId outer;
};

enum class LocalKind : unsigned char { Variable, Parameter, Temporary };

struct Local {
  NameId name;
  LocalKind kind = LocalKind::Variable;
  TypeId type;
  // A nested function uses it, so it lives in a cell.
  bool captured = false;
  // It's a variable of an enclosing function: this function got its cell (index into `Function::captures`).
  bool free = false;
  // Python may find it unbound somewhere, so its representation needs an unbound state.
  bool may_be_unbound = false;
};

enum class ParameterKind : unsigned char { PositionalOnly, Positional, VarArgs, KeywordOnly, VarKeywords };

struct Parameter {
  LocalId local;
  ParameterKind kind = ParameterKind::Positional;
  bool has_default = false;
  // Where a plain name annotates it.
  NameId annotation = {};
};

enum class FunctionKind : unsigned char { Module, Function, Coroutine, Generator, AsyncGenerator, ClassBody };

// A variable of the enclosing function that a nested function uses.
struct Capture {
  LocalId outer;
  LocalId inner;
};

// CPython makes a text of a function that it generates; its `def` is on this line.
inline constexpr std::uint32_t line_of_generated_def = 2;

struct Function {
  PythonModuleId module;
  NameId name;
  std::string qualified_name;
  FunctionKind kind = FunctionKind::Function;
  // The whole `def`; the name alone is what a message points at.
  Span span;
  Span name_span;
  // Of a function, its first decorator; unset without one.
  Span decorator_span;
  std::optional<std::string> docstring;
  std::vector<Parameter> parameters;
  std::vector<Capture> captures;
  Store<Local> locals;
  Store<Inst> insts;
  Store<Block> blocks;
  Store<Fold> folds;
  BlockId body;
  FunctionId parent;
  // The class whose body defines it, if any.
  ClassId class_id;
  // Of a lambda or generator expression, which have no name of their own in C++.
  bool anonymous = false;
  // It's in no source file: the `__init__` of a dataclass.
  bool generated = false;

  // What a call gives: the awaited value of a coroutine, the item of a generator. `object` before inference.
  TypeId result;
  // Settled by passes: whether a call may raise, and whether awaiting it may suspend.
  bool raises = true;
  bool suspends = true;
  // It may be part of a recursion, or lead to one: it counts against Python's recursion limit.
  bool counts_depth = true;
  // It's used as a value somewhere, so it needs its dynamic entry.
  bool escapes = true;
  // The function that it's a specialisation of, if it's one.
  FunctionId origin;
};

struct ClassField {
  NameId name;
  TypeId type;
};

// What a dataclass knows of a field, its own or a base's.
struct DataclassField {
  enum class Default : unsigned char { None, Value, Factory };
  NameId name;
  Default default_kind = Default::None;
  // `__init__` has a parameter of that name.
  bool is_parameter = true;
  bool keyword_only = false;
  // The default, if it's a constant; else where it is kept. Where the factory is kept, unless it's a builtin.
  std::optional<Constant> constant;
  GlobalId global;
  NameId builtin;
};

// What is certain of a class whose only decorator is `dataclasses.dataclass`.
struct Dataclass {
  std::vector<DataclassField> fields;
  bool frozen = false;
  // The decorator makes the class again, with slots for the fields.
  bool has_slots = false;
  // `==` or an order of instances compares their fields.
  bool compares_fields = false;
  // The special attributes that the decorator gives it.
  std::vector<NameId> attributes;
};

struct Class {
  PythonModuleId module;
  NameId name;
  std::string qualified_name;
  Span span;
  Span name_span;
  std::optional<std::string> docstring;
  FunctionId body;
  // The local `__class__` of `body`, which methods that use `super()` or `__class__` capture: MakeClass stores the class into it.
  LocalId class_cell;
  // The function whose body defines it.
  FunctionId parent;
  // Attributes that its methods store through `self` (and its bases' fields before them): the static layout.
  std::vector<ClassField> fields;
  // Those that it adds are just what its `__slots__` names, or will name.
  bool fields_are_slots = false;
  // The program's class whose layout its own begins with: its base, if that is known, or the first of those with most fields.
  ClassId base;
  // Else the runtime's class, by its Python name (`object`, `Exception`, ...); unset where the bases aren't known.
  NameId native_base;
  // Itself and the program's classes that it derives from, in Python's order.
  std::vector<ClassId> mro;
  // `Generic[...]` is among its bases, or it has type parameters: `C[int]` stands for it.
  bool is_generic = false;
  // `ABC` is among its bases.
  bool is_abc = false;
  // Its metaclass is known to have no `__prepare__` of its own: the body fills a plain dict.
  bool has_plain_namespace = false;
  bool has_annotations = false;
  // The attributes that its functions store through `self`: `__static_attributes__`.
  std::vector<NameId> stored_attributes;
  // What its body binds.
  std::vector<NameId> names;
  std::optional<Dataclass> dataclass;
  // What its own `__match_args__` names, where the text tells.
  std::optional<std::vector<NameId>> match_args;
};

struct Global {
  PythonModuleId module;
  NameId name;
  TypeId type;
  // Bound once, by a `def`, `class` or `import` at the module's top level, and never rebound or deleted.
  bool stable = false;
  // Bound for certain once the module's body has run, unless something outside deletes it.
  bool bound_at_end = false;
  // What an import bound it to, by its dotted name, if it's stable and there's one.
  NameId imported;
  FunctionId function;
  ClassId class_id;
  // The program has no such variable: what a dataclass keeps for its `__init__`.
  bool hidden = false;
};

// A file of the program.
struct PythonModule {
  // As `import` names it, dotted; the program's main module is "__main__".
  NameId name;
  // What its C++ is named after: the same, but the file's name for the main module.
  NameId cpp_name;
  SourceFileId file;
  // It's the `__init__.py` of a package, or a folder that is a package without one.
  bool is_package = false;
  bool is_namespace = false;
  // What it imports may import it in turn, so that others may see it half initialised.
  bool is_cyclic = false;
  // Its globals are in a dict (LoadName, StoreName, DeleteName), since something asks for that; it has no variables then.
  bool keeps_dict = false;
  std::optional<std::string> docstring;
  // Comments of the source in order; the emitter puts each before the statement that follows it.
  std::vector<Span> comments;
  // What runs at its first import.
  FunctionId body;
};

// The use of attributes that no instruction shows: by the library's code, and by names in strings.
struct AttributeUses {
  std::set<NameId> read = {};
  std::set<NameId> stored = {};
  bool reads_any = false;
  bool stores_any = false;
  // It makes dataclasses' instances like others of their class: `dataclasses.replace`.
  bool replaces = false;
  // A module of the library's: programs that aren't known yet use what it has.
  bool is_of_library = false;

  AttributeUses& operator|=(AttributeUses const& other) {
    read.insert(other.read.begin(), other.read.end());
    stored.insert(other.stored.begin(), other.stored.end());
    reads_any |= other.reads_any;
    stores_any |= other.stores_any;
    replaces |= other.replaces;
    is_of_library |= other.is_of_library;
    return *this;
  }
};

// A program: all its Python modules, as far as possible each behind those that it imports.
struct Module {
  // By its dotted name; unset where there's no such module in the program.
  PythonModuleId find(NameId name) const;
  // The variable of a module; unset where it has none of that name.
  GlobalId find_global(PythonModuleId module, NameId name) const;

  TypeStore types;
  Store<PythonModule> modules;
  // The modules of the standard library that are written in Python, among those that it imports.
  std::set<NameId> library_modules;
  // Those that are imported only where one of its functions needs them: whoever gets there links them.
  std::set<NameId> deferred_modules;
  // Those that functions of the library's need in this program.
  std::set<NameId> linked_modules;
  // Characters that can't be encoded may be written by their names: the program links these.
  bool links_character_names = false;
  // It asks objects for what they're made of, which a module of the library tells (`_reduction`).
  bool links_reductions = false;
  // Builtins that the program stores something else for: each look-up by name asks the module `builtins` (LoadName).
  std::set<NameId> replaced_builtins;
  // One of them asks where it's called from, so calls of what isn't known say where they stand.
  bool notes_callers = false;
  // asyncio may be asked where the program stands, so calls of the runtime and formatted values say so too.
  bool notes_places = false;
  // Something asks for frames (`sys._getframe`): every function says that it runs, every operation that may raise where it stands.
  bool notes_frames = false;
  AttributeUses attribute_uses;
  Store<Function> functions;
  Store<Class> classes;
  Store<Global> globals;
  // The program's main module.
  PythonModuleId main;
  // Something looks into the cells of functions (`__closure__`).
  bool exposes_cells = false;
  // Something looks at annotations of dataclasses, by themselves or as types of fields.
  bool reads_fields = false;
  // Some value may be NotImplemented.
  bool names_not_implemented = false;
  // The program sees when objects die: what the variables of a function hold lives as long as the error that ends it.
  bool keeps_variables = false;
  // It sees when temporaries die too: they end right after their last use, not with their statement.
  bool ends_temporaries = false;
};

namespace detail {
template <class Wanted, class Value, class Visit>
void visit_ids(Value& value, Visit& visit) {
  using Plain = std::remove_cv_t<Value>;
  if constexpr (std::same_as<Plain, Wanted>) {
    if (value) visit(value);
  } else if constexpr (requires {
                         value.begin();
                         value.end();
                       } && !std::same_as<Plain, std::string>) {
    for (auto& element : value) visit_ids<Wanted>(element, visit);
  } else if constexpr (requires { Plain::for_each_field(value, [](char const*, auto&) {}); }) {
    Plain::for_each_field(value, [&](char const*, auto& field) { visit_ids<Wanted>(field, visit); });
  }
}
}  // namespace detail

// Calls visit(id) for each operand of `node`, in the order of its fields; `node` may be const or not.
template <class Node, class Visit>
void for_each_operand(Node& node, Visit&& visit) {
  std::visit([&](auto& fields) { detail::visit_ids<InstId>(fields, visit); }, node);
}
// Calls visit(id) for each block nested in `node`.
template <class Node, class Visit>
void for_each_block(Node& node, Visit&& visit) {
  std::visit([&](auto& fields) { detail::visit_ids<BlockId>(fields, visit); }, node);
}

// Calls visit(id) for each variable that `node` names.
template <class Node, class Visit>
void for_each_local(Node& node, Visit&& visit) {
  std::visit([&](auto& fields) { detail::visit_ids<LocalId>(fields, visit); }, node);
}

InstTraits const& traits_of(Inst const& inst);

// The runtime's class from which a class of the program derives in the end; unset where that isn't known.
NameId native_base(Module const& module, ClassId id);
// Whether that runtime's class adds nothing to the layout of what derives from it: `object` and `ABC`.
bool is_plain_root(NameId native);
// Its instances have a layout that only the runtime's class can make: an exception's.
bool has_native_layout(Module const& module, ClassId id);

// `[i:j]`, or with a step that is None.
bool has_no_step(Function const& function, MakeSlice const& slice);

// Whether control may come out behind an instruction or a block: not behind `return`, nor behind a branch of which no arm comes out.
bool can_complete(Function const& function, InstId inst);
bool can_complete(Function const& function, BlockId block);

}  // namespace aiocc::ir
