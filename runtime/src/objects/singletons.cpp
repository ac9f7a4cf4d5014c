// Storage of the singletons. The words are defined as pointers, so that they need no run-time initialiser.
#include "aiocc/objects/singletons.hpp"

#include "aiocc/objects/type.hpp"

namespace aiocc {

#define AIOCC_SINGLETON(name, variable, type)                                 \
  extern HeapObject variable;                                                 \
  constinit HeapObject variable{&type, immortal_references};                  \
  extern HeapObject* const variable##_word __asm__("aiocc_singleton_" #name); \
  constinit HeapObject* const variable##_word = &variable;
AIOCC_SINGLETON(None, none_object, none_type)
AIOCC_SINGLETON(True, true_object, bool_type)
AIOCC_SINGLETON(False, false_object, bool_type)
AIOCC_SINGLETON(NotImplemented, not_implemented_object, not_implemented_type)
AIOCC_SINGLETON(Ellipsis, ellipsis_object, ellipsis_type)
#undef AIOCC_SINGLETON

}  // namespace aiocc
