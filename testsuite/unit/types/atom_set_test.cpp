// Sets of atoms, small ones and others.
#include "types/atom_set.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace aiocc::types {
namespace {

AtomSet set_of(std::vector<AtomId> const& ids) {
  AtomSet set;
  for (AtomId id : ids) set.insert(id);
  return set;
}

std::vector<AtomId> items_of(AtomSet const& set) { return {set.begin(), set.end()}; }

TEST(AtomSet, IsInOrderWithoutRepetitions) {
  AtomSet set;
  EXPECT_TRUE(set.empty());
  for (AtomId id : {5, 1, 9, 3, 7}) EXPECT_TRUE(set.insert(id));
  for (AtomId id : {5, 1, 9, 3, 7}) EXPECT_FALSE(set.insert(id));
  EXPECT_EQ(items_of(set), (std::vector<AtomId>{1, 3, 5, 7, 9}));
  EXPECT_EQ(set[1], 3u);
}

TEST(AtomSet, IsCopiedAndMoved) {
  for (std::vector<AtomId> const& ids : {std::vector<AtomId>{}, {4}, {4, 6}, {2, 4, 6}, {1, 2, 3, 4, 5, 6, 7, 8}}) {
    AtomSet const original = set_of(ids);
    AtomSet copy = original;
    AtomSet assigned = set_of({10, 20, 30});
    assigned = copy;
    AtomSet const moved = std::move(copy);
    EXPECT_EQ(items_of(moved), ids);
    EXPECT_TRUE(assigned == original);
    assigned.insert(100);
    EXPECT_FALSE(assigned == original);
  }
}

TEST(AtomSet, LosesWhatIsErased) {
  AtomSet set = set_of({1, 2, 3, 4, 5});
  set.erase_if([](AtomId id) { return id % 2 == 1; });
  EXPECT_EQ(items_of(set), (std::vector<AtomId>{2, 4}));
}

}  // namespace
}  // namespace aiocc::types
