// The hash table of set and frozenset. Growth and probing are those that CPython documents for its sets, so that ints come out in
// the same order.
#include "aiocc/objects/set.hpp"

#include <algorithm>

#include "aiocc/objects/dict.hpp"
#include "hashing.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

// Slots after the first that are tried before jumping elsewhere.
constexpr int linear_probes = 9;
constexpr int perturb_shift = 5;
constexpr std::int64_t deleted_hash = -1;
constexpr std::size_t large_set = 50000;

// Visits the slots for a hash: a run of neighbours, then a jump that depends on all of the hash.
class Probe {
 public:
  Probe(std::int64_t hash, std::size_t mask) noexcept
      : perturb_(static_cast<std::size_t>(hash)),
        mask_(mask),
        start_(perturb_ & mask),
        slot_(start_),
        left_(run_at(start_)) {}
  std::size_t slot() const noexcept { return slot_; }
  void advance() noexcept {
    if (left_ > 0) {
      --left_;
      ++slot_;
      return;
    }
    perturb_ >>= perturb_shift;
    start_ = slot_ = (start_ * 5 + 1 + perturb_) & mask_;
    left_ = run_at(start_);
  }

 private:
  std::size_t run_at(std::size_t start) const noexcept { return start + linear_probes <= mask_ ? linear_probes : 0; }

  std::size_t perturb_;
  std::size_t mask_;
  std::size_t start_;
  std::size_t slot_;
  std::size_t left_;
};

// As detail::hash_small_int.
std::int64_t hash_near_zero(std::int64_t key) noexcept { return key == -1 ? -2 : key; }

bool unused(SetEntry const& entry) noexcept { return entry.hash == 0 && !entry.key.bound(); }

enum class Sought { Found, Absent, Unknown, Further };

// In `count` neighbours from `slot` on. Where items come and go most slots are deleted ones, so what each takes counts; the loop is
// unrolled. `deleted` becomes the last deleted slot on the way, if that's wanted.
template <bool wants_deleted, int count>
inline Sought scan(SetEntry* slot, Object const& key, std::int64_t hash, SetEntry*& entry,
                   SetEntry*& deleted) noexcept {
#pragma GCC unroll 10
  for (int i = 0; i < count; ++i, ++slot) {
    if (slot->hash == hash) {
      entry = slot;
      if (slot->key.is(key)) return Sought::Found;
      if (!slot->key.bound()) return Sought::Absent;
      if (!slot->key.is_small_int()) return Sought::Unknown;
    } else if (slot->hash == 0 && !slot->key.bound()) {
      entry = slot;
      return Sought::Absent;
    } else if (wants_deleted && slot->hash == deleted_hash) {
      deleted = slot;
    }
  }
  return Sought::Further;
}

// Looks for a small int by its word alone. `entry` is where it is, or where it would go. Unknown where something that isn't a small int
// has its hash, and may be equal to it.
template <bool wants_deleted>
inline Sought seek_small_int(SetObject const* set, Object const& key, std::int64_t hash, SetEntry*& entry) noexcept {
  SetEntry* deleted = nullptr;
  std::size_t perturb = static_cast<std::size_t>(hash);
  for (std::size_t start = perturb & set->mask;; start = (start * 5 + 1 + (perturb >>= perturb_shift)) & set->mask) {
    SetEntry* const slot = set->table + start;
    Sought const sought = start + linear_probes <= set->mask
                              ? scan<wants_deleted, linear_probes + 1>(slot, key, hash, entry, deleted)
                              : scan<wants_deleted, 1>(slot, key, hash, entry, deleted);
    if (sought == Sought::Further) continue;
    if (sought == Sought::Absent && deleted) entry = deleted;
    return sought;
  }
}

void free_table(SetObject const* owner, SetEntry* table) noexcept {
  if (table != owner->small_table) delete[] table;
}

}  // namespace

SetObject::~SetObject() { free_table(this, table); }

SetObject* make_set_object(Type* type) { return new SetObject(type); }

namespace detail {

Raised set_changed() { return raise_error(runtime_error_type, "Set changed size during iteration"); }

}  // namespace detail

// Where the key is, or where it would go: to the last deleted slot on the way, else to the unused one at its end.
Result<SetObject::Slot> SetObject::look_up(Object const& key, std::int64_t key_hash) {
  SetEntry* deleted = nullptr;
  if (key.is_small_int()) {
    SetEntry* entry;
    Sought const sought = seek_small_int<true>(this, key, key_hash, entry);
    if (sought != Sought::Unknown) return Slot{entry, sought == Sought::Found};
  }
  for (Probe probe(key_hash, mask);; probe.advance()) {
    SetEntry& entry = table[probe.slot()];
    // Where items come and go most slots are deleted ones; no key has their hash.
    if (entry.hash == deleted_hash) {
      deleted = &entry;
      continue;
    }
    if (unused(entry)) return Slot{deleted ? deleted : &entry, false};
    if (entry.hash != key_hash) continue;
    if (entry.key.is(key)) return Slot{&entry, true};
    if (entry.key.is_small_int() && key.is_small_int()) continue;
    std::uint32_t before = version;
    bool equal = PASS(detail::item_equals(entry.key, key));
    // User code may have changed the set: start over.
    if (version != before) return look_up(key, key_hash);
    if (equal) return Slot{&entry, true};
  }
}

