// The calls that made objects: kept beside them, since only debug mode has any.
#include "aiocc/core/creation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "aiocc/core/activation.hpp"
#include "aiocc/core/event_loop.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::detail {

constinit bool creations_noted = false;
constinit std::int64_t coroutine_origin_depth = 0;

namespace {

/// How many of asyncio's own frames stand between `asyncio.run` and a task's coroutine: they count, though they aren't shown.
constexpr std::int64_t loop_frames = 6;

struct Creation {
  /// Outermost first.
  std::vector<Span const*> calls;
  char const* library_place;
};

std::unordered_map<HeapObject const*, Creation>& creations() {
  static auto& map = *new std::unordered_map<HeapObject const*, Creation>;
  return map;
}

/// The running functions, innermost first, up to the coroutine that the task is in: who awaits that isn't known.
std::vector<Span const*> running_calls() {
  std::vector<Span const*> calls;
  Activation const* activation = state.activation;
  for (Span const* position = state.position; position;) {
    calls.push_back(position);
    if (!activation || activation->code != position->code) break;
    position = activation->caller;
    activation = activation->outer;
  }
  return calls;
}

std::string_view unindented_line(Span const* call) noexcept {
  std::string_view line = call->text_of(call->line);
  line.remove_prefix(std::min(line.find_first_not_of(" \t\f"), line.size()));
  return line;
}

Creation const* find_creation(HeapObject const* object) {
  auto const found = creations().find(object);
  return found == creations().end() ? nullptr : &found->second;
}

}  // namespace

void note_creation(HeapObject const* object, char const* library_place, std::int64_t most) noexcept {
  std::vector<Span const*> calls = running_calls();
  std::int64_t hidden = library_place ? 1 : 0;
  if (state.loop && object != state.loop) {
    // The loop's own creation is the call that runs it.
    if (Creation const* const run = find_creation(state.loop)) {
      hidden += loop_frames;
      calls.insert(calls.end(), run->calls.rbegin(), run->calls.rend());
    }
  }
  calls.resize(std::min(calls.size(), static_cast<std::size_t>(std::max<std::int64_t>(most - hidden, 1))));
  std::ranges::reverse(calls);
  creations_noted = true;
  creations()[object] = {std::move(calls), library_place};
}

void forget_creation(HeapObject const* object) noexcept { creations().erase(object); }

std::string created_at(HeapObject const* object) {
  Creation const* const creation = creations_noted ? find_creation(object) : nullptr;
  if (!creation) return {};
  if (creation->library_place) return " created at " + library_place(creation->library_place);
  if (creation->calls.empty()) return {};
  Span const* const innermost = creation->calls.back();
  return fmt::format(" created at {}:{}", innermost->code->file, innermost->line);
}

std::string creation_stack(HeapObject const* object) {
  Creation const* const creation = creations_noted ? find_creation(object) : nullptr;
  std::string text;
  if (!creation) return text;
  for (Span const* call : creation->calls) {
    text += fmt::format("  File \"{}\", line {}, in {}\n", call->code->file, call->line, call->code->name);
    if (std::string_view const line = unindented_line(call); !line.empty()) text += fmt::format("    {}\n", line);
  }
  return text;
}

Object creation_entries(HeapObject const* object) {
  Creation const* const creation = creations_noted ? find_creation(object) : nullptr;
  if (!creation) return None;
  List<Object> const entries = List<Object>::of();
  for (Span const* call : creation->calls)
    entries.append(pack_tuple(Str::from_utf8(call->code->file), Int(std::int64_t{call->line}),
                              Str::from_utf8(call->code->name), Str::from_utf8(unindented_line(call))));
  return entries;
}

Object creation_calls(HeapObject const* object) {
  Creation const* const creation = creations_noted ? find_creation(object) : nullptr;
  if (!creation) return None;
  std::vector<Object> calls;
  for (Span const* call : creation->calls)
    calls.insert(calls.begin(), pack_tuple(Str::from_utf8(call->code->file), Int(std::int64_t{call->line}),
                                           Str::from_utf8(call->code->name)));
  return aiocc::make_tuple(calls);
}

}  // namespace aiocc::detail
