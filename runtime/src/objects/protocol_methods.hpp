// Special methods of built-in types that have no slots.
#pragma once

#include "core.hpp"

namespace aiocc::detail {

/// As check_method, in the words that CPython has for slots called by name.
Result<void> check_special_call(FunctionObject* self, char const* name, Object const* args, std::size_t count,
                                KeywordNames const* names, std::size_t least, std::size_t most);
/// `__class_getitem__`, of classes that can be subscripted.
void add_class_getitem(Type* type);
/// `__parameters__`, of a class of the program's that derives from Generic or Protocol; TypeError if its bases don't fit together.
Result<void> note_type_parameters(Type* type);
/// Of int and float.
void add_protocol_methods(Type* type);

}  // namespace aiocc::detail
