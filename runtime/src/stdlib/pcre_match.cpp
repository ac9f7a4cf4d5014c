// re.Match: the texts and places of a match and its groups.
#include <memory>
#include <new>

#include "../objects/sequence.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/pcre.hpp"
#include "pcre_program.hpp"

namespace aiocc::_pcre {

namespace {

/// The places follow in the same allocation.
struct MatchObject : HeapObject {
  MatchObject(Ref<ProgramObject> of_program, Object of_pattern, Subject in_subject, std::size_t place_count)
      : HeapObject(&match_type),
        program(std::move(of_program)),
        pattern(std::move(of_pattern)),
        subject(std::move(in_subject)),
        count(place_count) {}

  Ref<ProgramObject> program;
  Object pattern;
  Subject subject;
  std::size_t count;

  std::size_t* places() noexcept { return reinterpret_cast<std::size_t*>(this + 1); }
  Places all() noexcept { return {places(), count}; }
  std::size_t groups() const noexcept { return count / 2; }
  Object text_of(std::size_t number, Object const& otherwise) {
    return group_text(subject.text, all(), number, otherwise);
  }
  /// A start or an end; -1 where the group took no part.
  Int place(std::size_t index) noexcept {
    std::size_t const place = places()[index];
    return Int(place == PCRE2_UNSET ? std::int64_t{-1} : static_cast<std::int64_t>(place));
  }
};

std::size_t bytes_of(std::size_t count) noexcept { return sizeof(MatchObject) + count * sizeof(std::size_t); }

MatchObject* match_of(Object const& self) noexcept { return self.as<MatchObject>(); }

void dealloc_match(HeapObject* self) noexcept {
  auto* const match = static_cast<MatchObject*>(self);
  std::size_t const bytes = bytes_of(match->count);
  std::destroy_at(match);
  aiocc::detail::release_object(match, bytes);
}

void traverse_match(HeapObject* self, Visitor& visit) {
  auto const* const match = static_cast<MatchObject*>(self);
  visit(match->pattern);
  visit(match->subject.string);
}

/// The number of a group given by number or name.
Result<std::size_t> number_of(MatchObject* match, Object const& group) {
  if (group.is_small_int() || type_of(group)->slots.index) {
    Int const number = PASS(operators::index(group));
    if (number.is_small_int() && number.small() >= 0 && static_cast<std::size_t>(number.small()) < match->groups())
      return static_cast<std::size_t>(number.small());
  } else {
    Object const* const found = PASS(match->program->names.as<DictObject>()->find(group));
    if (found) return static_cast<std::size_t>(found->small());
  }
  return raise_error(index_error_type, "no such group");
}

Result<Object> text_argument(MatchObject* match, Object const& group) {
  return match->text_of(PASS(number_of(match, group)), None);
}

Result<Object> match_item(Object const& self, Object const& group) { return text_argument(match_of(self), group); }

Object span_at(MatchObject* match, std::size_t number) {
  return pack_tuple(match->place(2 * number), match->place(2 * number + 1));
}

Result<Object> repr_match(Object const& self) {
  MatchObject* const match = match_of(self);
  Str const text = PASS(operators::repr(match->text_of(0, None)));
  constexpr std::int64_t most = 50;
  StrBuilder builder;
  builder.append_ascii("<re.Match object; span=");
  builder.append(PASS(operators::repr(span_at(match, 0))));
  builder.append_ascii(", match=");
  builder.append(text, 0, std::min(most, text.length()));
  builder.append_ascii(">");
  return builder.finish();
}

/// The number of the group that ended last; 0 if none took part.
std::size_t last_number(MatchObject* match) noexcept {
  std::size_t best = 0;
  bool best_is_apart = false;
  for (auto const& [number, is_apart] : match->program->closed) {
    std::size_t const end = match->places()[2 * number + 1];
    if (end == PCRE2_UNSET) continue;
    if (best != 0 && !is_apart && !best_is_apart && end < match->places()[2 * best + 1]) continue;
    best = number;
    best_is_apart = is_apart;
  }
  return best;
}

}  // namespace

constinit Type match_type("re.Match", &object_type, sizeof(MatchObject),
                          {.dealloc = dealloc_match,
                           .traverse = traverse_match,
                           .repr = repr_match,
                           .get_item = match_item,
                           .members = members<match_type>},
                          "re");

Object make_match(Ref<ProgramObject> const& program, Object const& pattern, Subject const& subject, Places places) {
  void* const memory = aiocc::detail::allocate_object(bytes_of(places.size()));
  auto* const match = new (memory) MatchObject(program, pattern, subject, places.size());
  std::copy(places.begin(), places.end(), match->places());
  return Object::adopt(match);
}

Object pattern_of_match(Object const& self) { return match_of(self)->pattern; }
Object string_of_match(Object const& self) { return match_of(self)->subject.string; }
Int pos_of_match(Object const& self) { return Int(static_cast<std::int64_t>(match_of(self)->subject.start)); }
Int endpos_of_match(Object const& self) { return Int(static_cast<std::int64_t>(match_of(self)->subject.end)); }

Object regs_of_match(Object const& self) {
  MatchObject* const match = match_of(self);
  TupleObject* const regs = make_tuple_object(match->groups());
  for (std::size_t number = 0; number < match->groups(); ++number) regs->items()[number] = span_at(match, number);
  return Object::adopt(regs);
}

Object last_index_of_match(Object const& self) {
  std::size_t const number = last_number(match_of(self));
  return number != 0 ? Object(Int(static_cast<std::int64_t>(number))) : None;
}

Object last_group_of_match(Object const& self) {
  MatchObject* const match = match_of(self);
  std::size_t const number = last_number(match);
  if (number == 0) return None;
  std::size_t position = 0;
  while (DictEntry const* const entry = match->program->names.as<DictObject>()->next(position))
    if (entry->value.small() == static_cast<std::int64_t>(number)) return entry->key;
  return None;
}

Result<Object> group_of_match(Object const& self, Arguments args) {
  MatchObject* const match = match_of(self);
  if (args.empty()) return match->text_of(0, None);
  if (args.size() == 1) return text_argument(match, args[0]);
  Object const texts = Object::adopt(make_tuple_object(args.size()));
  for (std::size_t i = 0; i < args.size(); ++i)
    texts.as<TupleObject>()->items()[i] = PASS(text_argument(match, args[i]));
  return texts;
}

Object groups_of_match(Object const& self, Object const& fallback) {
  MatchObject* const match = match_of(self);
  if (match->groups() == 1) return make_tuple({});
  TupleObject* const texts = make_tuple_object(match->groups() - 1);
  for (std::size_t number = 1; number < match->groups(); ++number)
    texts->items()[number - 1] = match->text_of(number, fallback);
  return Object::adopt(texts);
}

Result<Object> named_groups_of_match(Object const& self, Object const& fallback) {
  MatchObject* const match = match_of(self);
  Object made = Object::adopt(make_dict_object());
  std::size_t position = 0;
  while (DictEntry const* const entry = match->program->names.as<DictObject>()->next(position)) {
    Object text = match->text_of(static_cast<std::size_t>(entry->value.small()), fallback);
    PASS(made.as<DictObject>()->set(entry->key, std::move(text)));
  }
  return made;
}

Result<Int> start_of_match(Object const& self, Object const& group) {
  MatchObject* const match = match_of(self);
  return match->place(2 * PASS(number_of(match, group)));
}

Result<Int> end_of_match(Object const& self, Object const& group) {
  MatchObject* const match = match_of(self);
  return match->place(2 * PASS(number_of(match, group)) + 1);
}

Result<Object> span_of_match(Object const& self, Object const& group) {
  MatchObject* const match = match_of(self);
  return span_at(match, PASS(number_of(match, group)));
}

Result<Object> expand_match(Object const& self, Object const& from) {
  Object const filler = PASS(call_method(match_of(self)->pattern, "_template"_s, from));
  return is_any_str(filler) || is_any_bytes(filler) ? Result<Object>(filler) : call(filler, self);
}

Object copy_of_match(Object const& self) { return self; }
Object deep_copy_of_match(Object const& self, Object const&) { return self; }

Result<Object> fill(Object const& match, Object const& parts) {
  if (!is_instance(match, match_type)) return raise_error(type_error_type, "a match is wanted");
  MatchObject* const filled = match_of(match);
  Object const empty = empty_like(filled->subject.text);
  auto texts = List<Object>::of();
  PASS(aiocc::detail::for_each(parts, [&](Object const& part) -> Result<bool> {
    bool const is_group = part.is_small_int();
    texts.append(is_group ? filled->text_of(static_cast<std::size_t>(part.small()), empty) : part);
    return true;
  }));
  return call_method(empty, "join"_s, texts);
}

}  // namespace aiocc::_pcre
