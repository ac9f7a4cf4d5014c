// The nodes of Python's abstract syntax: one aggregate per kind, with the names and fields of CPython's Python.asdl.
// An id or a name that is unset stands for an optional field that is None.
#pragma once

#include <cstdint>
#include <optional>

#include "support/arena.hpp"
#include "support/fields.hpp"
#include "support/ids.hpp"
#include "support/names.hpp"
#include "support/source.hpp"
#include "syntax/constant.hpp"
#include "syntax/operators.hpp"

namespace aiocc::syntax {

struct Expr;
struct Pattern;
struct Stmt;
struct TypeParam;
using ExprId = Id<Expr>;
using PatternId = Id<Pattern>;
using StmtId = Id<Stmt>;

// Parts of nodes that aren't expressions, statements or patterns themselves.

struct Alias {
  static constexpr char const* ast_name = "alias";
  Span span;
  NameId name;
  NameId asname;
  AIOCC_FIELDS(name, asname)
};

struct Arg {
  static constexpr char const* ast_name = "arg";
  Span span;
  NameId arg;
  ExprId annotation;
  AIOCC_FIELDS(arg, annotation)
};

// `defaults` belong to the last of posonlyargs + args; `kw_defaults` go with kwonlyargs one to one, unset where required.
struct Arguments {
  static constexpr char const* ast_name = "arguments";
  Array<Arg> posonlyargs;
  Array<Arg> args;
  std::optional<Arg> vararg;
  Array<Arg> kwonlyargs;
  Array<ExprId> kw_defaults;
  std::optional<Arg> kwarg;
  Array<ExprId> defaults;
  AIOCC_FIELDS(posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults)
};

struct Comprehension {
  static constexpr char const* ast_name = "comprehension";
  ExprId target;
  ExprId iter;
  Array<ExprId> ifs;
  bool is_async = false;
  AIOCC_FIELDS(target, iter, ifs, is_async)
};

struct ExceptHandler {
  static constexpr char const* ast_name = "ExceptHandler";
  Span span;
  ExprId type;
  NameId name;
  Array<StmtId> body;
  AIOCC_FIELDS(type, name, body)
};

// `arg` is unset for `**value`.
struct Keyword {
  static constexpr char const* ast_name = "keyword";
  Span span;
  NameId arg;
  ExprId value;
  AIOCC_FIELDS(arg, value)
};

struct MatchCase {
  static constexpr char const* ast_name = "match_case";
  PatternId pattern;
  ExprId guard;
  Array<StmtId> body;
  AIOCC_FIELDS(pattern, guard, body)
};

struct WithItem {
  static constexpr char const* ast_name = "withitem";
  ExprId context_expr;
  ExprId optional_vars;
  AIOCC_FIELDS(context_expr, optional_vars)
};

// Type parameters.

struct ParamSpec {
  NameId name;
  ExprId default_value;
  AIOCC_FIELDS(name, default_value)
};

struct TypeVar {
  NameId name;
  ExprId bound;
  ExprId default_value;
  AIOCC_FIELDS(name, bound, default_value)
};

struct TypeVarTuple {
  NameId name;
  ExprId default_value;
  AIOCC_FIELDS(name, default_value)
};

// Expressions.

struct Attribute {
  ExprId value;
  NameId attr;
  ExprContext ctx;
  AIOCC_FIELDS(value, attr, ctx)
};

struct Await {
  ExprId value;
  AIOCC_FIELDS(value)
};

struct BinOp {
  ExprId left;
  Operator op;
  ExprId right;
  AIOCC_FIELDS(left, op, right)
};

struct BoolOp {
  BoolOperator op;
  Array<ExprId> values;
  AIOCC_FIELDS(op, values)
};

struct Call {
  ExprId func;
  Array<ExprId> args;
  Array<Keyword> keywords;
  AIOCC_FIELDS(func, args, keywords)
};

struct Compare {
  ExprId left;
  Array<CompareOperator> ops;
  Array<ExprId> comparators;
  AIOCC_FIELDS(left, ops, comparators)
};

// `kind` is "u" for u"..." and unset else.
struct Constant {
  ConstantValue value;
  NameId kind;
  AIOCC_FIELDS(value, kind)
};

// A key that is unset stands for `**value`.
struct Dict {
  Array<ExprId> keys;
  Array<ExprId> values;
  AIOCC_FIELDS(keys, values)
};

struct DictComp {
  ExprId key;
  ExprId value;
  Array<Comprehension> generators;
  AIOCC_FIELDS(key, value, generators)
};

// `conversion` is 's', 'r', 'a' or -1.
struct FormattedValue {
  ExprId value;
  int conversion = -1;
  ExprId format_spec;
  AIOCC_FIELDS(value, conversion, format_spec)
};

struct GeneratorExp {
  ExprId elt;
  Array<Comprehension> generators;
  AIOCC_FIELDS(elt, generators)
};

struct IfExp {
  ExprId test;
  ExprId body;
  ExprId orelse;
  AIOCC_FIELDS(test, body, orelse)
};

struct JoinedStr {
  Array<ExprId> values;
  AIOCC_FIELDS(values)
};

struct Lambda {
  // Never null; it lives in the arena.
  Arguments const* args;
  ExprId body;
  AIOCC_FIELDS(args, body)
};

struct List {
  Array<ExprId> elts;
  ExprContext ctx;
  AIOCC_FIELDS(elts, ctx)
};

struct ListComp {
  ExprId elt;
  Array<Comprehension> generators;
  AIOCC_FIELDS(elt, generators)
};

struct Name {
  NameId id;
  ExprContext ctx;
  AIOCC_FIELDS(id, ctx)
};

struct NamedExpr {
  ExprId target;
  ExprId value;
  AIOCC_FIELDS(target, value)
};

struct Set {
  Array<ExprId> elts;
  AIOCC_FIELDS(elts)
};

struct SetComp {
  ExprId elt;
  Array<Comprehension> generators;
  AIOCC_FIELDS(elt, generators)
};

struct Slice {
  ExprId lower;
  ExprId upper;
  ExprId step;
  AIOCC_FIELDS(lower, upper, step)
};

struct Starred {
  ExprId value;
  ExprContext ctx;
  AIOCC_FIELDS(value, ctx)
};

struct Subscript {
  ExprId value;
  ExprId slice;
  ExprContext ctx;
  AIOCC_FIELDS(value, slice, ctx)
};

struct Tuple {
  Array<ExprId> elts;
  ExprContext ctx;
  AIOCC_FIELDS(elts, ctx)
};

struct UnaryOp {
  UnaryOperator op;
  ExprId operand;
  AIOCC_FIELDS(op, operand)
};

struct Yield {
  ExprId value;
  AIOCC_FIELDS(value)
};

struct YieldFrom {
  ExprId value;
  AIOCC_FIELDS(value)
};

// Patterns.

// `case pattern as name`, `case name`, and `case _` where both are unset.
struct MatchAs {
  PatternId pattern;
  NameId name;
  AIOCC_FIELDS(pattern, name)
};

struct MatchClass {
  ExprId cls;
  Array<PatternId> patterns;
  Array<NameId> kwd_attrs;
  Array<PatternId> kwd_patterns;
  AIOCC_FIELDS(cls, patterns, kwd_attrs, kwd_patterns)
};

struct MatchMapping {
  Array<ExprId> keys;
  Array<PatternId> patterns;
  NameId rest;
  AIOCC_FIELDS(keys, patterns, rest)
};

struct MatchOr {
  Array<PatternId> patterns;
  AIOCC_FIELDS(patterns)
};

struct MatchSequence {
  Array<PatternId> patterns;
  AIOCC_FIELDS(patterns)
};

// None, True or False.
struct MatchSingleton {
  ConstantValue value;
  AIOCC_FIELDS(value)
};

// `*name`; unset for `*_`.
struct MatchStar {
  NameId name;
  AIOCC_FIELDS(name)
};

struct MatchValue {
  ExprId value;
  AIOCC_FIELDS(value)
};

// Statements.

// `simple` is whether the target is a name without parentheses.
struct AnnAssign {
  ExprId target;
  ExprId annotation;
  ExprId value;
  bool simple = false;
  AIOCC_FIELDS(target, annotation, value, simple)
};

struct Assert {
  ExprId test;
  ExprId msg;
  AIOCC_FIELDS(test, msg)
};

struct Assign {
  Array<ExprId> targets;
  ExprId value;
  AIOCC_FIELDS(targets, value)
};

struct AsyncFor {
  ExprId target;
  ExprId iter;
  Array<StmtId> body;
  Array<StmtId> orelse;
  AIOCC_FIELDS(target, iter, body, orelse)
};

struct AsyncFunctionDef {
  NameId name;
  // Never null; it lives in the arena.
  Arguments const* args;
  Array<StmtId> body;
  Array<ExprId> decorator_list;
  ExprId returns;
  Array<TypeParam> type_params;
  AIOCC_FIELDS(name, args, body, decorator_list, returns, type_params)
};

struct AsyncWith {
  Array<WithItem> items;
  Array<StmtId> body;
  AIOCC_FIELDS(items, body)
};

struct AugAssign {
  ExprId target;
  Operator op;
  ExprId value;
  AIOCC_FIELDS(target, op, value)
};

struct Break {
  AIOCC_FIELDS()
};

struct ClassDef {
  NameId name;
  Array<ExprId> bases;
  Array<Keyword> keywords;
  Array<StmtId> body;
  Array<ExprId> decorator_list;
  Array<TypeParam> type_params;
  AIOCC_FIELDS(name, bases, keywords, body, decorator_list, type_params)
};

struct Continue {
  AIOCC_FIELDS()
};

struct Delete {
  Array<ExprId> targets;
  AIOCC_FIELDS(targets)
};

// An expression as a statement: ast's `Expr`, which here is the name of what all expressions are.
struct ExprStmt {
  static constexpr char const* ast_name = "Expr";
  ExprId value;
  AIOCC_FIELDS(value)
};

struct For {
  ExprId target;
  ExprId iter;
  Array<StmtId> body;
  Array<StmtId> orelse;
  AIOCC_FIELDS(target, iter, body, orelse)
};

struct FunctionDef {
  NameId name;
  // Never null; it lives in the arena.
  Arguments const* args;
  Array<StmtId> body;
  Array<ExprId> decorator_list;
  ExprId returns;
  Array<TypeParam> type_params;
  AIOCC_FIELDS(name, args, body, decorator_list, returns, type_params)
};

struct Global {
  Array<NameId> names;
  AIOCC_FIELDS(names)
};

struct If {
  ExprId test;
  Array<StmtId> body;
  Array<StmtId> orelse;
  AIOCC_FIELDS(test, body, orelse)
};

struct Import {
  Array<Alias> names;
  AIOCC_FIELDS(names)
};

// `from ..module import names`: `level` counts the dots, `module` is unset where there are only dots.
struct ImportFrom {
  NameId module;
  Array<Alias> names;
  int level = 0;
  AIOCC_FIELDS(module, names, level)
};

struct Match {
  ExprId subject;
  Array<MatchCase> cases;
  AIOCC_FIELDS(subject, cases)
};

struct Nonlocal {
  Array<NameId> names;
  AIOCC_FIELDS(names)
};

struct Pass {
  AIOCC_FIELDS()
};

struct Raise {
  ExprId exc;
  ExprId cause;
  AIOCC_FIELDS(exc, cause)
};

struct Return {
  ExprId value;
  AIOCC_FIELDS(value)
};

struct Try {
  Array<StmtId> body;
  Array<ExceptHandler> handlers;
  Array<StmtId> orelse;
  Array<StmtId> finalbody;
  AIOCC_FIELDS(body, handlers, orelse, finalbody)
};

struct TryStar {
  Array<StmtId> body;
  Array<ExceptHandler> handlers;
  Array<StmtId> orelse;
  Array<StmtId> finalbody;
  AIOCC_FIELDS(body, handlers, orelse, finalbody)
};

struct TypeAlias {
  ExprId name;
  Array<TypeParam> type_params;
  ExprId value;
  AIOCC_FIELDS(name, type_params, value)
};

struct While {
  ExprId test;
  Array<StmtId> body;
  Array<StmtId> orelse;
  AIOCC_FIELDS(test, body, orelse)
};

struct With {
  Array<WithItem> items;
  Array<StmtId> body;
  AIOCC_FIELDS(items, body)
};

}  // namespace aiocc::syntax
