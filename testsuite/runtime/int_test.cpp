// The representation of ints: canonical words, overflow from small to big and back.
#include <gtest/gtest.h>

#include <aiocc/aiocc.hpp>

using namespace aiocc;

namespace {

std::string text(Int const& value) { return value.to_str().value().utf8(); }

}  // namespace

TEST(Int, SmallValuesAreInline) {
  EXPECT_TRUE(Int(Int::small_max).is_small_int());
  EXPECT_TRUE(Int(Int::small_min).is_small_int());
  EXPECT_FALSE(Int(INT64_MAX).is_small_int());
  EXPECT_FALSE(Int(INT64_MIN).is_small_int());
  EXPECT_EQ(text(Int(INT64_MIN)), "-9223372036854775808");
  EXPECT_EQ(text(Int::from_unsigned(UINT64_MAX)), "18446744073709551615");
}

TEST(Int, ArithmeticCrossesTheBorderBothWays) {
  Int top(Int::small_max), bottom(Int::small_min);
  EXPECT_EQ(text(top + Int(1)), "4611686018427387904");
  EXPECT_TRUE((top + Int(1) - Int(1)).is(top));
  EXPECT_EQ(text(bottom - Int(1)), "-4611686018427387905");
  EXPECT_TRUE((bottom - Int(1) + Int(1)).is(bottom));
  EXPECT_EQ(text(-bottom), "4611686018427387904");
  EXPECT_TRUE((-(-bottom)).is(bottom));
  EXPECT_EQ(text(top * top), "21267647932558653957237540927630737409");
  EXPECT_TRUE(floor_divide(top * top, top).value().is(top));
  EXPECT_TRUE((~~bottom).is(bottom));
  EXPECT_EQ(text(floor_divide(bottom, Int(-1)).value()), "4611686018427387904");
}

TEST(Int, ConvertsToMachineIntegers) {
  std::int64_t value = 0;
  EXPECT_TRUE(Int(INT64_MAX).to_int64(value));
  EXPECT_EQ(value, INT64_MAX);
  EXPECT_FALSE(int_literal("9223372036854775808").to_int64(value));
  EXPECT_EQ(int_literal("9223372036854775808").clamped(), INT64_MAX);
  EXPECT_EQ(int_literal("-99999999999999999999").clamped(), INT64_MIN);
}

TEST(Int, HashesAsCPython) {
  EXPECT_EQ(Int(-1).hash(), -2);
  EXPECT_EQ(Int((std::int64_t{1} << 61) - 1).hash(), 0);
  EXPECT_EQ(Int(-((std::int64_t{1} << 61) - 1)).hash(), 0);
  EXPECT_EQ(int_literal("1000000000000000000000000000000").hash(), 465258685558744706);
}

TEST(Float, BoxesAndUnboxes) {
  Object boxed = box(1.5);
  EXPECT_TRUE(is_float(boxed));
  EXPECT_EQ(float_value(boxed), 1.5);
}

TEST(Bool, IsOneOfTwoObjects) {
  EXPECT_TRUE(box(true).is(True));
  EXPECT_TRUE(box(false).is(False));
  EXPECT_TRUE(is_instance(True, int_type));
}
