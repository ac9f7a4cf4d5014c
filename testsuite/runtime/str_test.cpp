// The representation of strs: literals, widths, interning, growth in place, building.
#include <gtest/gtest.h>

#include <aiocc/aiocc.hpp>
#include <aiocc/objects/str_builder.hpp>

using namespace aiocc;

TEST(Str, LiteralsHaveTheLeastWidth) {
  EXPECT_EQ("abc"_s.object()->width, 1);
  EXPECT_TRUE("abc"_s.is_ascii());
  EXPECT_EQ("h\xc3\xa9llo"_s.object()->width, 1);
  EXPECT_FALSE("h\xc3\xa9llo"_s.is_ascii());
  EXPECT_EQ("\xe6\x97\xa5\xe6\x9c\xac"_s.object()->width, 2);
  EXPECT_EQ("\xf0\x9f\x98\x80!"_s.object()->width, 4);
  EXPECT_EQ("h\xc3\xa9llo"_s.length(), 5);
  EXPECT_EQ("a\0b"_s.length(), 3);
  // A lone surrogate, as three bytes.
  EXPECT_EQ("x\xed\xa0\x80"_s[1], 0xD800u);
}

TEST(Str, LiteralsAreOneObject) {
  EXPECT_TRUE("some text"_s.is("some text"_s));
  EXPECT_TRUE("a"_s.is(Str::from_utf8("a")));
  EXPECT_TRUE(""_s.is(Str::empty()));
  EXPECT_GE("some text"_s.object()->references, immortal_references);
}

TEST(Str, EqualTextsAreEqualWhateverTheirOrigin) {
  Str wide = "\xf0\x9f\x98\x80"_s + "abc"_s;
  EXPECT_EQ(wide.substring(1, 4), "abc"_s);
  EXPECT_EQ(wide.substring(1, 4).hash(), "abc"_s.hash());
  EXPECT_NE("abc"_s, "abd"_s);
  EXPECT_LT("Z"_s, "a"_s);
  EXPECT_LT("\xef\xbf\xbf"_s, "\xf0\x9f\x98\x80"_s);
  EXPECT_EQ(Str::empty().hash(), 0);
}

TEST(Str, Utf8GoesThereAndBack) {
  std::string text = "a\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80\xed\xb2\x80";
  EXPECT_EQ(Str::from_utf8(text).utf8(), text);
  EXPECT_EQ(Str::from_utf8(text).length(), 5);
  // Bytes that aren't UTF-8 become lone surrogates.
  EXPECT_EQ(Str::from_utf8("\xff")[0], 0xDCFFu);
  EXPECT_EQ(Str::from_utf8("\xc3")[0], 0xDCC3u);
  EXPECT_EQ(Str::from_utf8("\xc0\x80").length(), 2);
}

TEST(Str, InternedTextsAreTheSameWord) {
  Str first = Str::intern("an_attribute");
  EXPECT_TRUE(first.is(Str::intern("an_attribute")));
  EXPECT_TRUE(first.is(Str::intern("an_"_s + "attribute"_s)));
  EXPECT_EQ(first, Str::from_utf8("an_attribute"));
}

TEST(Str, GrowsInPlaceWhereItIsTheOnlyReference) {
  Str text = Str::from_utf8("start");
  int moves = 0;
  for (int i = 0; i < 10000; ++i) {
    StrObject* before = text.object();
    text += "x"_s;
    moves += text.object() != before;
  }
  EXPECT_EQ(text.length(), 10005);
  EXPECT_LT(moves, 100);
  Str shared = text;
  text += "y"_s;
  EXPECT_EQ(shared.length(), 10005);
  EXPECT_EQ(text.length(), 10006);
  text += text;
  EXPECT_EQ(text.length(), 20012);
}

TEST(Str, GrowthWidensAndForgetsTheHash) {
  Str text = Str::from_utf8("ab");
  text += "c"_s;
  EXPECT_EQ(text.hash(), "abc"_s.hash());
  text += "d"_s;
  EXPECT_EQ(text.hash(), "abcd"_s.hash());
  text += "\xe6\x97\xa5"_s;
  EXPECT_EQ(text, "abcd\xe6\x97\xa5"_s);
  text += "\xc3\xa9"_s;
  EXPECT_EQ(text, "abcd\xe6\x97\xa5\xc3\xa9"_s);
}

TEST(Str, InPlaceAdditionOfObjectsIsLinear) {
  Object text = Str::from_utf8("start");
  int copies = 0;
  for (int i = 0; i < 10000; ++i) {
    std::uintptr_t before = text.bits();
    text = operators::inplace_add(text, "x"_s).value();
    copies += text.bits() != before;
  }
  EXPECT_EQ(word_cast<Str>(text).length(), 10005);
  EXPECT_LT(copies, 100);
  Object other = text;
  text = operators::inplace_add(text, "y"_s).value();
  EXPECT_EQ(word_cast<Str>(other).length(), 10005);
}

TEST(StrBuilder, WidensAsNeeded) {
  StrBuilder builder(2);
  builder.append_ascii("ab");
  EXPECT_EQ(builder.length(), 2);
  builder.append(0xE9);
  builder.append("\xe6\x97\xa5!"_s, 0, 1);
  builder.append(0x1F600);
  builder.append_repeated('-', 3);
  builder.append("\xe6\x97\xa5!"_s, 1, 2);
  Str text = builder.finish();
  EXPECT_EQ(text, "ab\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80---!"_s);
  EXPECT_TRUE(builder.finish().is_empty());
}

TEST(StrBuilder, KeepsTheLeastWidth) {
  StrBuilder builder;
  builder.append(
      "\xe6\x97\xa5"
      "abc"_s,
      1, 4);
  Str text = builder.finish();
  EXPECT_EQ(text.object()->width, 1);
  EXPECT_TRUE(text.is_ascii());
  EXPECT_EQ(text, "abc"_s);
}

TEST(Bytes, LiteralsKeepTheirBytes) {
  EXPECT_EQ("a\0\xff"_b.length(), 3);
  EXPECT_EQ(("a\0\xff"_b)[2], 0xFF);
  EXPECT_EQ(repr_bytes("a\0\xff'"_b), "b\"a\\x00\\xff'\""_s);
}
