// Programs of regular expressions: which of PCRE2's libraries a subject needs, and where they match in it.
#include "aiocc/stdlib/pcre.hpp"

#include <vector>

#include "../objects/held_bytes.hpp"
#include "../objects/sequence.hpp"
#include "../objects/text.hpp"
#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/tuple.hpp"
#include "pcre_program.hpp"

namespace aiocc::_pcre {

namespace {

constinit Type program_type("_pcre.Program", &object_type, sizeof(ProgramObject),
                            {.dealloc = aiocc::detail::dealloc_object<ProgramObject>}, "_pcre");

std::span<std::uint8_t const> narrow_units(Object const& text) {
  if (is_any_bytes(text)) {
    std::string_view const bytes = static_cast<Bytes const&>(text).view();
    return {reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()};
  }
  auto const* str = text.as<StrObject>();
  return {str->units(), static_cast<std::size_t>(str->length)};
}

bool is_narrow(Object const& text) { return is_any_bytes(text) || text.as<StrObject>()->width == 1; }

std::vector<std::uint32_t> widened(Object const& text) {
  std::vector<std::uint32_t> units;
  auto append = [&](auto const* from, std::size_t count) { units.assign(from, from + count); };
  if (is_narrow(text)) {
    std::span<std::uint8_t const> const narrow = narrow_units(text);
    append(narrow.data(), narrow.size());
  } else if (auto const* str = text.as<StrObject>(); str->width == 2) {
    append(str->units<char16_t>(), static_cast<std::size_t>(str->length));
  } else {
    append(str->units<char32_t>(), static_cast<std::size_t>(str->length));
  }
  return units;
}

/// The text in 32 bits a unit. What had to be copied is kept until the next text: programs match again and again in the same one.
std::span<std::uint32_t const> wide_units(Object const& text) {
  if (!is_narrow(text) && text.as<StrObject>()->width == 4)
    return {reinterpret_cast<std::uint32_t const*>(text.as<StrObject>()->units<char32_t>()),
            static_cast<std::size_t>(text.as<StrObject>()->length)};
  struct Kept {
    Object text;
    std::vector<std::uint32_t> units;
  };
  static auto& kept = *new Kept;
  if (!kept.text.is(text)) kept = {text, widened(text)};
  return kept.units;
}

/// Compiles for narrow subjects, if that can be; the library for wide ones takes larger patterns.
bool prepare_narrow(ProgramObject& program, Mode mode) {
  if (program.narrow.is_prepared(mode)) return true;
  if (program.narrow_pattern.is(None)) return false;
  if (program.narrow.prepare(mode, narrow_units(program.narrow_pattern), program.options) == 0) return true;
  program.narrow_pattern = None;
  return false;
}

Result<void> prepare_wide(ProgramObject& program, Mode mode) {
  if (program.wide.is_prepared(mode)) return {};
  if (!program.wide_pattern.bound()) program.wide_pattern = PASS(call(program.widen));
  std::vector<std::uint32_t> const pattern = widened(program.wide_pattern);
  int const error = program.wide.prepare(mode, pattern, program.options);
  if (error == 0) return {};
  return raise_error(runtime_error_type, "aiocc: PCRE2 can't compile the pattern: " + message_of(error));
}

std::uint32_t options_of(Str const& letters) {
  std::uint32_t bits = PCRE2_ALT_CIRCUMFLEX;
  for (char const letter : letters.utf8()) {
    if (letter == 'i') bits |= PCRE2_CASELESS;
    if (letter == 'm') bits |= PCRE2_MULTILINE;
    if (letter == 's') bits |= PCRE2_DOTALL;
    if (letter == 'u') bits |= PCRE2_UCP;
  }
  return bits;
}

/// A copy of what shows bytes.
Result<Object> bytes_of(Object const& string) {
  Result<Object> view = call(box(memoryview_type), string);
  if (view && aiocc::detail::has_plain_buffer(view.value())) return call(box(bytes_type), view.value());
  if (!view) {
    if (!error_is(type_error_type)) return raised;
    take_error();
  }
  return raise_error(type_error_type,
                     std::string("expected string or bytes-like object, got '") + type_of(string)->name + "'");
}

Result<Object> text_of(ProgramObject const& program, Object const& string) {
  if (is_any_str(string)) {
    if (program.is_text) return aiocc::detail::exact_str(string);
    return raise_error(type_error_type, "cannot use a bytes pattern on a string-like object");
  }
  Object text = type_of(string) == &bytes_type ? string : PASS(bytes_of(string));
  if (!program.is_text) return text;
  return raise_error(type_error_type, "cannot use a string pattern on a bytes-like object");
}

std::size_t length_of(Object const& text) {
  return is_any_bytes(text) ? static_cast<Bytes const&>(text).view().size()
                            : static_cast<std::size_t>(text.as<StrObject>()->length);
}

Result<std::size_t> place_argument(Object const& value, std::size_t length) {
  Int const number = PASS(operators::index(value));
  // sys.maxsize is no small int.
  std::int64_t place;
  if (!number.to_int64(place)) return raise_error(overflow_error_type, "Python int too large to convert to C ssize_t");
  return static_cast<std::size_t>(std::clamp<std::int64_t>(place, 0, static_cast<std::int64_t>(length)));
}

}  // namespace

ProgramObject::ProgramObject() : HeapObject(&program_type) {}

Result<Ref<ProgramObject>> program_argument(Object const& program) {
  if (!is_instance(program, program_type)) return raise_error(type_error_type, "a program is wanted");
  return word_cast<Ref<ProgramObject>>(program);
}

Result<Subject> subject_of(ProgramObject const& program, Object const& string) {
  Object text = PASS(text_of(program, string));
  std::size_t const length = length_of(text);
  return Subject{string, std::move(text), 0, length};
}

Result<Subject> subject_of(ProgramObject const& program, Object const& string, Object const& pos,
                           Object const& endpos) {
  Subject subject = PASS(subject_of(program, string));
  std::size_t const length = subject.end;
  subject.start = PASS(place_argument(pos, length));
  subject.end = PASS(place_argument(endpos, length));
  return subject;
}

Result<bool> run(ProgramObject& program, Subject const& subject, std::size_t place, Mode mode, bool must_advance,
                 Places& places) {
  if (place > subject.end) return false;
  if (is_narrow(subject.text) && prepare_narrow(program, mode)) {
    bool const found =
        PASS(program.narrow.run(mode, narrow_units(subject.text).first(subject.end), place, must_advance));
    places = program.narrow.places();
    return found;
  }
  PASS(prepare_wide(program, mode));
  bool const found = PASS(program.wide.run(mode, wide_units(subject.text).first(subject.end), place, must_advance));
  places = program.wide.places();
  return found;
}

Result<bool> Matches::next(ProgramObject& program, Subject const& subject, Places& places) {
  bool const found = PASS(run(program, subject, place_, Mode::Search, must_advance_, places));
  if (!found) return false;
  place_ = places[1];
  must_advance_ = places[0] == places[1];
  return true;
}

Object text_between(Object const& text, std::size_t start, std::size_t end) {
  if (!is_any_bytes(text))
    return static_cast<Str const&>(text).substring(static_cast<std::int64_t>(start), static_cast<std::int64_t>(end));
  std::string_view const bytes = static_cast<Bytes const&>(text).view();
  if (start == 0 && end == bytes.size()) return text;
  return Bytes::from(start < end ? bytes.substr(start, end - start) : std::string_view());
}

Object group_text(Object const& text, Places places, std::size_t number, Object const& otherwise) {
  if (places[2 * number] == PCRE2_UNSET) return otherwise;
  return text_between(text, places[2 * number], places[2 * number + 1]);
}

Object empty_like(Object const& text) { return is_any_bytes(text) ? Object(Bytes::from("")) : Object(""_s); }

Result<Object> compile(Object const& narrow, Str const& options, Object const& widen, Object const& names,
                       Object const& closed) {
  auto const program = Ref<ProgramObject>::adopt(new ProgramObject);
  program->narrow_pattern = narrow;
  program->widen = widen;
  program->options = options_of(options);
  program->is_text = options.utf8().find('t') != std::string::npos;
  program->names = names;
  PASS(aiocc::detail::for_each(closed, [&](Object const& pair) -> Result<bool> {
    Object parts[2];
    PASS(unpack(pair, 2, parts));
    program->closed.push_back({static_cast<std::size_t>(parts[0].small()), parts[1].is(True)});
    return true;
  }));
  return program;
}

}  // namespace aiocc::_pcre
