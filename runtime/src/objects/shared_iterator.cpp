// The sources of lazy iterators as objects, for `__reduce__`.
#include "shared_iterator.hpp"

#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"
#include "core.hpp"
#include "sequence.hpp"

namespace aiocc::detail {

namespace {

struct SourceVisitor : Visitor {
  SourceVisitor()
      : Visitor(
            [](Visitor& self, HeapObject* part) { static_cast<SourceVisitor&>(self).source = Object::share(part); }) {}
  Object source;
};

/// An iterator over what's left of a list, tuple or range; of an exhausted one, over nothing.
Result<Object> iterator_of_rest(Object const& source, Iteration rest) {
  std::int64_t left = 0;
  Object item;
  while (PASS(rest.next(item))) ++left;
  if (left == 0) return get_iter(make_tuple({}));
  Object iterator = PASS(get_iter(source));
  for (std::int64_t passed = PASS(operators::length(source)) - left; passed > 0; --passed) PASS(next(iterator, item));
  return iterator;
}

}  // namespace

Result<Object> shared_iterator(Iteration& source) {
  SourceVisitor visit;
  source.traverse(visit);
  if (!visit.source.bound()) return get_iter(make_tuple({}));
  if (ready_type(visit.source)->slots.next) return visit.source;
  Object iterator = PASS(iterator_of_rest(visit.source, source));
  source = PASS(iterate(iterator));
  return iterator;
}

Result<Object> shared_iterators(Object const& first, std::vector<Iteration>& sources) {
  std::vector<Object> parts;
  if (first.bound()) parts.push_back(first);
  for (Iteration& source : sources) parts.push_back(PASS(shared_iterator(source)));
  return aiocc::make_tuple(parts);
}

}  // namespace aiocc::detail
