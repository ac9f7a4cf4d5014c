// A stable merge sort that finds runs, as CPython's listsort.txt describes it: up to 63 items, it makes the very comparisons that
// CPython makes. `less(a, b)` gives Result<bool>; when it raises, the items are still all there, in some order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "aiocc/objects/result.hpp"

namespace aiocc::detail {

template <class Item, class Less>
class MergeSort {
 public:
  MergeSort(Item* items, std::size_t count, Less less) : items_(items), count_(count), less_(less) {}

  Result<void> run() {
    if (count_ < 2) return {};
    std::size_t least = least_run(count_);
    for (std::size_t start = 0; start < count_;) {
      std::size_t left = count_ - start;
      std::size_t length = PASS(find_run(items_ + start, left));
      if (length < least) {
        std::size_t wanted = std::min(least, left);
        PASS(insert_rest(items_ + start, length, wanted));
        length = wanted;
      }
      runs_.push_back({start, length});
      start += length;
      PASS(restore_balance());
    }
    while (runs_.size() > 1) PASS(merge_at(runs_.size() - 2));
    return {};
  }

 private:
  struct Run {
    std::size_t start;
    std::size_t length;
  };

  // 32 to 64, so that count / least_run is just below a power of two; small inputs are one run.
  static std::size_t least_run(std::size_t count) noexcept {
    std::size_t remainder = 0;
    while (count >= 64) {
      remainder |= count & 1;
      count >>= 1;
    }
    return count + remainder;
  }

  // Length of the run that begins at `items`, made ascending. A run that descends may have groups of equal items,
  // which keep their order.
  Result<std::size_t> find_run(Item* items, std::size_t limit) {
    std::size_t length = PASS(ascend(items, 1, limit));
    if (length == limit) return length;
    if (length > 1) {
      if (PASS(less_(items[0], items[length - 1]))) return length;
      std::reverse(items, items + length);
    }
    length = PASS(descend(items, length + 1, limit));
    std::reverse(items, items + length);
    return ascend(items, length, limit);
  }

  Result<std::size_t> ascend(Item* items, std::size_t from, std::size_t limit) {
    while (from < limit && !PASS(less_(items[from], items[from - 1]))) ++from;
    return from;
  }

  Result<std::size_t> descend(Item* items, std::size_t from, std::size_t limit) {
    std::size_t equal = 0;
    auto turn_equal = [&] {
      if (equal > 0) std::reverse(items + from - equal - 1, items + from);
      equal = 0;
    };
    for (; from < limit; ++from) {
      if (PASS(less_(items[from], items[from - 1])))
        turn_equal();
      else if (PASS(less_(items[from - 1], items[from])))
        break;
      else
        ++equal;
    }
    turn_equal();
    return from;
  }

  // Binary insertion of items[sorted...count) into the sorted ones.
  Result<void> insert_rest(Item* items, std::size_t sorted, std::size_t count) {
    for (; sorted < count; ++sorted) {
      Item pivot = items[sorted];
      std::size_t low = 0;
      std::size_t high = sorted;
      while (low < high) {
        std::size_t middle = (low + high) / 2;
        if (PASS(less_(pivot, items[middle])))
          high = middle;
        else
          low = middle + 1;
      }
      std::copy_backward(items + low, items + sorted, items + sorted + 1);
      items[low] = pivot;
    }
    return {};
  }

  // Keeps the lengths of the pending runs decreasing fast enough that merges stay balanced.
  Result<void> restore_balance() {
    while (runs_.size() > 1) {
      std::size_t last = runs_.size() - 1;
      bool unbalanced = (last >= 2 && runs_[last - 2].length <= runs_[last - 1].length + runs_[last].length) ||
                        (last >= 3 && runs_[last - 3].length <= runs_[last - 2].length + runs_[last - 1].length);
      if (unbalanced)
        PASS(merge_at(runs_[last - 2].length < runs_[last].length ? last - 2 : last - 1));
      else if (runs_[last - 1].length <= runs_[last].length)
        PASS(merge_at(last - 1));
      else
        break;
    }
    return {};
  }

  Result<void> merge_at(std::size_t index) {
    Run left = runs_[index];
    Run right = runs_[index + 1];
    runs_[index].length += right.length;
    runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(index) + 1);
    return merge(items_ + left.start, left.length, right.length);
  }

  Result<void> merge(Item* items, std::size_t left_count, std::size_t right_count) {
    Item* middle = items + left_count;
    if (!PASS(less_(*middle, middle[-1]))) return {};
    scratch_.assign(items, middle);
    Item const* left = scratch_.data();
    Item const* left_end = left + left_count;
    Item* right = middle;
    Item* right_end = middle + right_count;
    Item* out = items;
    while (left < left_end && right < right_end) {
      Result<bool> right_first = less_(*right, *left);
      if (!right_first) {
        // What is left in the scratch space fills the gap exactly.
        std::copy(left, left_end, out);
        return raised;
      }
      *out++ = right_first.value() ? *right++ : *left++;
    }
    std::copy(left, left_end, out);
    return {};
  }

  Item* items_;
  std::size_t count_;
  Less less_;
  std::vector<Run> runs_;
  std::vector<Item> scratch_;
};

template <class Item, class Less>
Result<void> merge_sort(Item* items, std::size_t count, Less less) {
  return MergeSort<Item, Less>(items, count, less).run();
}

}  // namespace aiocc::detail
