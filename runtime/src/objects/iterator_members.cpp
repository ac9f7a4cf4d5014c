// Members of the built-in types' iterators.
#include "iterator_members.hpp"

#include <string>
#include <vector>

#include "aiocc/natives.hpp"
#include "aiocc/objects/function.hpp"
#include "convert_arguments.hpp"

namespace aiocc::detail {
namespace {

constexpr char const* parameters[] = {"self", "state"};

/// What a table consists of. Types live as long as the program.
struct Members {
  std::vector<std::string> names;
  std::vector<NativeFunction> functions;
  std::vector<Member> members;
  MemberTable table;
};

/// The name without its module.
std::string_view short_name(Type const& type) {
  std::string_view const name = type.name;
  return name.substr(name.rfind('.') + 1);
}

}  // namespace

MemberTable const& make_iterator_members(Type& type, IteratorMethods const& methods) {
  struct Row {
    char const* name;
    NativeBody body;
    std::uint16_t parameters;
  };
  Row const rows[] = {{"__length_hint__", methods.length_hint, 1},
                      {"__reduce__", methods.reduce, 1},
                      {"__setstate__", methods.set_state, 2}};
  auto* const made = new Members;
  made->names.reserve(std::size(rows));
  made->functions.reserve(std::size(rows));
  for (Row const& row : rows) {
    if (!row.body) continue;
    made->names.push_back(std::string(short_name(type)) + "." + row.name);
    made->functions.push_back({{parameters, row.parameters, row.parameters, 0, false, false},
                               {nullptr, row.name, made->names.back().c_str(), 0, nullptr, type.module_name},
                               row.body,
                               &type,
                               0,
                               Wording::C});
    made->members.push_back(
        {.name = row.name, .kind = MemberKind::Method, .function = &made->functions.back(), .type = &type});
  }
  made->table = {type.module_name, &type, made->members.data(), made->members.size()};
  return made->table;
}

Object iter_function() { return native_function(natives::builtins::iter); }

Object reduction_at(Object const& function, Object const& source, std::int64_t position, Object const& empty) {
  if (!source.bound()) return pack_tuple(iter_function(), pack_tuple(empty));
  return pack_tuple(function, pack_tuple(source), Int(position));
}

Object reduction_of_rest(Object const& list) { return pack_tuple(iter_function(), pack_tuple(list)); }

Result<std::int64_t> position_of_state(Object const& state) {
  if (!is_instance(state, int_type)) return raise_error(type_error_type, "an integer is required");
  return ssize_argument(state);
}

}  // namespace aiocc::detail
