// Storage of the singletons. The words are defined as pointers, so that they need no run-time initialiser.
#include "aiocc/objects/singletons.hpp"

#include "aiocc/objects/type.hpp"

namespace aiocc {

#define AIOCC_WORD(name, variable)                                        \
  extern HeapObject* const name##_word __asm__("aiocc_singleton_" #name); \
  constinit HeapObject* const name##_word = &variable;
#define AIOCC_SINGLETON(name, variable, type)                \
  extern HeapObject variable;                                \
  constinit HeapObject variable{&type, immortal_references}; \
  AIOCC_WORD(name, variable)
AIOCC_SINGLETON(None, none_object, none_type)
AIOCC_SINGLETON(NotImplemented, not_implemented_object, not_implemented_type)
AIOCC_SINGLETON(Ellipsis, ellipsis_object, ellipsis_type)
alignas(2 * sizeof(HeapObject)) constinit HeapObject detail::bool_objects[2] = {
    HeapObject(&bool_type, immortal_references), HeapObject(&bool_type, immortal_references)};
AIOCC_WORD(False, detail::bool_objects[0])
AIOCC_WORD(True, detail::bool_objects[1])
#undef AIOCC_SINGLETON
#undef AIOCC_WORD

}  // namespace aiocc
