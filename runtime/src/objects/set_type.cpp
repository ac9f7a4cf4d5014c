// The set and frozenset types, and their iterator.
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "core.hpp"
#include "iterator_members.hpp"
#include "native_instance.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

SetObject* set_of(Object const& self) noexcept { return self.as<SetObject>(); }

Result<Object> repr_set(Object const& self) {
  detail::ReprGuard guard(self.heap());
  bool plain = type_of(self) == &set_type;
  StrBuilder text;
  if (!plain || guard.repeated() || set_of(self)->used == 0) {
    text.append_utf8(type_of(self)->name);
    text.append_ascii("(");
    if (guard.repeated()) text.append_ascii("...");
  }
  if (!guard.repeated() && set_of(self)->used > 0) {
    Object list = PASS(list_from(self));
    text.append_ascii("{");
    auto const& items = list.as<ListObject>()->items();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text.append_ascii(", ");
      text.append(PASS(operators::repr(items[i])));
    }
    text.append_ascii("}");
    if (plain) return text.finish();
  }
  text.append_ascii(")");
  return text.finish();
}

// The commutative mix that CPython uses for frozensets, since the order of items must not matter.
Result<std::int64_t> hash_frozenset(Object const& self) {
  SetObject* set = set_of(self);
  if (set->hash != -1) return set->hash;
  auto shuffle = [](std::uint64_t hash) { return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u; };
  std::uint64_t sum = 0;
  std::size_t position = 0;
  while (SetEntry* entry = set->next(position)) sum ^= shuffle(static_cast<std::uint64_t>(entry->hash));
  sum ^= (set->used + 1) * std::uint64_t{1927868237};
  sum ^= (sum >> 11) ^ (sum >> 25);
  sum = sum * 69069 + 907133923;
  if (sum == ~std::uint64_t{0}) sum = 590923713;
  set->hash = static_cast<std::int64_t>(sum);
  return set->hash;
}

Result<Object> compare_sets(Object const& left, Object const& right, CompareOp op) {
  if (!is_any_set(left) || !is_any_set(right)) return NotImplemented;
  SetObject* a = set_of(left);
  SetObject* b = set_of(right);
  switch (op) {
    case CompareOp::Eq: return box(a->used == b->used && PASS(a->is_subset(right)));
    case CompareOp::Ne: return box(!(a->used == b->used && PASS(a->is_subset(right))));
    case CompareOp::Lt: return box(a->used < b->used && PASS(a->is_subset(right)));
    case CompareOp::Le: return box(PASS(a->is_subset(right)));
    case CompareOp::Gt: return box(a->used > b->used && PASS(b->is_subset(left)));
    case CompareOp::Ge: return box(PASS(b->is_subset(left)));
  }
  return NotImplemented;
}

// The operators want sets on both sides, unlike the methods.
Result<Object> union_of(Object const& left, Object const& right) {
  if (!is_any_set(left) || !is_any_set(right)) return NotImplemented;
  Ref<SetObject> result = PASS(set_of(left)->copy());
  if (!left.is(right)) PASS(result->update(right));
  return result;
}
template <Result<Ref<SetObject>> (SetObject::*operation)(Object const&)>
Result<Object> combine(Object const& left, Object const& right) {
  if (!is_any_set(left) || !is_any_set(right)) return NotImplemented;
  return (set_of(left)->*operation)(right);
}
template <Result<void> (SetObject::*operation)(Object const&)>
Result<Object> change(Object const& left, Object const& right) {
  if (!is_any_set(right)) return NotImplemented;
  PASS((set_of(left)->*operation)(right));
  return left;
}

Result<bool> truth_set(Object const& self) { return set_of(self)->used != 0; }
Result<std::int64_t> length_set(Object const& self) { return static_cast<std::int64_t>(set_of(self)->used); }
Result<Object> set_contains(Object const& self, Object const& key) { return box(PASS(set_of(self)->contains(key))); }
Result<Object> iter_set(Object const& self) { return detail::make_set_iterator(word_cast<Ref<SetObject>>(self)); }

Result<Object> construct_set(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(detail::make_native<SetObject>(type, set_type, &set_type));
}

Result<void> init_set(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(detail::no_keywords("set", names));
  PASS(detail::argument_range("set", count, 0, 1));
  set_of(self)->clear();
  if (count > 0) PASS(set_of(self)->update(args[0]));
  return {};
}

Result<Object> construct_frozenset(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  if (!detail::has_init(type)) PASS(detail::no_keywords("frozenset", names));
  std::size_t const positional = count - (names ? names->names.size() : 0);
  PASS(detail::argument_range("frozenset", positional, 0, 1));
  if (type == &frozenset_type) return builtins::frozenset(count ? args[0] : Object());
  auto set = Ref<SetObject>::adopt(detail::make_native<SetObject>(type, frozenset_type, &frozenset_type));
  if (positional > 0) PASS(set->update(args[0]));
  return set;
}

