// What patterns do with a string: search it, list and iterate over what matches, split it, substitute.
#include "../objects/sequence.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/pcre.hpp"
#include "pcre_program.hpp"

namespace aiocc::_pcre {

namespace {

extern Type matches_type;

struct MatchesObject : HeapObject {
  MatchesObject(Ref<ProgramObject> of_program, Object of_pattern, Subject in_subject)
      : HeapObject(&matches_type),
        program(std::move(of_program)),
        pattern(std::move(of_pattern)),
        subject(std::move(in_subject)),
        matches(subject.start) {}

  Ref<ProgramObject> program;
  Object pattern;
  Subject subject;
  Matches matches;
  bool is_over = false;
};

Result<bool> next_match(Object const& self, Object& item) {
  auto* const iterator = self.as<MatchesObject>();
  if (iterator->is_over) return false;
  Places places;
  bool const found = PASS(iterator->matches.next(*iterator->program, iterator->subject, places));
  iterator->is_over = !found;
  if (found) item = make_match(iterator->program, iterator->pattern, iterator->subject, places);
  return found;
}

void traverse_matches(HeapObject* self, Visitor& visit) {
  auto const* const iterator = static_cast<MatchesObject*>(self);
  visit(iterator->pattern);
  visit(iterator->subject.string);
}

constinit Type matches_type("callable_iterator", &object_type, sizeof(MatchesObject),
                            {.dealloc = aiocc::detail::dealloc_object<MatchesObject>,
                             .traverse = traverse_matches,
                             .iter = aiocc::detail::iter_self,
                             .next = next_match});

/// How many matches are wanted: 0 is all, less than 0 none.
Result<std::int64_t> limit_argument(Object const& limit) { return aiocc::detail::size_argument(limit); }

/// What findall gives for a match.
Object texts_of(Object const& text, Places places, Object const& empty) {
  std::size_t const groups = places.size() / 2 - 1;
  if (groups == 0) return group_text(text, places, 0, empty);
  if (groups == 1) return group_text(text, places, 1, empty);
  TupleObject* const tuple = make_tuple_object(groups);
  for (std::size_t i = 0; i < groups; ++i) tuple->items()[i] = group_text(text, places, i + 1, empty);
  return Object::adopt(tuple);
}

/// Strs and bytes that replace matches as they are.
bool is_literal(Object const& item) noexcept { return is_any_str(item) || is_any_bytes(item); }

/// The text with what stands for its matches.
class Substitution {
 public:
  Substitution(Ref<ProgramObject> const& program, Object const& pattern, Subject const& subject) noexcept
      : program_(program), pattern_(pattern), subject_(subject) {}

  /// A str for all matches in a str.
  Result<void> by_text(Str const& item, std::int64_t limit) {
    auto const& text = static_cast<Str const&>(subject_.text);
    StrBuilder builder(text.length());
    std::size_t last = 0;
    PASS(for_each_match(limit, [&](Places places) -> Result<void> {
      builder.append(text, static_cast<std::int64_t>(last), static_cast<std::int64_t>(places[0]));
      builder.append(item);
      last = places[1];
      return {};
    }));
    if (count_ == 0) return {};
    builder.append(text, static_cast<std::int64_t>(last), text.length());
    result_ = builder.finish();
    return {};
  }

  /// Anything else: parts are joined at the end.
  Result<void> by_parts(Object const& item, std::int64_t limit) {
    auto parts = List<Object>::of();
    bool const literal = is_literal(item);
    std::size_t last = 0;
    PASS(for_each_match(limit, [&](Places places) -> Result<void> {
      if (last < places[0]) parts.append(text_between(subject_.text, last, places[0]));
      last = places[1];
      Object const part = literal ? item : PASS(call(item, make_match(program_, pattern_, subject_, places)));
      if (!part.is(None)) parts.append(part);
      return {};
    }));
    if (count_ == 0) return {};
    if (last < subject_.end) parts.append(text_between(subject_.text, last, subject_.end));
    result_ = PASS(call_method(empty_like(subject_.text), "join"_s, parts));
    return {};
  }

