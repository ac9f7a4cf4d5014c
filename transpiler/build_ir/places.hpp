// Where CPython's tracebacks place an operation: its span, the part that gets `^` while the rest gets `~`, and whether there are marks at all.
#pragma once

#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::build_ir {

struct Place {
  Span span;
  Span anchor;
};

// Of an expression as a whole: operators, calls and subscripts have an anchor, as Lib/traceback.py finds it.
Place place_of(syntax::Ast const& ast, SourceFile const& file, syntax::ExprId expr);

// Of a look-up of `attribute` (an Attribute), or of a call through it that ends at `end`: where the attribute's name stands on another
// line than the span's beginning, the span begins at the name.
Place attribute_place(syntax::Ast const& ast, SourceFile const& file, syntax::ExprId attribute, syntax::ExprId whole);

// Of a class pattern: Lib/traceback.py reads its text as an expression, a call, unless an `as` stands in it.
Place class_pattern_place(syntax::Ast const& ast, SourceFile const& file, syntax::PatternId pattern);

// Of what is no expression: a statement, a keyword, ...
inline Place plain_place(Span span) { return {span, {}}; }

// The span of the call in `return f(x)` and `name = f(x)`, for which tracebacks show no marks; else a span without a file.
Span unmarked_call(syntax::Ast const& ast, SourceFile const& file, syntax::StmtId stmt);

// Where `name` stands behind the keyword of the definition `whole`.
Span find_name_span(SourceFile const& file, Span whole, std::string_view keyword, NameId name);

// Whether marks under `span` would mark all of its lines.
bool covers_its_lines(SourceFile const& file, Span span);

}  // namespace aiocc::build_ir