constexpr Slots shared_slots() {
  Slots slots{.repr = repr_set,
              .truth = truth_set,
              .length = length_set,
              .compare = compare_sets,
              .contains = set_contains,
              .iter = iter_set};
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = union_of;
  slots.binary[static_cast<std::size_t>(BinaryOp::And)] = combine<&SetObject::intersection>;
  slots.binary[static_cast<std::size_t>(BinaryOp::Subtract)] = combine<&SetObject::difference>;
  slots.binary[static_cast<std::size_t>(BinaryOp::Xor)] = combine<&SetObject::symmetric_difference>;
  return slots;
}

void traverse_set(HeapObject* self, Visitor& visit) {
  auto set = static_cast<SetObject*>(self);
  for (std::size_t slot = 0; slot <= set->mask; ++slot) visit(set->table[slot].key);
}

void clear_set(HeapObject* self) noexcept { static_cast<SetObject*>(self)->clear(); }

constexpr Slots set_slots() {
  Slots slots = shared_slots();
  slots.dealloc = detail::dealloc_native<SetObject, set_type>;
  slots.traverse = traverse_set;
  slots.clear = clear_set;
  slots.weak_references = detail::forget_weak_references;
  slots.hash = detail::unhashable;
  slots.construct = construct_set;
  slots.init = init_set;
  slots.members = members<set_type>;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Or)] = change<&SetObject::update>;
  slots.inplace[static_cast<std::size_t>(BinaryOp::And)] = change<&SetObject::intersection_update>;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Subtract)] = change<&SetObject::difference_update>;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Xor)] = change<&SetObject::symmetric_difference_update>;
  return slots;
}

constexpr Slots frozenset_slots() {
  Slots slots = shared_slots();
  slots.dealloc = detail::dealloc_native<SetObject, frozenset_type>;
  slots.traverse = traverse_set;
  slots.clear = clear_set;
  slots.weak_references = detail::forget_weak_references;
  slots.hash = hash_frozenset;
  slots.construct = construct_frozenset;
  slots.members = members<frozenset_type>;
  return slots;
}

struct SetIterator : HeapObject {
  SetIterator(Type* type, Ref<SetObject> set) : HeapObject(type), walk(std::move(set)) {}
  SetWalk walk;
};

Result<bool> next_of_set(Object const& self, Object& item) {
  SetEntry* entry = PASS(self.as<SetIterator>()->walk.next());
  if (!entry) return false;
  item = entry->key;
  return true;
}

extern Type set_iterator_type;

Result<Object> length_hint_of_set_iterator(NativeCall const& call) {
  return Int(static_cast<std::int64_t>(call.args[0].as<SetIterator>()->walk.left()));
}

Result<Object> reduce_set_iterator(NativeCall const& call) {
  SetWalk walk = call.args[0].as<SetIterator>()->walk;
  auto rest = List<Object>::of();
  while (SetEntry const* entry = PASS(walk.next())) rest.append(entry->key);
  return detail::reduction_of_rest(rest);
}

constinit Type set_iterator_type("set_iterator", &object_type, sizeof(SetIterator),
                                 {.dealloc = detail::dealloc_object<SetIterator>,
                                  .traverse = detail::traverse_members<&SetIterator::walk>,
                                  .iter = detail::iter_self,
                                  .next = next_of_set,
                                  .members = detail::iterator_members<set_iterator_type, length_hint_of_set_iterator,
                                                                      reduce_set_iterator, nullptr>});

}  // namespace

constinit Type set_type("set", &object_type, sizeof(SetObject), set_slots(), "builtins", /*python_may_derive=*/true);
constinit Type frozenset_type("frozenset", &object_type, sizeof(SetObject), frozenset_slots(), "builtins",
                              /*python_may_derive=*/true);

namespace detail {

Object make_set_iterator(Ref<SetObject> set) {
  return Object::adopt(new SetIterator(&set_iterator_type, std::move(set)));
}

}  // namespace detail

namespace builtins {

Set<Object> set() { return Set<Object>::of(); }

Result<Set<Object>> set(Object const& iterable) {
  Set<Object> result = set();
  if (iterable.bound()) PASS(result.get()->update(iterable));
  return result;
}

Result<FrozenSet<Object>> frozenset(Object const& iterable) {
  if (iterable.bound() && type_of(iterable) == &frozenset_type) return word_cast<FrozenSet<Object>>(iterable);
  FrozenSet<Object> result = FrozenSet<Object>::of();
  if (iterable.bound()) PASS(result.get()->update(iterable));
  return result;
}

}  // namespace builtins

}  // namespace aiocc
