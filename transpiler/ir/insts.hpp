// The instructions: one aggregate a kind. An instruction's id stands for its value. Operands are evaluated in the order
// in which their instructions stand in the block, not by where they are used.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ir/types.hpp"
#include "support/fields.hpp"
#include "support/source.hpp"
#include "syntax/operators.hpp"

namespace aiocc::bindings {
struct Overload;
}

namespace aiocc::ir {

struct Inst;
struct Block;
struct Local;
struct Global;
struct PythonModule;
using InstId = Id<Inst>;
using BlockId = Id<Block>;
using LocalId = Id<Local>;
using GlobalId = Id<Global>;
using PythonModuleId = Id<PythonModule>;

// What a kind of instruction can do, before its operands' types are known.
struct InstTraits {
  char const* name;
  // It can raise, so it needs a span.
  bool raises = false;
  // It has an effect besides its value: it isn't dropped or moved.
  bool effect = false;
  bool has_value = true;
  // Control doesn't go on behind it.
  bool terminates = false;
};

// FactoryMarker is what a dataclass's `__init__` gets for a field whose factory it shall call.
enum class ConstantKind : unsigned char {
  None,
  Bool,
  Ellipsis,
  Int,
  Float,
  Imaginary,
  Str,
  Bytes,
  NotImplemented,
  FactoryMarker
};
enum class Conversion : unsigned char { None, Str, Repr, Ascii };

// Suspends until `operand` is done; its result is the value.
struct Await {
  static constexpr InstTraits traits{.name = "await", .raises = true, .effect = true};
  InstId operand;
  AIOCC_FIELDS(operand)
};

struct Binary {
  static constexpr InstTraits traits{.name = "binary", .raises = true, .effect = true};
  syntax::Operator op;
  InstId left;
  InstId right;
  AIOCC_FIELDS(op, left, right)
};

// `left and right`: `right_block` runs, and `right` is the value, where `left` doesn't decide. The value is an operand's, not a bool
// (unless both are).
struct BoolOp {
  static constexpr InstTraits traits{.name = "bool_op", .effect = true};
  syntax::BoolOperator op;
  InstId left;
  // Truth of `left`: an instruction of type bool that stands before this one.
  InstId left_truth;
  BlockId right_block;
  InstId right;
  AIOCC_FIELDS(op, left, left_truth, right_block, right)
};

struct Break {
  static constexpr InstTraits traits{.name = "break", .effect = true, .has_value = false, .terminates = true};
  AIOCC_FIELDS()
};

// `callee(args..., names=...)`: the last `keywords.size()` of `args` are keyword arguments. One that `describes_field` is the
// `dataclasses.field` of a known dataclass: what it's given stays with the class.
struct Call {
  static constexpr InstTraits traits{.name = "call", .raises = true, .effect = true};
  InstId callee;
  std::vector<InstId> args;
  std::vector<NameId> keywords;
  bool describes_field = false;
  AIOCC_FIELDS(callee, args, keywords, describes_field)
};

// A direct call of one of the program's functions: one argument a parameter, in order; an unset one takes its default
// (`*args` is a tuple, `**kwargs` a dict already). `callee` is the function object's value where captures are needed, else unset.
// Of a coroutine, generator or asynchronous generator function the value is the unstarted Coroutine, ...
struct CallFunction {
  static constexpr InstTraits traits{.name = "call_function", .raises = true, .effect = true};
  FunctionId function;
  InstId callee;
  std::vector<InstId> args;
  AIOCC_FIELDS(function, callee, args)
};

// `object.name(args...)`; `method` is the GetMethod that found it. Keywords as in Call.
struct CallMethod {
  static constexpr InstTraits traits{.name = "call_method", .raises = true, .effect = true};
  InstId method;
  std::vector<InstId> args;
  std::vector<NameId> keywords;
  AIOCC_FIELDS(method, args, keywords)
};

// A call of the runtime's by its overload: one argument a C++ parameter (a receiver first), unset where the default goes in;
// those of a variadic parameter stand at the end. `unpacked`: one list stands there for them.
struct CallNative {
  static constexpr InstTraits traits{.name = "call_native", .raises = true, .effect = true};
  bindings::Overload const* overload;
  std::vector<InstId> args;
  bool unpacked = false;
  AIOCC_FIELDS(overload, args, unpacked)
};

// `callee(*args, **keywords)`: `args` is any object (what isn't iterable is a TypeError), `keywords` a dict or unset.
struct CallUnpacked {
  static constexpr InstTraits traits{.name = "call_unpacked", .raises = true, .effect = true};
  InstId callee;
  InstId args;
  InstId keywords;
  AIOCC_FIELDS(callee, args, keywords)
};

// Ends a class body's function: the namespace that its StoreClassName filled.
struct ClassBodyResult {
  static constexpr InstTraits traits{
      .name = "class_body_result", .effect = true, .has_value = false, .terminates = true};
  AIOCC_FIELDS()
};

// The same value in the representation of this instruction's type: boxes, unboxes or refines.
struct Coerce {
  static constexpr InstTraits traits{.name = "coerce"};
  InstId operand;
  AIOCC_FIELDS(operand)
};

// What a method of the runtime's, known to be one, is bound to.
struct BoundSelf {
  static constexpr InstTraits traits{.name = "bound_self"};
  InstId method;
  AIOCC_FIELDS(method)
};

// `is` and `is not` are bools and can't raise; `in` takes the container as `right` and is a bool. The others may give any object; where
// the type is bool all the same (conditions), the truth of that object is the value.
struct Compare {
  static constexpr InstTraits traits{.name = "compare", .raises = true, .effect = true};
  syntax::CompareOperator op;
  InstId left;
  InstId right;
  AIOCC_FIELDS(op, left, right)
};

// `text`: decimal digits of an int, UTF-8 (WTF-8) of a str, the bytes of bytes.
struct Constant {
  static constexpr InstTraits traits{.name = "constant"};
  ConstantKind kind;
  bool boolean = false;
  double number = 0;
  std::string text;
  AIOCC_FIELDS(kind, boolean, number, text)
};

struct Continue {
  static constexpr InstTraits traits{.name = "continue", .effect = true, .has_value = false, .terminates = true};
  AIOCC_FIELDS()
};

// In a handler: the exception that it handles.
struct CurrentException {
  static constexpr InstTraits traits{.name = "current_exception"};
  AIOCC_FIELDS()
};

struct DeleteAttr {
  static constexpr InstTraits traits{.name = "delete_attr", .raises = true, .effect = true, .has_value = false};
  InstId object;
  NameId name;
  AIOCC_FIELDS(object, name)
};

// In a class body; `quiet` as in DeleteLocal.
struct DeleteClassName {
  static constexpr InstTraits traits{.name = "delete_class_name", .raises = true, .effect = true, .has_value = false};
  NameId name;
  bool quiet = false;
  AIOCC_FIELDS(name, quiet)
};

// `quiet` as in DeleteLocal.
struct DeleteGlobal {
  static constexpr InstTraits traits{.name = "delete_global", .raises = true, .effect = true, .has_value = false};
  GlobalId global;
  bool quiet = false;
  AIOCC_FIELDS(global, quiet)
};

struct DeleteItem {
  static constexpr InstTraits traits{.name = "delete_item", .raises = true, .effect = true, .has_value = false};
  InstId object;
  InstId key;
  AIOCC_FIELDS(object, key)
};

// Of a module that keeps its globals in a dict; `quiet` as in DeleteLocal.
struct DeleteName {
  static constexpr InstTraits traits{.name = "delete_name", .raises = true, .effect = true, .has_value = false};
  NameId name;
  bool quiet = false;
  AIOCC_FIELDS(name, quiet)
};

// `quiet` is the end of an `except ... as name`: it's no error where the name is unbound already. With `ends` nobody reads the variable
// from here on, and only what it holds ends: a comprehension's.
struct DeleteLocal {
  static constexpr InstTraits traits{.name = "delete_local", .raises = true, .effect = true, .has_value = false};
  LocalId local;
  bool quiet = false;
  bool ends = false;
  AIOCC_FIELDS(local, quiet, ends)
};

// `{**other}` into `dict`; in a call of `callee` a key that is there already, or isn't a str, is a TypeError.
struct DictMerge {
  static constexpr InstTraits traits{.name = "dict_merge", .raises = true, .effect = true, .has_value = false};
  InstId dict;
  InstId other;
  // Set where the dict becomes the keyword arguments of a call, whose errors name the callee.
  InstId callee;
  AIOCC_FIELDS(dict, other, callee)
};

// `for item in iterable`: `body` begins with the LoopItem. `else_block` runs where no break left the loop. The span is the iterable's;
// of `async for` it is the whole statement's, for `__anext__`, and a failing `__aiter__` has the span of the instruction `iterable`.
struct For {
  static constexpr InstTraits traits{.name = "for", .raises = true, .effect = true, .has_value = false};
  InstId iterable;
  bool is_async = false;
  BlockId body;
  BlockId else_block;
  // The body only yields the item, by its last instruction, and nobody sees that it was in a variable.
  bool relays = false;
  AIOCC_FIELDS(iterable, is_async, relays, body, else_block)
};

// One replacement field of an f-string; `spec` is a str or unset.
struct FormatValue {
  static constexpr InstTraits traits{.name = "format_value", .raises = true, .effect = true};
  InstId value;
  Conversion conversion = Conversion::None;
  InstId spec;
  AIOCC_FIELDS(value, conversion, spec)
};

struct GetAttr {
  static constexpr InstTraits traits{.name = "get_attr", .raises = true, .effect = true};
  InstId object;
  NameId name;
  AIOCC_FIELDS(object, name)
};

// A field of a static class's layout. It raises AttributeError where the field may be unset.
struct GetField {
  static constexpr InstTraits traits{.name = "get_field", .raises = true};
  InstId object;
  ClassId class_id;
  std::uint32_t field;
  bool always_set = false;
  AIOCC_FIELDS(object, class_id, field, always_set)
};

// `iter(operand)` or `aiter(operand)`: the outermost iterable of a generator expression.
struct GetIter {
  static constexpr InstTraits traits{.name = "get_iter", .raises = true, .effect = true};
  InstId operand;
  bool is_async = false;
  AIOCC_FIELDS(operand, is_async)
};

struct GetItem {
  static constexpr InstTraits traits{.name = "get_item", .raises = true, .effect = true};
  InstId object;
  InstId key;
  AIOCC_FIELDS(object, key)
};

// Whether the object is of exactly that class.
struct HasClass {
  static constexpr InstTraits traits{.name = "has_class"};
  InstId object;
  ClassId class_id;
  AIOCC_FIELDS(object, class_id)
};

// Looks up `object.name` for the one CallMethod that uses it, before that call's arguments are evaluated: no bound method comes to be.
struct GetMethod {
  static constexpr InstTraits traits{.name = "get_method", .raises = true, .effect = true};
  InstId object;
  NameId name;
  AIOCC_FIELDS(object, name)
};

// `condition` is a bool.
struct If {
  static constexpr InstTraits traits{.name = "if", .effect = true, .has_value = false};
  InstId condition;
  BlockId then_block;
  BlockId else_block;
  AIOCC_FIELDS(condition, then_block, else_block)
};

// `then_value if condition else else_value`; the blocks compute the values.
struct IfExp {
  static constexpr InstTraits traits{.name = "if_exp", .effect = true};
  InstId condition;
  BlockId then_block;
  InstId then_value;
  BlockId else_block;
  InstId else_value;
  AIOCC_FIELDS(condition, then_block, then_value, else_block, else_value)
};

// The module `name` (dotted), whose body runs at its first import. Its parent packages have been imported by instructions before.
struct Import {
  static constexpr InstTraits traits{.name = "import", .raises = true, .effect = true};
  NameId name;
  AIOCC_FIELDS(name)
};

// What `from ... import name` binds: the attribute of `module`, else its submodule of that name in `sys.modules`, else ImportError.
struct ImportFrom {
  static constexpr InstTraits traits{.name = "import_from", .raises = true, .effect = true};
  InstId module;
  NameId name;
  AIOCC_FIELDS(module, name)
};

// Imports `submodule` (dotted), which `from package import ...` names, unless the package has such an attribute already.
struct ImportSubmodule {
  static constexpr InstTraits traits{.name = "import_submodule", .raises = true, .effect = true, .has_value = false};
  InstId package;
  NameId submodule;
  AIOCC_FIELDS(package, submodule)
};

// `from module import *` at a module's top level: each of `names` that the module has and exports is stored into the global beside it. Without
// names, all that it exports goes into the dict that keeps the globals.
struct ImportStar {
  static constexpr InstTraits traits{.name = "import_star", .raises = true, .effect = true, .has_value = false};
  InstId module;
  std::vector<NameId> names;
  std::vector<GlobalId> globals;
  AIOCC_FIELDS(module, names, globals)
};

struct InPlace {
  static constexpr InstTraits traits{.name = "in_place", .raises = true, .effect = true};
  syntax::Operator op;
  InstId left;
  InstId right;
  AIOCC_FIELDS(op, left, right)
};

// `super().__init__(args...)` in a class whose base `base` is the runtime's.
struct InitBase {
  static constexpr InstTraits traits{.name = "init_base", .raises = true, .effect = true};
  InstId object;
  NameId base;
  std::vector<InstId> args;
  AIOCC_FIELDS(object, base, args)
};

// The parts of an f-string, all strs, joined.
struct JoinStr {
  static constexpr InstTraits traits{.name = "join_str"};
  std::vector<InstId> parts;
  AIOCC_FIELDS(parts)
};

struct ListAppend {
  static constexpr InstTraits traits{.name = "list_append", .effect = true, .has_value = false};
  InstId list;
  InstId value;
  AIOCC_FIELDS(list, value)
};

struct ListExtend {
  static constexpr InstTraits traits{.name = "list_extend", .raises = true, .effect = true, .has_value = false};
  InstId list;
  InstId iterable;
  AIOCC_FIELDS(list, iterable)
};

struct ListToTuple {
  static constexpr InstTraits traits{.name = "list_to_tuple"};
  InstId list;
  AIOCC_FIELDS(list)
};

// A builtin as a value, or a class of another module of the runtime's.
struct LoadBuiltin {
  static constexpr InstTraits traits{.name = "load_builtin"};
  NameId name;
  // Unset: builtins.
  NameId module = {};
  AIOCC_FIELDS(name, module)
};

// `locals()` in a function: a new dict of the variables that are bound, by name, those of enclosing functions included.
struct LoadLocals {
  static constexpr InstTraits traits{.name = "load_locals", .effect = true};
  std::vector<LocalId> locals;
  AIOCC_FIELDS(locals)
};

// In a class body: the class's own name, else the local of an enclosing function (`local`), else the global, else the builtin.
struct LoadClassName {
  static constexpr InstTraits traits{.name = "load_class_name", .raises = true};
  NameId name;
  LocalId local;
  GlobalId global;
  AIOCC_FIELDS(name, local, global)
};

// `may_be_unbound`: NameError, or the builtin of that name, where the global is unbound.
struct LoadGlobal {
  static constexpr InstTraits traits{.name = "load_global", .raises = true};
  GlobalId global;
  bool may_be_unbound = true;
  AIOCC_FIELDS(global, may_be_unbound)
};

// `may_be_unbound`: UnboundLocalError (NameError for a captured variable) where it is.
struct LoadLocal {
  static constexpr InstTraits traits{.name = "load_local", .raises = true};
  LocalId local;
  bool may_be_unbound = false;
  // In a folded generator expression: it's a variable of the function around it, which the error calls a free variable.
  bool is_from_around = false;
  AIOCC_FIELDS(local, may_be_unbound, is_from_around)
};

// `module.name`, where `module` can be just that one of the program's modules: its variable. AttributeError where it's unbound.
struct LoadModuleGlobal {
  static constexpr InstTraits traits{.name = "load_module_global", .raises = true};
  InstId module;
  GlobalId global;
  bool may_be_unbound = true;
  AIOCC_FIELDS(module, global, may_be_unbound)
};

// A global by its name: in a module that keeps them in a dict, or one that nothing in the text binds. Then the builtin of that name, then
// NameError.
struct LoadName {
  static constexpr InstTraits traits{.name = "load_name", .raises = true, .effect = true};
  NameId name;
  AIOCC_FIELDS(name)
};

// `globals()`, of a module that keeps them in a dict: that dict. `of_class`: `locals()` in a class body, the namespace of the class.
struct LoadNamespace {
  static constexpr InstTraits traits{.name = "load_namespace"};
  bool of_class = false;
  AIOCC_FIELDS(of_class)
};

// First in a For's body: the item of this turn.
struct LoopItem {
  static constexpr InstTraits traits{.name = "loop_item"};
  AIOCC_FIELDS()
};

// A captured variable of an inlined comprehension gets a fresh cell, unbound, whenever the comprehension runs.
struct MakeCell {
  static constexpr InstTraits traits{.name = "make_cell", .effect = true, .has_value = false};
  LocalId local;
  AIOCC_FIELDS(local)
};

// Prepares a namespace, runs the class body over it and makes the class, which also goes into the body's `Class::class_cell`, if it has
// one. `keywords` name `keyword_values`. Where a star unpacks bases, `base_list` is a list of them all and `bases` empty; where two
// stars unpack keyword arguments, `keyword_dict` is a dict of them all.
struct MakeClass {
  static constexpr InstTraits traits{.name = "make_class", .raises = true, .effect = true};
  ClassId class_id;
  std::vector<InstId> bases;
  std::vector<InstId> keyword_values;
  std::vector<NameId> keywords;
  InstId base_list;
  InstId keyword_dict;
  AIOCC_FIELDS(class_id, bases, keyword_values, keywords, base_list, keyword_dict)
};

// `{key: value, ...}`; DictMerge and SetItem add what the display can't hold.
struct MakeDict {
  static constexpr InstTraits traits{.name = "make_dict", .raises = true, .effect = true};
  std::vector<InstId> keys;
  std::vector<InstId> values;
  AIOCC_FIELDS(keys, values)
};

// The class that MakeClass made of a known dataclass, decorated: `decorator` adds the methods, of which `initializer` is the `__init__` (unset
// where the class defines its own, or gets none).
struct MakeDataclass {
  static constexpr InstTraits traits{.name = "make_dataclass", .raises = true, .effect = true};
  ClassId class_id;
  InstId decorator;
  InstId made;
  InstId initializer;
  // What it takes the fields to be.
  std::string shape;
  AIOCC_FIELDS(class_id, decorator, made, initializer, shape)
};

// A function object: defaults evaluated, variables captured (the function's `captures` name them in this function).
struct MakeFunction {
  static constexpr InstTraits traits{.name = "make_function", .effect = true};
  FunctionId function;
  // Of the last positional parameters.
  std::vector<InstId> defaults;
  // One for each keyword-only parameter, unset where it has none.
  std::vector<InstId> keyword_defaults;
  // Its copy for arguments of certain types, if it has one: what calls from elsewhere go to where theirs are.
  FunctionId typed = {};
  AIOCC_FIELDS(function, defaults, keyword_defaults, typed)
};

struct MakeList {
  static constexpr InstTraits traits{.name = "make_list", .effect = true};
  std::vector<InstId> elements;
  AIOCC_FIELDS(elements)
};

struct MakeSet {
  static constexpr InstTraits traits{.name = "make_set", .raises = true, .effect = true};
  std::vector<InstId> elements;
  // Of constants, and only looked into: made once.
  bool is_tested = false;
  AIOCC_FIELDS(elements, is_tested)
};

struct MakeSlice {
  static constexpr InstTraits traits{.name = "make_slice"};
  InstId lower;
  InstId upper;
  InstId step;
  AIOCC_FIELDS(lower, upper, step)
};

struct MakeTuple {
  static constexpr InstTraits traits{.name = "make_tuple"};
  std::vector<InstId> elements;
  AIOCC_FIELDS(elements)
};

// `type name[parameters] = value`: `parameters` is a tuple, `value` a function without parameters.
struct MakeTypeAlias {
  static constexpr InstTraits traits{.name = "make_type_alias"};
  NameId name;
  InstId parameters;
  InstId value;
  AIOCC_FIELDS(name, parameters, value)
};

enum class TypeParameterKind : unsigned char { TypeVar, ParamSpec, TypeVarTuple };

// `bound` and `default_value` are functions without parameters, or unset; with `has_constraints` `bound` gives a tuple of them.
struct MakeTypeParameter {
  static constexpr InstTraits traits{.name = "make_type_parameter"};
  TypeParameterKind kind;
  NameId name;
  InstId bound;
  bool has_constraints = false;
  InstId default_value;
  AIOCC_FIELDS(kind, name, bound, has_constraints, default_value)
};

// `case class_(...)`: a bool. Where it holds, MatchItem reads the attributes: first `positional` ones that `__match_args__` names, then `names`.
struct MatchClass {
  static constexpr InstTraits traits{.name = "match_class", .raises = true, .effect = true};
  InstId subject;
  InstId class_;
  std::uint32_t positional = 0;
  std::vector<NameId> names;
  // Where set, only exact instances of this class match, and all attributes are named and fields of it that are always set.
  ClassId known;
  AIOCC_FIELDS(subject, class_, positional, names, known)
};

// What a MatchClass or MatchKeys that holds has found.
struct MatchItem {
  static constexpr InstTraits traits{.name = "match_item"};
  InstId match;
  std::uint32_t index;
  AIOCC_FIELDS(match, index)
};

// `case {key: ...}`, of a mapping: a bool. Where it holds, MatchItem reads the values.
struct MatchKeys {
  static constexpr InstTraits traits{.name = "match_keys", .raises = true, .effect = true};
  InstId subject;
  std::vector<InstId> keys;
  AIOCC_FIELDS(subject, keys)
};

// Whether a mapping pattern may match: a bool.
struct MatchMapping {
  static constexpr InstTraits traits{.name = "match_mapping"};
  InstId subject;
  AIOCC_FIELDS(subject)
};

// Whether a sequence pattern may match: a bool.
struct MatchSequence {
  static constexpr InstTraits traits{.name = "match_sequence"};
  InstId subject;
  AIOCC_FIELDS(subject)
};

// An instance of a known class: allocates it and calls `init`, if there is one (arguments as in CallFunction, without self).
// An exception has kept `positional` before: the arguments as they're written.
struct NewInstance {
  static constexpr InstTraits traits{.name = "new_instance", .raises = true, .effect = true};
  ClassId class_id;
  FunctionId init;
  std::vector<InstId> args;
  std::vector<InstId> positional;
  AIOCC_FIELDS(class_id, init, args, positional)
};

// `operand` is a bool.
struct Not {
  static constexpr InstTraits traits{.name = "not"};
  InstId operand;
  AIOCC_FIELDS(operand)
};

struct Raise {
  static constexpr InstTraits traits{
      .name = "raise", .raises = true, .effect = true, .has_value = false, .terminates = true};
  InstId exception;
  InstId cause;
  AIOCC_FIELDS(exception, cause)
};

// The bare `raise`, and the end of a handler list that nothing matched.
struct Reraise {
  static constexpr InstTraits traits{
      .name = "reraise", .raises = true, .effect = true, .has_value = false, .terminates = true};
  AIOCC_FIELDS()
};

// `value` is unset for a plain `return` and at a body's end.
struct Return {
  static constexpr InstTraits traits{.name = "return", .effect = true, .has_value = false, .terminates = true};
  InstId value;
  AIOCC_FIELDS(value)
};

struct SetAdd {
  static constexpr InstTraits traits{.name = "set_add", .raises = true, .effect = true, .has_value = false};
  InstId set;
  InstId value;
  AIOCC_FIELDS(set, value)
};

// `skips_class`: as `object.__setattr__` does it, whatever the class defines.
struct SetAttr {
  static constexpr InstTraits traits{.name = "set_attr", .raises = true, .effect = true, .has_value = false};
  InstId object;
  NameId name;
  InstId value;
  bool skips_class = false;
  AIOCC_FIELDS(object, name, value, skips_class)
};

struct SetField {
  static constexpr InstTraits traits{.name = "set_field", .effect = true, .has_value = false};
  InstId object;
  ClassId class_id;
  std::uint32_t field;
  InstId value;
  AIOCC_FIELDS(object, class_id, field, value)
};

struct SetItem {
  static constexpr InstTraits traits{.name = "set_item", .raises = true, .effect = true, .has_value = false};
  InstId object;
  InstId key;
  InstId value;
  AIOCC_FIELDS(object, key, value)
};

struct SetUpdate {
  static constexpr InstTraits traits{.name = "set_update", .raises = true, .effect = true, .has_value = false};
  InstId set;
  InstId iterable;
  AIOCC_FIELDS(set, iterable)
};

// Marks where a statement of the source begins: comments and #line go here.
struct Statement {
  static constexpr InstTraits traits{.name = "statement", .effect = true, .has_value = false};
  AIOCC_FIELDS()
};

// Begins `sum(...)` of a folded generator expression. The value is only for SumAdd and SumResult, and its type the type of the sum; to
// inference it's a list of the items.
struct StartSum {
  static constexpr InstTraits traits{.name = "start_sum", .effect = true};
  InstId start;
  AIOCC_FIELDS(start)
};

// `name: annotation` in a class body: into the `__annotations__` of the class.
struct StoreAnnotation {
  static constexpr InstTraits traits{.name = "store_annotation", .raises = true, .effect = true, .has_value = false};
  NameId name;
  InstId annotation;
  AIOCC_FIELDS(name, annotation)
};

// One that `describes_field` is read by the dataclass decorator, which leaves the field's default there, or nothing.
struct StoreClassName {
  static constexpr InstTraits traits{.name = "store_class_name", .raises = true, .effect = true, .has_value = false};
  NameId name;
  InstId value;
  bool describes_field = false;
  AIOCC_FIELDS(name, value, describes_field)
};

struct StoreGlobal {
  static constexpr InstTraits traits{.name = "store_global", .effect = true, .has_value = false};
  GlobalId global;
  InstId value;
  AIOCC_FIELDS(global, value)
};

struct StoreLocal {
  static constexpr InstTraits traits{.name = "store_local", .effect = true, .has_value = false};
  LocalId local;
  InstId value;
  AIOCC_FIELDS(local, value)
};

// Into the dict of a module that keeps its globals in one.
struct StoreName {
  static constexpr InstTraits traits{.name = "store_name", .effect = true, .has_value = false};
  NameId name;
  InstId value;
  AIOCC_FIELDS(name, value)
};

// One more item for the sum that `sum` (a StartSum) has begun.
struct SumAdd {
  static constexpr InstTraits traits{.name = "sum_add", .raises = true, .effect = true, .has_value = false};
  InstId sum;
  InstId value;
  AIOCC_FIELDS(sum, value)
};

// What the items of `sum` (a StartSum) add up to, as the builtin `sum` adds them to `start` (0 where it's unset).
struct SumResult {
  static constexpr InstTraits traits{.name = "sum_result", .effect = true};
  InstId sum;
  InstId start;
  AIOCC_FIELDS(sum, start)
};

// `bool(operand)`.
struct Truth {
  static constexpr InstTraits traits{.name = "truth", .raises = true, .effect = true};
  InstId operand;
  AIOCC_FIELDS(operand)
};

struct Handler {
  // The whole `except` clause, for a match that fails (types that are no exceptions).
  Span span;
  // Computes `types`, which is unset for a bare `except`.
  BlockId match_block;
  InstId types;
  BlockId body;
  AIOCC_FIELDS(match_block, types, body)
};

// Handler bodies bind and delete their `as` name themselves (CurrentException, StoreLocal, DeleteLocal in a nested Try).
// An exception that no handler matches goes on. `finally_block` runs however the rest is left.
// With `is_star` each handler gets a group of what it matches, and the exceptions that are left go on together.
struct Try {
  static constexpr InstTraits traits{.name = "try", .effect = true, .has_value = false};
  BlockId body;
  std::vector<Handler> handlers;
  BlockId else_block;
  BlockId finally_block;
  bool is_star = false;
  AIOCC_FIELDS(body, handlers, else_block, finally_block, is_star)
};

struct Unary {
  static constexpr InstTraits traits{.name = "unary", .raises = true, .effect = true};
  // Not is an instruction of its own.
  syntax::UnaryOperator op;
  InstId operand;
  AIOCC_FIELDS(op, operand)
};

// Takes `before` items, then (with `has_star`) a list of what lies between, then `after` items; read by UnpackItem in order.
struct Unpack {
  static constexpr InstTraits traits{.name = "unpack", .raises = true, .effect = true};
  InstId value;
  std::uint32_t before;
  bool has_star = false;
  std::uint32_t after = 0;
  AIOCC_FIELDS(value, before, has_star, after)
};

struct UnpackItem {
  static constexpr InstTraits traits{.name = "unpack_item"};
  InstId unpack;
  std::uint32_t index;
  AIOCC_FIELDS(unpack, index)
};

// --defer-unsupported: ends the run with a report that nothing can catch.
struct Unsupported {
  static constexpr InstTraits traits{.name = "unsupported", .effect = true};
  std::string construct;
  AIOCC_FIELDS(construct)
};

// Prints a SyntaxWarning about its span, as CPython does when it compiles the module.
struct WarnSyntax {
  static constexpr InstTraits traits{.name = "warn_syntax", .effect = true, .has_value = false};
  std::string message;
  AIOCC_FIELDS(message)
};

// `condition_block` computes `condition` (a bool) before each turn.
struct While {
  static constexpr InstTraits traits{.name = "while", .effect = true, .has_value = false};
  BlockId condition_block;
  InstId condition;
  BlockId body;
  BlockId else_block;
  AIOCC_FIELDS(condition_block, condition, body, else_block)
};

// `with manager`: `body` begins with the WithEntered. Lowered to Try by a pass.
struct With {
  static constexpr InstTraits traits{.name = "with", .raises = true, .effect = true, .has_value = false};
  InstId manager;
  bool is_async = false;
  BlockId body;
  AIOCC_FIELDS(manager, is_async, body)
};

// First in a With's body: what `__enter__` returned.
struct WithEntered {
  static constexpr InstTraits traits{.name = "with_entered"};
  AIOCC_FIELDS()
};

// `value` is never unset (None is a Constant). The value is what was sent.
struct Yield {
  static constexpr InstTraits traits{.name = "yield", .raises = true, .effect = true};
  InstId value;
  AIOCC_FIELDS(value)
};

struct YieldFrom {
  static constexpr InstTraits traits{.name = "yield_from", .raises = true, .effect = true};
  InstId iterable;
  AIOCC_FIELDS(iterable)
};

}  // namespace aiocc::ir