  Object result() const { return pack_tuple(result_.bound() ? result_ : subject_.text, Int(count_)); }

 private:
  template <class Body>
  Result<void> for_each_match(std::int64_t limit, Body&& body) {
    Matches matches(subject_.start);
    Places places;
    while (limit == 0 || count_ < limit) {
      bool const found = PASS(matches.next(*program_, subject_, places));
      if (!found) break;
      ++count_;
      PASS(body(places));
    }
    return {};
  }

  Ref<ProgramObject> const& program_;
  Object const& pattern_;
  Subject const& subject_;
  std::int64_t count_ = 0;
  Object result_;
};

}  // namespace

Result<Object> find(Object const& program, Object const& pattern, Object const& string, Object const& pos,
                    Object const& endpos, Int const& mode) {
  Ref<ProgramObject> const checked = PASS(program_argument(program));
  Subject const subject = PASS(subject_of(*checked, string, pos, endpos));
  Places places;
  bool const found = PASS(run(*checked, subject, subject.start, static_cast<Mode>(mode.small()), false, places));
  return found ? make_match(checked, pattern, subject, places) : None;
}

Result<Object> find_from(Object const& program, Object const& pattern, Object const& string, Object const& pos,
                         Object const& endpos, Int const& mode, Int const& place, bool must_advance) {
  Ref<ProgramObject> const checked = PASS(program_argument(program));
  Subject const subject = PASS(subject_of(*checked, string, pos, endpos));
  Places places;
  std::size_t const from = std::max(static_cast<std::size_t>(place.small()), subject.start);
  bool const found = PASS(run(*checked, subject, from, static_cast<Mode>(mode.small()), must_advance, places));
  return found ? make_match(checked, pattern, subject, places) : None;
}

Result<Object> find_all(Object const& program, Object const& string, Object const& pos, Object const& endpos) {
  Ref<ProgramObject> const checked = PASS(program_argument(program));
  Subject const subject = PASS(subject_of(*checked, string, pos, endpos));
  Object const empty = empty_like(subject.text);
  auto found = List<Object>::of();
  Matches matches(subject.start);
  Places places;
  while (PASS(matches.next(*checked, subject, places))) found.append(texts_of(subject.text, places, empty));
  return found;
}

Result<Object> iterate(Object const& program, Object const& pattern, Object const& string, Object const& pos,
                       Object const& endpos) {
  Ref<ProgramObject> const checked = PASS(program_argument(program));
  return Object::adopt(new MatchesObject(checked, pattern, PASS(subject_of(*checked, string, pos, endpos))));
}

Result<Object> split(Object const& program, Object const& string, Object const& limit) {
  Ref<ProgramObject> const checked = PASS(program_argument(program));
  std::int64_t const most = PASS(limit_argument(limit));
  Subject const subject = PASS(subject_of(*checked, string));
  auto parts = List<Object>::of();
  Matches matches(0);
  Places places;
  std::size_t last = 0;
  for (std::int64_t count = 0; most == 0 || count < most; ++count) {
    bool const found = PASS(matches.next(*checked, subject, places));
    if (!found) break;
    parts.append(text_between(subject.text, last, places[0]));
    for (std::size_t number = 1; number < places.size() / 2; ++number)
      parts.append(group_text(subject.text, places, number, None));
    last = places[1];
  }
  parts.append(text_between(subject.text, last, subject.end));
  return parts;
}

Result<Object> substitute(Object const& program, Object const& pattern, Object const& string, Object const& item,
                          Object const& limit) {
  Ref<ProgramObject> const checked = PASS(program_argument(program));
  std::int64_t const most = PASS(limit_argument(limit));
  Subject const subject = PASS(subject_of(*checked, string));
  Substitution substitution(checked, pattern, subject);
  if (most >= 0) {
    if (is_str(item) && checked->is_text)
      PASS(substitution.by_text(static_cast<Str const&>(item), most));
    else
      PASS(substitution.by_parts(item, most));
  }
  return substitution.result();
}

}  // namespace aiocc::_pcre
