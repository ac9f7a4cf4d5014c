// The module unicodedata: properties of characters, and normal forms.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::unicodedata {

AIOCC_PY_CONSTANT("unidata_version: str")
Str unidata_version();

/// Returns the general category assigned to the character chr as string.
AIOCC_PY("def category(chr: object, /) -> str")
Result<Str> category(Object const& chr);
/// Returns the bidirectional class assigned to the character chr as string.
AIOCC_PY("def bidirectional(chr: object, /) -> str")
Result<Str> bidirectional(Object const& chr);
/// Returns the canonical combining class assigned to the character chr as integer.
AIOCC_PY("def combining(chr: object, /) -> int")
Result<Int> combining(Object const& chr);
/// Returns the east asian width assigned to the character chr as string.
AIOCC_PY("def east_asian_width(chr: object, /) -> str")
Result<Str> east_asian_width(Object const& chr);
/// Returns the mirrored property assigned to the character chr as integer.
AIOCC_PY("def mirrored(chr: object, /) -> int")
Result<Int> mirrored(Object const& chr);
/// Returns the character decomposition mapping assigned to the character chr as string.
AIOCC_PY("def decomposition(chr: object, /) -> str")
Result<Str> decomposition(Object const& chr);
/// Converts a Unicode character into its equivalent decimal value.
AIOCC_PY("def decimal(chr: object, default: object = ..., /) -> object")
Result<Object> decimal(Object const& chr, Object const& fallback);
/// Converts a Unicode character into its equivalent digit value.
AIOCC_PY("def digit(chr: object, default: object = ..., /) -> object")
Result<Object> digit(Object const& chr, Object const& fallback);
/// Converts a Unicode character into its equivalent numeric value.
AIOCC_PY("def numeric(chr: object, default: object = ..., /) -> object")
Result<Object> numeric(Object const& chr, Object const& fallback);
/// Return the normal form 'form' for the Unicode string unistr.
AIOCC_PY("def normalize(form: object, unistr: object, /) -> str")
Result<Str> normalize(Object const& form, Object const& text);
/// Return whether the Unicode string unistr is in the normal form 'form'.
AIOCC_PY("def is_normalized(form: object, unistr: object, /) -> bool")
Result<bool> is_normalized(Object const& form, Object const& text);
/// Returns the name assigned to the character chr as a string.
AIOCC_PY("def name(chr: object, default: object = ..., /) -> object")
Result<Object> name(Object const& chr, Object const& fallback);
/// Look up character by name.
AIOCC_PY("def lookup(name: object, /) -> str")
Result<Str> lookup(Object const& name);

}  // namespace aiocc::unicodedata
