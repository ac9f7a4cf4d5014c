// The module functools: partial, reduce, cmp_to_key and the caches.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/struct_sequence.hpp"

namespace aiocc::functools {

extern Type partial_type AIOCC_PY_CLASS("partial", subclassable);
extern Type lru_cache_wrapper_type AIOCC_PY_CLASS("_lru_cache_wrapper");
extern Type cache_info_type AIOCC_PY_CLASS("_CacheInfo(tuple)");
extern Type key_wrapper_type AIOCC_PY_CLASS("KeyWrapper");

/// Create a new function with partial application of the given arguments and keywords.
AIOCC_PY("def partial(*args: object, **keywords: object) -> object", retains, stores)
Result<Object> partial(Arguments args, Dict<Str, Object> const& keywords);
/// function object to use in future partial calls
AIOCC_PY_PROPERTY("partial.func: object")
Object func_of_partial(Object const& self);
/// tuple of arguments to future partial calls
AIOCC_PY_PROPERTY("partial.args: object")
Object args_of_partial(Object const& self);
/// dictionary of keyword arguments to future partial calls
AIOCC_PY_PROPERTY("partial.keywords: object")
Object keywords_of_partial(Object const& self);
/// What pickle and copy make another one from.
AIOCC_PY("def partial.__reduce__(self, /) -> object", retains)
Result<Object> reduce_partial(Object const& self);
AIOCC_PY("def partial.__setstate__(self, state: object, /) -> None", stores)
Result<void> set_state_of_partial(Object const& self, Object const& state);

/// Apply a function of two arguments cumulatively to the items of an iterable, from left to right.
AIOCC_PY("def reduce[T](function: Callable[[T, T], T], iterable: Iterable[T], /) -> T", retains)
inline Result<Object> reduce(Object const& function, Object const& iterable);
AIOCC_PY("def reduce[R, T](function: Callable[[R, T], R], iterable: Iterable[T], initial: R, /) -> R", retains)
inline Result<Object> reduce_from(Object const& function, Object const& iterable, Object const& initial);
AIOCC_PY("def reduce(function: object, iterable: object, initial: object = ..., /) -> object", retains, stores)
Result<Object> reduce(Object const& function, Object const& iterable, Object const& initial);
inline Result<Object> reduce(Object const& function, Object const& iterable) { return reduce(function, iterable, {}); }
inline Result<Object> reduce_from(Object const& function, Object const& iterable, Object const& initial) {
  return reduce(function, iterable, initial);
}

/// Convert a cmp= function into a key= function.
AIOCC_PY("def cmp_to_key(mycmp: object) -> object", retains, stores)
Object cmp_to_key(Object const& compare);
/// Value wrapped by a key function.
AIOCC_PY_PROPERTY("KeyWrapper.obj: object")
Object object_of_key(Object const& self);

/// Least-recently-used cache decorator.
AIOCC_PY("def lru_cache(maxsize: object = 128, typed: object = False) -> object", retains, stores)
Result<Object> lru_cache(Object const& maxsize, Object const& typed);
/// Simple lightweight unbounded cache.
AIOCC_PY("def cache(user_function: object, /) -> object", retains, stores)
Result<Object> cache(Object const& function);
/// Report cache statistics
AIOCC_PY("def _lru_cache_wrapper.cache_info(self, /) -> object")
Object cache_info(Object const& self);
/// Clear the cache and cache statistics
AIOCC_PY("def _lru_cache_wrapper.cache_clear(self, /) -> None")
void cache_clear(Object const& self) noexcept;
/// The arguments of lru_cache.
AIOCC_PY("def _lru_cache_wrapper.cache_parameters(self, /) -> object")
Object cache_parameters(Object const& self);
AIOCC_PY("def _lru_cache_wrapper.__copy__(self, /) -> object", retains)
inline Object copy_of_wrapper(Object const& self) { return self; }
AIOCC_PY("def _lru_cache_wrapper.__deepcopy__(self, memo: object, /) -> object", retains)
inline Object deep_copy_of_wrapper(Object const& self, Object const&) { return self; }

AIOCC_PY_PROPERTY("_CacheInfo.hits: object")
Object hits_of_info(Object const& self);
AIOCC_PY_PROPERTY("_CacheInfo.misses: object")
Object misses_of_info(Object const& self);
AIOCC_PY_PROPERTY("_CacheInfo.maxsize: object")
Object maxsize_of_info(Object const& self);
AIOCC_PY_PROPERTY("_CacheInfo.currsize: object")
Object currsize_of_info(Object const& self);
AIOCC_PY("def _CacheInfo._asdict(self, /) -> object")
Object info_as_dict(Object const& self);
// What every named tuple has.
AIOCC_PY_CONSTANT("_CacheInfo._fields: object")
extern Object const& fields_of_info;
AIOCC_PY_CONSTANT("_CacheInfo.__match_args__: object")
extern Object const& match_args_of_info;
AIOCC_PY("def _CacheInfo._make(iterable: object, /) -> object", staticmethod, retains)
Result<Object> make_info(Object const& iterable);
AIOCC_PY("def _CacheInfo._replace(self, /, **kwargs: object) -> object", retains)
Result<Object> replace_in_info(Object const& self, Dict<Str, Object> const& kwargs);

}  // namespace aiocc::functools
