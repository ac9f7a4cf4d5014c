// Numbers that are ints or floats: what operations on them give, and their order.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "objects.hpp"

using namespace aiocc;
using namespace aiocc::testing;

namespace {

Int const huge = int_literal("1" + std::string(400, '0'));

}  // namespace

TEST(IntOrFloat, KeepsIntsWhereBothAre) {
  EXPECT_EQ(text(operators::add(IntOrFloat(1), Int(2))), "3");
  EXPECT_EQ(text(operators::add(Int(1), IntOrFloat(0.5))), "1.5");
  EXPECT_EQ(text(operators::add(IntOrFloat(1), 2.0)), "3.0");
  EXPECT_EQ(text(operators::subtract(IntOrFloat(1), IntOrFloat(2))), "-1");
  EXPECT_EQ(text(operators::multiply(IntOrFloat(huge), IntOrFloat(0))), "0");
  EXPECT_EQ(text(operators::floor_divide(IntOrFloat(-7), Int(2))), "-4");
  EXPECT_EQ(text(operators::modulo(IntOrFloat(-7.5), Int(2))), "0.5");
  EXPECT_EQ(text(operators::true_divide(IntOrFloat(7), Int(2))), "3.5");
  EXPECT_EQ(text(box(-IntOrFloat(0.0))), "-0.0");
  EXPECT_EQ(text(box(-IntOrFloat(0))), "0");
}

TEST(IntOrFloat, RaisesWhatTheOperandsDo) {
  EXPECT_EQ(text(operators::true_divide(IntOrFloat(1), Int(0))), "ZeroDivisionError: division by zero");
  EXPECT_EQ(text(operators::true_divide(IntOrFloat(1.0), Int(0))), "ZeroDivisionError: float division by zero");
  EXPECT_EQ(text(operators::modulo(IntOrFloat(1), IntOrFloat(0))), "ZeroDivisionError: integer modulo by zero");
  EXPECT_EQ(text(operators::floor_divide(IntOrFloat(1), 0.0)), "ZeroDivisionError: float floor division by zero");
  EXPECT_EQ(text(operators::add(IntOrFloat(huge), 1.0)), "OverflowError: int too large to convert to float");
}

TEST(IntOrFloat, IsOrderedExactly) {
  EXPECT_TRUE(IntOrFloat(1) == 1.0);
  EXPECT_TRUE(IntOrFloat(1) < 1.5);
  EXPECT_TRUE(IntOrFloat(2.5) > Int(2));
  EXPECT_TRUE(IntOrFloat(huge) > std::numeric_limits<double>::max());
  EXPECT_TRUE(IntOrFloat(huge) < std::numeric_limits<double>::infinity());
  // 2**53 + 1 has no float of its own.
  EXPECT_TRUE(IntOrFloat(Int((std::int64_t{1} << 53) + 1)) > 0x1p53);
  EXPECT_TRUE(IntOrFloat(0x1p53) < Int((std::int64_t{1} << 53) + 1));
  for (IntOrFloat const& other : {IntOrFloat(1), IntOrFloat(1.0), IntOrFloat(std::nan(""))}) {
    IntOrFloat const nan = std::nan("");
    EXPECT_FALSE(nan == other || nan < other || nan > other || nan <= other || nan >= other);
    EXPECT_TRUE(nan != other);
  }
}

TEST(IntOrFloat, IsMadeOfObjectsAndBack) {
  EXPECT_EQ(text(to_object<IntOrFloat>(from_object<IntOrFloat>(box(2.5)))), "2.5");
  EXPECT_EQ(text(to_object<IntOrFloat>(from_object<IntOrFloat>(huge))), text(huge));
  EXPECT_TRUE(holds<IntOrFloat>(Int(1)) && holds<IntOrFloat>(box(1.0)));
  EXPECT_FALSE(holds<IntOrFloat>(True) || holds<IntOrFloat>(None));
}