// The key isn't in the table, and no slot is deleted.
void SetObject::insert_clean(Object key, std::int64_t key_hash) noexcept {
  Probe probe(key_hash, mask);
  while (table[probe.slot()].key.bound()) probe.advance();
  table[probe.slot()].key = std::move(key);
  table[probe.slot()].hash = key_hash;
}

// To the least power of two above `minimum`; deleted slots are dropped.
void SetObject::resize(std::size_t minimum) {
  std::size_t size = small_size;
  while (size <= minimum) size <<= 1;
  SetEntry* old = table;
  std::size_t old_mask = mask;
  SetEntry moved[small_size];
  if (old == small_table) {
    std::swap_ranges(moved, moved + small_size, small_table);
    old = moved;
  }
  std::fill_n(small_table, small_size, SetEntry());
  table = size == small_size ? small_table : new SetEntry[size];
  mask = size - 1;
  for (std::size_t i = 0; i <= old_mask; ++i) {
    if (old[i].key.bound()) insert_clean(std::move(old[i].key), old[i].hash);
  }
  filled = used;
  if (old != moved) delete[] old;
}

// At three fifths full.
void SetObject::grow_if_needed() {
  if (filled * 5 < mask * 3) return;
  resize(used > large_set ? used * 2 : used * 4);
}

Result<bool> SetObject::contains(Object const& key, std::int64_t key_hash) {
  return PASS(look_up(key, key_hash)).found;
}

Result<bool> SetObject::contains(Object const& key) {
  if (knows(key)) return has_near_zero(key.small());
  if (key.is_small_int()) [[likely]] {
    if (used == 0) return false;
    SetEntry* entry;
    Sought const sought = seek_small_int<false>(this, key, detail::hash_small_int(key.small()), entry);
    if (sought != Sought::Unknown) [[likely]]
      return sought == Sought::Found;
  }
  Result<std::int64_t> key_hash = detail::hash_key(key);
  if (key_hash) [[likely]]
    return contains(key, key_hash.value());
  Object frozen = PASS(detail::frozen_key(key));
  return contains(frozen, PASS(detail::hash_key(frozen)));
}

// Where a key that `near_zero` says is there stands: no other has its word.
SetEntry* SetObject::entry_of_near_zero(std::int64_t key) const noexcept {
  Object const word = Object::small_int(key);
  SetEntry* const first = table + (static_cast<std::size_t>(hash_near_zero(key)) & mask);
  if (first->key.is(word)) [[likely]]
    return first;
  Probe probe(hash_near_zero(key), mask);
  while (!table[probe.slot()].key.is(word)) probe.advance();
  return &table[probe.slot()];
}

// Where a key that `near_zero` says isn't there goes: to the last deleted slot on the way, else to the unused one at its end. Whether a slot
// on the way is deleted is as good as random where keys come and go, so that's no branch.
SetEntry* SetObject::entry_for_near_zero(std::int64_t key) const noexcept {
  SetEntry* deleted = nullptr;
  auto perturb = static_cast<std::size_t>(hash_near_zero(key));
  for (std::size_t start = perturb & mask;; start = (start * 5 + 1 + (perturb >>= perturb_shift)) & mask) {
    SetEntry* slot = table + start;
    SetEntry* const last = slot + (start + linear_probes <= mask ? linear_probes : 0);
    for (; slot <= last; ++slot) {
      if ((slot->key.bits() | static_cast<std::uintptr_t>(slot->hash)) == 0) return deleted ? deleted : slot;
      deleted = slot->key.bound() ? deleted : slot;
    }
  }
}

void SetObject::add_near_zero(std::int64_t key) {
  if (has_near_zero(key)) return;
  SetEntry* const entry = entry_for_near_zero(key);
  bool const was_deleted = entry->deleted();
  // Nothing was there, and small ints aren't counted.
  new (&entry->key) Object(Object::small_int(key));
  entry->hash = hash_near_zero(key);
  near_zero[key >= 0] |= std::uint64_t{1} << (key & 63);
  ++used;
  ++version;
  if (was_deleted) return;
  ++filled;
  grow_if_needed();
}

