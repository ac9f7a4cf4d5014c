// Tuples whose items have names.
#include "aiocc/objects/struct_sequence.hpp"

#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str_builder.hpp"

namespace aiocc {

Object make_struct_sequence(Type& type, std::span<Object const> items) {
  Object tuple = Object::adopt(make_tuple_object(items.size()));
  std::copy(items.begin(), items.end(), tuple.as<TupleObject>()->items());
  tuple.heap()->type = &type;
  return tuple;
}

Result<Object> detail::repr_struct_sequence(Object const& self, char const* name, std::span<char const* const> fields) {
  StrBuilder builder;
  builder.append_ascii(name);
  builder.append('(');
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) builder.append_ascii(", ");
    builder.append_ascii(fields[i]);
    builder.append('=');
    builder.append(PASS(operators::repr(self.as<TupleObject>()->items()[i])));
  }
  builder.append(')');
  return builder.finish();
}

}  // namespace aiocc
