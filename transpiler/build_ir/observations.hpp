// What a module's text can observe of its functions and classes: what nobody can see needs not be there.
#pragma once

#include <set>
#include <string_view>

#include "semantics/semantic_model.hpp"
#include "support/names.hpp"
#include "syntax/ast.hpp"

namespace aiocc::build_ir {

struct Observations {
  // `__annotations__` of classes. Where nobody reads them, annotations that can neither fail nor do anything aren't evaluated, and the
  // classes that they name don't escape.
  bool class_annotations = false;
  // The types of dataclasses' fields.
  bool fields = false;
  // `ClassVar`, `InitVar` or `KW_ONLY` by another name than that: `Constant = ClassVar`, `from typing import ClassVar as Constant`.
  bool field_kinds = false;
  // `__annotations__` of functions, which are evaluated in any case but not kept where nobody reads them.
  bool function_annotations = false;
  // `__dict__` of instances, in the order in which they got their attributes, or their `__class__` replaced: no attribute has a place in
  // a static layout then.
  bool instance_dicts = false;
  // A library module's word that what it reads are dicts of classes, and that nobody asks for those of its instances.
  bool static_layouts = false;
  // Any module's dict, through functions or frames.
  bool module_dicts = false;
  // Which classes derive from one.
  bool subclasses = false;
  // What functions capture.
  bool closures = false;
  // Modules as objects by other ways than an import.
  bool module_registry = false;
  // Frames of running functions.
  bool frames = false;
  // Names by which a module may ask for namespaces of its own: asks_for_globals tells whether it does.
  bool namespaces = false;
  // Threads, or signals that are handled: loops look for both then.
  bool interruptions = false;
  // Where the program stands, by what asyncio says of it.
  bool places = false;
  // Names of characters, into which the error handler "namereplace" turns them.
  bool character_names = false;
  // What objects are made of, as the methods of `object` tell.
  bool reductions = false;
  // NotImplemented, otherwise than from an operator's method to the operator.
  bool not_implemented = false;
  // When objects die: `__del__`, weak references.
  bool ends = false;
  // Generators that do something when they're closed: they yield in a `try` or a `with`.
  bool closing_generators = false;
  // What imports may bind as an object, by dotted names.
  std::set<NameId> imported;

  // What one module sees may be another one's.
  Observations& operator|=(Observations const& other) {
    class_annotations |= other.class_annotations;
    fields |= other.fields;
    field_kinds |= other.field_kinds;
    function_annotations |= other.function_annotations;
    instance_dicts |= other.instance_dicts;
    static_layouts |= other.static_layouts;
    module_dicts |= other.module_dicts;
    subclasses |= other.subclasses;
    closures |= other.closures;
    frames |= other.frames;
    module_registry |= other.module_registry;
    namespaces |= other.namespaces;
    interruptions |= other.interruptions;
    places |= other.places;
    ends |= other.ends;
    closing_generators |= other.closing_generators;
    not_implemented |= other.not_implemented;
    character_names |= other.character_names;
    reductions |= other.reductions;
    imported.insert(other.imported.begin(), other.imported.end());
    return *this;
  }
};

Observations observations_of(syntax::Ast const& ast);

// What makes an annotation in a dataclass something else than a field's.
bool is_field_kind(std::string_view name);
// `ClassVar` of `ClassVar[int]`.
syntax::ExprId head_of_annotation(syntax::Ast const& ast, syntax::ExprId annotation);

// Whether the module asks for its own globals as a dict: `globals()`, `__annotations__`, or at its top level `vars()`, `locals()` or `dir()`.
bool asks_for_globals(syntax::Ast const& ast, semantics::SemanticModel const& model);

}  // namespace aiocc::build_ir
