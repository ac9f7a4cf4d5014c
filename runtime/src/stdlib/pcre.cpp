// Programs of regular expressions: which of PCRE2's libraries a subject needs, and matches as tuples of places.
#include "aiocc/stdlib/pcre.hpp"

#include <optional>
#include <vector>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/tuple.hpp"
#include "pcre_machine.hpp"

namespace aiocc::_pcre {

namespace {

extern Type program_type;

struct ProgramObject : HeapObject {
  ProgramObject(Object narrow, Object make_wide, std::uint32_t compile_options)
      : HeapObject(&program_type),
        narrow_pattern(std::move(narrow)),
        widen(std::move(make_wide)),
        options(compile_options) {}

  /// None where only the wide library will do.
  Object narrow_pattern;
  Object widen;
  Object wide_pattern;
  std::uint32_t options;
  Machine<Narrow> narrow;
  Machine<Wide> wide;
};

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

Object tuple_of(std::span<std::size_t const> places) {
  TupleObject* tuple = make_tuple_object(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    tuple->items()[i] = Int(places[i] == PCRE2_UNSET ? std::int64_t{-1} : static_cast<std::int64_t>(places[i]));
  return Object::adopt(tuple);
}

/// What a program is run on: the part of a subject between two places.
struct Part {
  std::size_t start;
  std::size_t end;
};

template <class Library>
Result<Object> match_with(Machine<Library>& machine, Mode mode, std::span<typename Library::Unit const> units,
                          Part part, bool must_advance) {
  bool const found = PASS(machine.run(mode, units.first(part.end), part.start, must_advance));
  return found ? tuple_of(machine.places()) : None;
}

/// An empty match may stand right behind another match, but not where an empty one was.
template <class Library>
Result<Object> scan_with(Machine<Library>& machine, std::span<typename Library::Unit const> units, Part part,
                         std::int64_t limit) {
  auto matches = List<Object>::of();
  bool must_advance = false;
  for (std::size_t start = part.start; limit == 0 || matches.words().size() < static_cast<std::size_t>(limit);) {
    bool const found = PASS(machine.run(Mode::Search, units.first(part.end), start, must_advance));
    if (!found) break;
    std::span<std::size_t const> const places = machine.places();
    matches.append(tuple_of(places));
    must_advance = places[0] == places[1];
    start = places[1];
  }
  return matches;
}

Result<Ref<ProgramObject>> program_argument(Object const& program) {
  if (!is_instance(program, program_type)) return raise_error(type_error_type, "a program is wanted");
  return word_cast<Ref<ProgramObject>>(program);
}

Part part_of(Int const& start, Int const& end) {
  return {static_cast<std::size_t>(start.small()), static_cast<std::size_t>(end.small())};
}

}  // namespace

Result<Object> compile(Object const& narrow, Str const& options, Object const& widen) {
  std::uint32_t bits = PCRE2_ALT_CIRCUMFLEX;
  for (char const letter : options.utf8()) {
    if (letter == 'i') bits |= PCRE2_CASELESS;
    if (letter == 'm') bits |= PCRE2_MULTILINE;
    if (letter == 's') bits |= PCRE2_DOTALL;
    if (letter == 'u') bits |= PCRE2_UCP;
  }
  return Object::adopt(new ProgramObject(narrow, widen, bits));
}

Result<Object> match(Object const& program, Object const& subject, Int const& start, Int const& end, Int const& mode,
                     bool must_advance) {
  auto const kind = static_cast<Mode>(mode.small());
  Ref<ProgramObject> const checked = PASS(program_argument(program));
  if (is_narrow(subject) && prepare_narrow(*checked, kind))
    return match_with(checked->narrow, kind, narrow_units(subject), part_of(start, end), must_advance);
  PASS(prepare_wide(*checked, kind));
  return match_with(checked->wide, kind, wide_units(subject), part_of(start, end), must_advance);
}

Result<Object> scan(Object const& program, Object const& subject, Int const& start, Int const& end, Int const& limit) {
  Ref<ProgramObject> const checked = PASS(program_argument(program));
  if (is_narrow(subject) && prepare_narrow(*checked, Mode::Search))
    return scan_with(checked->narrow, narrow_units(subject), part_of(start, end), limit.small());
  PASS(prepare_wide(*checked, Mode::Search));
  return scan_with(checked->wide, wide_units(subject), part_of(start, end), limit.small());
}

}  // namespace aiocc::_pcre
