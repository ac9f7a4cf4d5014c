// Iteration over any object: the iterator protocol, the cursor that `for` loops use, and unpacking.
#pragma once

#include "aiocc/objects/list.hpp"
#include "aiocc/objects/range.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

/// `iter(object)`; TypeError "'x' object is not iterable".
Result<Object> get_iter(Object const& object);
/// Advances an iterator: true and the item, or false when it's exhausted.
Result<bool> next(Object const& iterator, Object& item);

/// The state of a loop over any object. Lists, tuples and ranges need no iterator object.
class Iteration {
 public:
  Iteration() = default;

  Result<bool> next(Object& item) {
    switch (kind_) {
      case Kind::List: {
        auto const* const list = source_.as<ListObject>();
        if (static_cast<std::size_t>(position_) >= list->size()) [[unlikely]]
          return finish();
        item = list->at(static_cast<std::size_t>(position_++));
        return true;
      }
      case Kind::Tuple: {
        auto tuple = source_.as<TupleObject>();
        if (static_cast<std::size_t>(position_) >= tuple->size) [[unlikely]]
          return finish();
        item = tuple->items()[position_++];
        return true;
      }
      case Kind::Range:
        if (left_ == 0) [[unlikely]]
          return finish();
        --left_;
        item = Object::small_int(position_);
        position_ += step_;
        return true;
      case Kind::Iterator: return next_of_iterator(item);
      case Kind::Finished: break;
    }
    return false;
  }
  void traverse(Visitor& visit) const { visit(source_); }

 private:
  friend Result<Iteration> iterate(Object const& iterable);
  enum class Kind : std::uint8_t { Finished, List, Tuple, Range, Iterator };

  // An exhausted loop keeps its source until it's left, but never looks at it again.
  bool finish() noexcept {
    kind_ = Kind::Finished;
    return false;
  }
  Result<bool> next_of_iterator(Object& item);
  bool start_range(RangeObject const* range) noexcept;

  Object source_;
  std::int64_t position_ = 0;
  std::int64_t step_ = 0;
  std::int64_t left_ = 0;
  Kind kind_ = Kind::Finished;
};

/// Begins a loop: `Iteration it = TRY(iterate(x), AT(1));`
Result<Iteration> iterate(Object const& iterable);

/// `a, b, c = object`: fills `targets`; ValueError unless there are exactly `count` items.
Result<void> unpack(Object const& object, std::size_t count, Object* targets);
/// `a, *b, c = object`: `before` targets, then the list, then `after` targets.
Result<void> unpack_starred(Object const& object, std::size_t before, std::size_t after, Object* targets);
/// All items, e.g. of a `*iterable` in a display. The reference is the caller's.
Result<Object> list_from(Object const& iterable);

}  // namespace aiocc
