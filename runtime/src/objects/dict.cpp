// The hash table of dict: an index table over entries in insertion order, as in CPython since 3.6.
#include "aiocc/objects/dict.hpp"

#include <bit>
#include <cstdlib>
#include <new>

#include "hashing.hpp"
#include "sequence.hpp"
#include "short_texts.hpp"

namespace aiocc {

namespace {

// Values of the index table besides positions.
constexpr std::uint32_t empty_slot = 0xffffffff;
constexpr std::uint32_t deleted_slot = 0xfffffffe;
constexpr std::uint32_t least_slots = 8;

std::uint32_t slots_for(std::size_t wanted) {
  return static_cast<std::uint32_t>(std::bit_ceil(std::max<std::size_t>(wanted, least_slots)));
}
// Two thirds of the slots may be filled.
std::uint32_t capacity_of(std::uint32_t slots) { return static_cast<std::uint32_t>(std::uint64_t{slots} * 2 / 3); }

// The probe sequence visits every slot; it's seeded with all the bits of the hash.
class Probe {
 public:
  Probe(std::int64_t hash, std::uint32_t mask) noexcept
      : perturb_(static_cast<std::uint64_t>(hash)), slot_(static_cast<std::uint32_t>(perturb_) & mask), mask_(mask) {}
  std::uint32_t slot() const noexcept { return slot_; }
  void advance() noexcept {
    perturb_ >>= 5;
    slot_ = static_cast<std::uint32_t>(slot_ * 5 + perturb_ + 1) & mask_;
  }

