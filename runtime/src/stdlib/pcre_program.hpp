// Programs of regular expressions, what they look at, and where they match.
#pragma once

#include <span>
#include <vector>

#include "aiocc/objects/str.hpp"
#include "pcre_machine.hpp"

namespace aiocc::_pcre {

/// A group as its end comes: one in a lookaround ends where that stands, whatever its place in the text.
struct ClosedGroup {
  std::size_t number;
  bool is_apart;
};

struct ProgramObject : HeapObject {
  ProgramObject();

  /// None where only the wide library will do.
  Object narrow_pattern;
  Object widen;
  Object wide_pattern;
  std::uint32_t options = 0;
  /// Subjects are strs, not bytes.
  bool is_text = false;
  /// A dict of groups' numbers.
  Object names;
  std::vector<ClosedGroup> closed;
  Machine<Narrow> narrow;
  Machine<Wide> wide;
};

/// What a program looks at: the string that it was given, as plain str or bytes, between two places.
struct Subject {
  Object string;
  Object text;
  std::size_t start = 0;
  std::size_t end = 0;
};

/// Starts and ends of a match and its groups; PCRE2_UNSET for groups that took no part.
using Places = std::span<std::size_t const>;

Result<Ref<ProgramObject>> program_argument(Object const& program);
/// TypeErrors for what isn't a str, or not like bytes.
Result<Subject> subject_of(ProgramObject const& program, Object const& string, Object const& pos, Object const& endpos);
/// All of it.
Result<Subject> subject_of(ProgramObject const& program, Object const& string);

/// Whether the program matches from `place` on; the places are good until the program runs again.
Result<bool> run(ProgramObject& program, Subject const& subject, std::size_t place, Mode mode, bool must_advance,
                 Places& places);

/// Goes from match to match. An empty one may stand right behind another match, but not where an empty one was.
class Matches {
 public:
  explicit Matches(std::size_t start) noexcept : place_(start) {}
  Result<bool> next(ProgramObject& program, Subject const& subject, Places& places);

 private:
  std::size_t place_;
  bool must_advance_ = false;
};

Object text_between(Object const& text, std::size_t start, std::size_t end);
/// The text of a group, or `otherwise` if it took no part.
Object group_text(Object const& text, Places places, std::size_t number, Object const& otherwise);
/// "" or b"".
Object empty_like(Object const& text);

Object make_match(Ref<ProgramObject> const& program, Object const& pattern, Subject const& subject, Places places);

}  // namespace aiocc::_pcre