bool SetObject::discard_near_zero(std::int64_t key) noexcept {
  if (!has_near_zero(key)) return false;
  SetEntry* const entry = entry_of_near_zero(key);
  entry->key.leak();
  entry->hash = deleted_hash;
  near_zero[key >= 0] &= ~(std::uint64_t{1} << (key & 63));
  --used;
  ++version;
  return true;
}

void SetObject::note(Object const& key) noexcept {
  if (!key.is_small_int())
    has_others = true;
  else if (is_near_zero(key.small()))
    near_zero[key.small() >= 0] |= std::uint64_t{1} << (key.small() & 63);
}

void SetObject::forget(Object const& key) noexcept {
  if (key.is_small_int() && is_near_zero(key.small()))
    near_zero[key.small() >= 0] &= ~(std::uint64_t{1} << (key.small() & 63));
}

// `entry` is unused or deleted.
void SetObject::fill(SetEntry* entry, Object const& key, std::int64_t key_hash) {
  bool const was_deleted = entry->deleted();
  entry->key = key;
  entry->hash = key_hash;
  note(key);
  ++used;
  ++version;
  if (was_deleted) return;
  ++filled;
  grow_if_needed();
}

// The key dies last: its finaliser may look at the set.
void SetObject::empty(SetEntry* entry) noexcept {
  forget(entry->key);
  Object const dead = std::move(entry->key);
  entry->hash = deleted_hash;
  --used;
  ++version;
}

Result<void> SetObject::add(Object const& key, std::int64_t key_hash) {
  Slot slot = PASS(look_up(key, key_hash));
  if (!slot.found) fill(slot.entry, key, key_hash);
  return {};
}

Result<void> SetObject::add(Object const& key) {
  if (!knows(key)) return add(key, PASS(detail::hash_key(key)));
  add_near_zero(key.small());
  return {};
}

Result<bool> SetObject::discard(Object const& key, std::int64_t key_hash) {
  Slot slot = PASS(look_up(key, key_hash));
  if (slot.found) empty(slot.entry);
  return slot.found;
}

Result<bool> SetObject::discard(Object const& key) {
  if (knows(key)) return discard_near_zero(key.small());
  Result<std::int64_t> key_hash = detail::hash_key(key);
  if (key_hash) [[likely]]
    return discard(key, key_hash.value());
  Object frozen = PASS(detail::frozen_key(key));
  return discard(frozen, PASS(detail::hash_key(frozen)));
}

Result<void> SetObject::remove(Object const& key) {
  if (!PASS(discard(key))) return detail::key_error(key);
  return {};
}

Result<Object> SetObject::pop() {
  if (used == 0) return detail::key_error(Str::from_utf8("pop from an empty set"));
  std::size_t slot = finger & mask;
  while (!table[slot].key.bound()) slot = (slot + 1) & mask;
  Object key = table[slot].key;
  empty(&table[slot]);
  finger = slot + 1;
  return key;
}

void SetObject::clear() noexcept {
  SetEntry moved[small_size];
  SetEntry* old = table;
  std::swap_ranges(moved, moved + small_size, small_table);
  table = small_table;
  mask = small_size - 1;
  used = filled = 0;
  near_zero[0] = near_zero[1] = 0;
  has_others = false;
  // `finger` stays, as in CPython.
  ++version;
  free_table(this, old);
}

void SetObject::swap_tables(SetObject* other) noexcept {
  bool small = table == small_table;
  bool other_small = other->table == other->small_table;
  std::swap(table, other->table);
  std::swap_ranges(small_table, small_table + small_size, other->small_table);
  if (other_small) table = small_table;
  if (small) other->table = other->small_table;
  std::swap(mask, other->mask);
  std::swap(used, other->used);
  std::swap(filled, other->filled);
  std::swap(near_zero, other->near_zero);
  std::swap(has_others, other->has_others);
  ++version;
  ++other->version;
}

// As CPython's set_merge: how a set takes in another decides the order.
Result<void> SetObject::merge(SetObject* other) {
  if (other == this || other->used == 0) return {};
  Object kept = Object::share(other);
  if ((filled + other->used) * 5 >= mask * 3) resize((used + other->used) * 2);
  if (filled > 0) {
    std::size_t position = 0;
    while (SetEntry* entry = other->next(position)) {
      SetEntry copy = *entry;
      PASS(add(copy.key, copy.hash));
    }
    return {};
  }
  if (mask == other->mask && other->filled == other->used) {
    std::copy(other->table, other->table + mask + 1, table);
  } else {
    for (std::size_t position = 0; SetEntry* entry = other->next(position);) insert_clean(entry->key, entry->hash);
  }
  filled = used = other->used;
  std::copy_n(other->near_zero, 2, near_zero);
  has_others = other->has_others;
  ++version;
  return {};
}

}  // namespace aiocc