 private:
  std::uint64_t perturb_;
  std::uint32_t slot_;
  std::uint32_t mask_;
};

struct Block {
  DictEntry* entries;
  std::uint32_t* table;
};

// Entries and index table share one block.
std::size_t entry_bytes_of(std::uint32_t slots) noexcept { return capacity_of(slots) * sizeof(DictEntry); }

std::size_t bytes_of(std::uint32_t slots) noexcept { return entry_bytes_of(slots) + slots * sizeof(std::uint32_t); }

Block allocate_block(std::uint32_t slots) {
  std::size_t entry_bytes = entry_bytes_of(slots);
  auto memory = static_cast<char*>(detail::allocate_memory(bytes_of(slots)));
  auto table = reinterpret_cast<std::uint32_t*>(memory + entry_bytes);
  std::fill_n(table, slots, empty_slot);
  return {reinterpret_cast<DictEntry*>(memory), table};
}

void link(std::uint32_t* table, std::uint32_t mask, std::int64_t hash, std::uint32_t position) noexcept {
  Probe probe(hash, mask);
  while (table[probe.slot()] < deleted_slot) probe.advance();
  table[probe.slot()] = position;
}

// Moves the live entries into a table of `slots`, behind `front` dead ones.
void rebuild(DictObject* dict, std::uint32_t slots, std::uint32_t front = 0) {
  Block block = allocate_block(slots);
  std::uint32_t position = 0;
  while (position < front) new (&block.entries[position++]) DictEntry{0, {}, {}};
  for (std::uint32_t i = 0; i < dict->filled; ++i) {
    DictEntry& entry = dict->entries[i];
    if (entry.key.bound()) {
      link(block.table, slots - 1, entry.hash, position);
      new (&block.entries[position++]) DictEntry(std::move(entry));
    }
    entry.~DictEntry();
  }
  if (dict->table) detail::release_memory(dict->entries, bytes_of(dict->mask + 1));
  dict->entries = block.entries;
  dict->table = block.table;
  dict->mask = slots - 1;
  dict->capacity = capacity_of(slots);
  dict->filled = position;
  dict->leading_dead = front;
}

struct Found {
  // Null where the key isn't in the dict.
  DictEntry* entry;
  std::uint32_t slot;
};

// A call that leaves its caller all registers.
AIOCC_KEEPS_REGISTERS [[gnu::noinline]] bool same_long_text(StrObject const* left, StrObject const* right) noexcept {
  return std::memcmp(left->units(), right->units(), left->byte_size()) == 0;
}

// Of two texts with the same hash.
AIOCC_INLINE inline bool same_text(StrObject const* left, StrObject const* right) noexcept {
  if (left->length != right->length || left->width != right->width) return false;
  std::size_t const bytes = left->byte_size();
  if (bytes > detail::short_bytes) [[unlikely]]
    return same_long_text(left, right);
  return detail::same_bytes(left->units(), right->units(), bytes);
}

Found find_str(DictObject const* dict, Str const& key, std::int64_t hash) noexcept {
  if (!dict->table) return {nullptr, 0};
  bool const only_str_keys = dict->only_str_keys;
  for (Probe probe(hash, dict->mask);; probe.advance()) {
    std::uint32_t position = dict->table[probe.slot()];
    if (position == empty_slot) return {nullptr, 0};
    if (position == deleted_slot) continue;
    DictEntry& entry = dict->entries[position];
    if (entry.key.is(key)) return {&entry, probe.slot()};
    if (entry.hash == hash && (only_str_keys || is_str(entry.key)) &&
        same_text(entry.key.as<StrObject>(), key.object()))
      return {&entry, probe.slot()};
  }
}

// Whether an entry that has the hash has the key too. False and `changed` when user code changed the dict.
Result<bool> matches(DictObject* dict, DictEntry const& entry, Object const& key, bool& changed) {
  if (entry.key.is_small_int() && key.is_small_int()) return false;
  std::uint32_t version = dict->version;
  bool equal = PASS(detail::item_equals(entry.key, key));
  changed = dict->version != version;
  return equal && !changed;
}

Result<Found> find_any(DictObject* dict, Object const& key, std::int64_t hash) {
  if (!dict->table) return Found{nullptr, 0};
  for (Probe probe(hash, dict->mask);; probe.advance()) {
    std::uint32_t position = dict->table[probe.slot()];
    if (position == empty_slot) return Found{nullptr, 0};
    if (position == deleted_slot) continue;
    DictEntry& entry = dict->entries[position];
    if (entry.key.is(key)) return Found{&entry, probe.slot()};
    if (entry.hash != hash) continue;
    bool changed = false;
    bool equal = PASS(matches(dict, entry, key, changed));
    if (changed) return find_any(dict, key, hash);
    if (equal) return Found{&entry, probe.slot()};
  }
}

Result<Found> locate(DictObject* dict, Object const& key, std::int64_t hash) {
  if (dict->only_str_keys && is_str(key)) return find_str(dict, static_cast<Str const&>(key), hash);
  return find_any(dict, key, hash);
}

void append(DictObject* dict, Object const& key, std::int64_t hash, Object value) {
  if (dict->filled == dict->capacity) rebuild(dict, slots_for(std::size_t{dict->used} * 3));
  if (dict->only_str_keys && !is_str(key)) dict->only_str_keys = false;
  link(dict->table, dict->mask, hash, dict->filled);
  new (&dict->entries[dict->filled++]) DictEntry{hash, key, std::move(value)};
  ++dict->used;
  ++dict->version;
}

// The key dies with the returned entry, after the dict has forgotten it.
DictEntry detach(DictObject* dict, Found const& found) noexcept {
  dict->table[found.slot] = deleted_slot;
  DictEntry taken{found.entry->hash, std::move(found.entry->key), std::move(found.entry->value)};
  --dict->used;
  ++dict->version;
  return taken;
}

void release_block(DictEntry* entries, std::uint32_t filled, std::uint32_t slots) noexcept {
  if (!entries) return;
  std::destroy_n(entries, filled);
  detail::release_memory(entries, bytes_of(slots));
}

}  // namespace

DictObject::~DictObject() { release_block(entries, filled, mask + 1); }

Result<Object const*> DictObject::find(Object const& key, std::int64_t hash) {
  Found found = PASS(locate(this, key, hash));
  return found.entry ? &found.entry->value : nullptr;
}

Result<Object const*> DictObject::find(Object const& key) {
  if (only_str_keys && is_str(key)) [[likely]] {
    DictEntry const* const entry =
        find_str(this, static_cast<Str const&>(key), static_cast<Str const&>(key).hash()).entry;
    return entry ? &entry->value : nullptr;
  }
  return find(key, PASS(detail::hash_key(key)));
}

Result<void> DictObject::set(Object const& key, std::int64_t hash, Object value) {
  Found found = PASS(locate(this, key, hash));
  if (found.entry)
    std::swap(found.entry->value, value);
  else
    append(this, key, hash, std::move(value));
  return {};
}

Result<void> DictObject::set(Object const& key, Object value) {
  if (only_str_keys && is_str(key)) [[likely]] {
    std::int64_t const hash = static_cast<Str const&>(key).hash();
    DictEntry* const entry = find_str(this, static_cast<Str const&>(key), hash).entry;
    if (entry)
      std::swap(entry->value, value);
    else
      append(this, key, hash, std::move(value));
    return {};
  }
  return set(key, PASS(detail::hash_key(key)), std::move(value));
}

Result<Object const*> DictPlace::find(DictObject* dict, Object const& key) {
  hash_ = PASS(detail::hash_key(key));
  entry_ = PASS(locate(dict, key, hash_)).entry;
  version_ = dict->version;
  is_new_ = !entry_;
  return entry_ ? &entry_->value : nullptr;
}

Result<void> DictPlace::set_new(DictObject* dict, Object const& key, Object value) {
  if (!is_new_ || dict->version != version_) return dict->set(key, hash_, std::move(value));
  append(dict, key, hash_, std::move(value));
  return {};
}

Result<bool> DictObject::take(Object const& key, Object& value) {
  // An empty dict still wants a key that has a hash.
  Found found = PASS(locate(this, key, PASS(detail::hash_key(key))));
  if (!found.entry) return false;
  DictEntry taken = detach(this, found);
  value = std::move(taken.value);
  return true;
}

Result<Object> DictObject::pop_item() {
  if (used == 0) return detail::key_error(Str::from_utf8("popitem(): dictionary is empty"));
  std::uint32_t position = filled - 1;
  while (!entries[position].key.bound()) --position;
  Probe probe(entries[position].hash, mask);
  while (table[probe.slot()] != position) probe.advance();
  DictEntry taken = detach(this, {&entries[position], probe.slot()});
  std::destroy_n(entries + position, filled - position);
  filled = position;
  leading_dead = std::min(leading_dead, filled);
  return pack_tuple(taken.key, taken.value);
}

Result<Object> DictObject::pop_first() {
  if (used == 0) return detail::key_error(Str::from_utf8("dictionary is empty"));
  while (!entries[leading_dead].key.bound()) ++leading_dead;
  Probe probe(entries[leading_dead].hash, mask);
  while (table[probe.slot()] != leading_dead) probe.advance();
  DictEntry taken = detach(this, {&entries[leading_dead], probe.slot()});
  ++leading_dead;
  return pack_tuple(taken.key, taken.value);
}

Result<bool> DictObject::move(Object const& key, bool to_end) { return move(key, PASS(detail::hash_key(key)), to_end); }

Result<bool> DictObject::move(Object const& key, std::int64_t hash, bool to_end) {
  Found found = PASS(locate(this, key, hash));
  if (!found.entry) return false;
  // What's there already stays, so that a lookup under way needn't begin again.
  while (!entries[leading_dead].key.bound()) ++leading_dead;
  while (!entries[filled - 1].key.bound()) --filled;
  if (found.entry == &entries[to_end ? filled - 1 : leading_dead]) return true;
  DictEntry taken = detach(this, found);
  if (to_end) {
    append(this, taken.key, taken.hash, std::move(taken.value));
    return true;
  }
  if (leading_dead == 0) rebuild(this, slots_for(std::size_t{used} * 3 + 3), used / 2 + 1);
  link(table, mask, taken.hash, --leading_dead);
  entries[leading_dead] = std::move(taken);
  ++used;
  ++version;
  return true;
}

void DictObject::clear() noexcept {
  DictEntry* old = std::exchange(entries, nullptr);
  std::uint32_t count = std::exchange(filled, 0);
  std::uint32_t slots = mask + 1;
  table = nullptr;
  mask = capacity = used = leading_dead = 0;
  only_str_keys = true;
  ++version;
  release_block(old, count, slots);
}

void DictObject::reserve(std::size_t count) {
  std::uint32_t slots = slots_for((count * 3 + 1) / 2);
  if (slots <= mask + 1 && table) return;
  rebuild(this, slots);
  ++version;
}

DictObject* DictObject::copy() const {
  DictObject* result = make_dict_object();
  if (used == 0) return result;
  // A dense one keeps its shape.
  std::uint32_t slots = filled == used ? mask + 1 : slots_for((std::size_t{used} * 3 + 1) / 2);
  Block block = allocate_block(slots);
  result->entries = block.entries;
  result->table = block.table;
  result->mask = slots - 1;
  result->capacity = capacity_of(slots);
  result->only_str_keys = only_str_keys;
  for (std::uint32_t i = 0; i < filled; ++i) {
    if (!entries[i].key.bound()) continue;
    link(result->table, result->mask, entries[i].hash, result->filled);
    new (&result->entries[result->filled++]) DictEntry(entries[i]);
  }
  result->used = result->filled;
  return result;
}

DictObject* make_dict_object() { return new DictObject; }

Object const* dict_get_str(DictObject const* dict, Str const& key) noexcept {
  Found found = find_str(dict, key, key.hash());
  return found.entry ? &found.entry->value : nullptr;
}

void dict_set_str(DictObject* dict, Str const& key, Object value) {
  std::int64_t hash = key.hash();
  Found found = find_str(dict, key, hash);
  if (found.entry)
    std::swap(found.entry->value, value);
  else
    append(dict, key, hash, std::move(value));
}

bool dict_delete_str(DictObject* dict, Str const& key) {
  Found found = find_str(dict, key, key.hash());
  if (!found.entry) return false;
  DictEntry taken = detach(dict, found);
  return true;
}

}  // namespace aiocc
