// The classes of collections.abc.
#include "aiocc/stdlib/collections_abc.hpp"

#include "abstract_bases.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/native.hpp"
#include "collection_mixins.hpp"

// Weak, so that a program links only those that it uses; the others are null.
namespace aiocc {
extern Type bytearray_type [[gnu::weak]];
extern Type memoryview_type [[gnu::weak]];
namespace array {
extern Type array_type [[gnu::weak]];
}  // namespace array
namespace collections {
extern Type deque_type [[gnu::weak]];
}  // namespace collections
}  // namespace aiocc

namespace aiocc::collections::abc {
namespace {

using aiocc::detail::CollectionBase;
using Subscript = AbstractBase::Subscript;
using Names = char const* const[];

constexpr Names buffer = {"__buffer__", nullptr};
constexpr Names hash = {"__hash__", nullptr};
constexpr Names len = {"__len__", nullptr};
constexpr Names contains = {"__contains__", nullptr};
constexpr Names call = {"__call__", nullptr};
constexpr Names iter = {"__iter__", nullptr};
constexpr Names next = {"__next__", nullptr};
constexpr Names iterator = {"__iter__", "__next__", nullptr};
constexpr Names reversible = {"__iter__", "__reversed__", nullptr};
constexpr Names generator = {"__iter__", "__next__", "close", "send", "throw", nullptr};
constexpr Names await = {"__await__", nullptr};
constexpr Names coroutine = {"__await__", "close", "send", "throw", nullptr};
constexpr Names aiter = {"__aiter__", nullptr};
constexpr Names anext = {"__anext__", nullptr};
constexpr Names async_iterator = {"__aiter__", "__anext__", nullptr};
constexpr Names async_generator = {"__aiter__", "__anext__", "aclose", "asend", "athrow", nullptr};
constexpr Names collection = {"__contains__", "__iter__", "__len__", nullptr};
constexpr Names sequence = {"__contains__", "__iter__", "__len__", "__reversed__", "count", "index", nullptr};

Type* const sequences[] = {&tuple_type,     &str_type,        &bytes_type, &range_type,       &list_type,
                           &bytearray_type, &memoryview_type, &deque_type, &array::array_type};
Type* const mutable_sequences[] = {&list_type, &bytearray_type, &deque_type, &array::array_type};
Type* const sets[] = {&aiocc::set_type, &frozenset_type, &dict_keys_type, &dict_items_type};
Type* const mutable_sets[] = {&aiocc::set_type};
Type* const mutable_mappings[] = {&dict_type};
Type* const mappings[] = {&dict_type, &aiocc::detail::mapping_proxy_type};
Type* const collections_without_search[] = {&dict_values_type};
Type* const buffers[] = {&bytes_type, &bytearray_type, &memoryview_type, &array::array_type};

/// One that other classes may be derived from; `missing` are the methods that they must define.
constexpr CollectionBase protocol(char const* const* structure, char const* const* missing,
                                  Subscript subscript = Subscript::Alias) {
  return {{aiocc::detail::accepts_structure, missing, subscript, nullptr}, structure, structure, {}};
}
/// One that only classes registered with it count as derived from; `missing` are the methods that classes derived from it must define.
constexpr CollectionBase nominal(char const* const* promised, std::span<Type* const> registered,
                                 char const* const* missing) {
  return {{aiocc::detail::accepts_structure, missing, Subscript::Alias, nullptr}, nullptr, promised, registered};
}

constexpr Names generator_needs = {"send", "throw", nullptr};
constexpr Names coroutine_needs = {"__await__", "send", "throw", nullptr};
constexpr Names async_generator_needs = {"asend", "athrow", nullptr};
constexpr Names sequence_needs = {"__getitem__", "__len__", nullptr};
constexpr Names mutable_sequence_needs = {"__delitem__", "__getitem__", "__len__", "__setitem__", "insert", nullptr};
constexpr Names mutable_set_needs = {"__contains__", "__iter__", "__len__", "add", "discard", nullptr};
constexpr Names mapping_needs = {"__getitem__", "__iter__", "__len__", nullptr};
constexpr Names mutable_mapping_needs = {"__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__", nullptr};

constexpr CollectionBase hashable_base = protocol(hash, hash, Subscript::None);
constexpr CollectionBase sized_base = protocol(len, len, Subscript::None);
constexpr CollectionBase container_base = protocol(contains, contains);
constexpr CollectionBase callable_base = protocol(call, call, Subscript::CallableAlias);
constexpr CollectionBase buffer_base = {
    {aiocc::detail::accepts_structure, buffer, Subscript::None, nullptr}, buffer, buffer, buffers};
constexpr CollectionBase iterable_base = protocol(iter, iter);
constexpr CollectionBase iterator_base = protocol(iterator, next);
constexpr CollectionBase reversible_base = protocol(reversible, reversible);
constexpr CollectionBase generator_base = protocol(generator, generator_needs);
constexpr CollectionBase awaitable_base = protocol(await, await);
constexpr CollectionBase coroutine_base = protocol(coroutine, coroutine_needs);
constexpr CollectionBase async_iterable_base = protocol(aiter, aiter);
constexpr CollectionBase async_iterator_base = protocol(async_iterator, anext);
constexpr CollectionBase async_generator_base = protocol(async_generator, async_generator_needs);
constexpr CollectionBase collection_base = {{aiocc::detail::accepts_structure, collection, Subscript::Alias, nullptr},
                                            collection,
                                            collection,
                                            collections_without_search};
constexpr CollectionBase sequence_base = nominal(sequence, sequences, sequence_needs);
constexpr CollectionBase mutable_sequence_base = nominal(sequence, mutable_sequences, mutable_sequence_needs);
constexpr CollectionBase set_base = nominal(collection, sets, collection);
constexpr CollectionBase mutable_set_base = nominal(collection, mutable_sets, mutable_set_needs);
constexpr CollectionBase mapping_base = nominal(collection, mappings, mapping_needs);
constexpr CollectionBase mutable_mapping_base = nominal(collection, mutable_mappings, mutable_mapping_needs);

Result<Object> itself(Object const& self) { return self; }

constexpr Slots plain{};
constexpr Slots iterates{.iter = itself, .members = iterator_mixins};
constexpr Slots iterates_async{.aiter = itself, .members = async_iterator_mixins};

MemberTable const& collection_members() {
  static constexpr MemberTable table{"collections.abc", &collection_type, nullptr, 0};
  aiocc::detail::set_bases(&collection_type, {&sized_type, &iterable_type, &container_type});
  return table;
}

MemberTable const& sequence_members() {
  aiocc::detail::set_bases(&sequence_type, {&reversible_type, &collection_type});
  return sequence_mixins();
}

constexpr Slots mixes_in(MemberTable const& (*members)()) { return {.members = members}; }

}  // namespace

#define AIOCC_ABSTRACT(variable, name, base, slots) \
  constinit Type variable##_type(name, &base, slots, variable##_base, "collections.abc", &aiocc::abc_meta_type);
AIOCC_ABSTRACT(hashable, "Hashable", object_type, mixes_in(hashable_mixins))
AIOCC_ABSTRACT(sized, "Sized", object_type, mixes_in(sized_mixins))
AIOCC_ABSTRACT(container, "Container", object_type, mixes_in(container_mixins))
AIOCC_ABSTRACT(callable, "Callable", object_type, plain)
AIOCC_ABSTRACT(buffer, "Buffer", object_type, plain)
AIOCC_ABSTRACT(iterable, "Iterable", object_type, mixes_in(iterable_mixins))
AIOCC_ABSTRACT(iterator, "Iterator", iterable_type, iterates)
AIOCC_ABSTRACT(reversible, "Reversible", iterable_type, mixes_in(reversible_mixins))
AIOCC_ABSTRACT(generator, "Generator", iterator_type, mixes_in(generator_mixins))
AIOCC_ABSTRACT(awaitable, "Awaitable", object_type, mixes_in(awaitable_mixins))
AIOCC_ABSTRACT(coroutine, "Coroutine", awaitable_type, mixes_in(coroutine_mixins))
AIOCC_ABSTRACT(async_iterable, "AsyncIterable", object_type, plain)
AIOCC_ABSTRACT(async_iterator, "AsyncIterator", async_iterable_type, iterates_async)
AIOCC_ABSTRACT(async_generator, "AsyncGenerator", async_iterator_type, mixes_in(async_generator_mixins))
AIOCC_ABSTRACT(collection, "Collection", sized_type, mixes_in(collection_members))
AIOCC_ABSTRACT(sequence, "Sequence", collection_type, mixes_in(sequence_members))
AIOCC_ABSTRACT(mutable_sequence, "MutableSequence", sequence_type, mixes_in(mutable_sequence_mixins))
AIOCC_ABSTRACT(set, "Set", collection_type, mixes_in(set_mixins))
AIOCC_ABSTRACT(mutable_set, "MutableSet", set_type, mixes_in(mutable_set_mixins))
AIOCC_ABSTRACT(mapping, "Mapping", collection_type, mixes_in(mapping_mixins))
AIOCC_ABSTRACT(mutable_mapping, "MutableMapping", mapping_type, mixes_in(mutable_mapping_mixins))
#undef AIOCC_ABSTRACT

}  // namespace aiocc::collections::abc
