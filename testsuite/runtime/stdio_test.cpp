// The standard streams: reading lines, buffering, broken pipes, and what can't be encoded.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

#include <aiocc/aiocc.hpp>

using namespace aiocc;

namespace {

/// A stream that reads `content`.
Ref<TextStreamObject> reading(std::string_view content) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  EXPECT_EQ(write(ends[1], content.data(), content.size()), static_cast<ssize_t>(content.size()));
  close(ends[1]);
  return Ref<TextStreamObject>::adopt(new TextStreamObject(ends[0], "<test>", false, false, "strict"_s));
}

std::string next_line(Ref<TextStreamObject> const& stream) { return stream->read_line().value().utf8(); }

std::string error_text() {
  Ref<BaseException> error = take_error();
  return std::string(type_of(error)->name) + ": " + operators::str(error).value().utf8();
}

}  // namespace

TEST(TextStream, ReadsLinesWithAnyLineEnd) {
  auto stream = reading("one\ntwo\r\nthree\rfour\n\nlast");
  for (char const* line : {"one\n", "two\n", "three\n", "four\n", "\n", "last", "", ""})
    EXPECT_EQ(next_line(stream), line);
  close(stream->descriptor);
}

TEST(TextStream, ReadsLinesLongerThanItsBuffer) {
  std::string line(20000, 'x');
  auto stream = reading(line + "\nrest");
  EXPECT_EQ(next_line(stream).size(), 20001u);
  EXPECT_EQ(stream->read_all().value().utf8(), "rest");
  close(stream->descriptor);
}

TEST(TextStream, RaisesForBytesThatAreNotUtf8) {
  auto stream = reading("a\xff\n");
  EXPECT_FALSE(stream->read_line());
  EXPECT_EQ(error_text(), "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
  close(stream->descriptor);
}

TEST(TextStream, WritesWhenTheBufferIsFullOrAtTheEndOfALine) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_NONBLOCK), 0);
  auto stream = Ref<TextStreamObject>::adopt(new TextStreamObject(ends[1], "<test>", true, false, "strict"_s));
  char data[16384];
  EXPECT_TRUE(stream->write("line\n"_s));
  EXPECT_LT(read(ends[0], data, sizeof(data)), 0);
  EXPECT_TRUE(stream->flush());
  EXPECT_EQ(read(ends[0], data, sizeof(data)), 5);
  EXPECT_TRUE(stream->write(repeat("x"_s, Int(9000)).value()));
  EXPECT_EQ(read(ends[0], data, sizeof(data)), 9000);
  stream->line_buffered = true;
  EXPECT_TRUE(stream->write("no end"_s));
  EXPECT_LT(read(ends[0], data, sizeof(data)), 0);
  EXPECT_TRUE(stream->write(" yet\n"_s));
  EXPECT_EQ(read(ends[0], data, sizeof(data)), 11);
  close(ends[0]);
  close(ends[1]);
}

TEST(TextStream, RaisesBrokenPipeError) {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  close(ends[0]);
  auto stream = Ref<TextStreamObject>::adopt(new TextStreamObject(ends[1], "<test>", true, true, "strict"_s));
  EXPECT_FALSE(stream->write("text\n"_s));
  EXPECT_EQ(error_text(), "BrokenPipeError: [Errno 32] Broken pipe");
  close(ends[1]);
}

TEST(TextStream, RefusesSurrogatesOrEscapesThem) {
  int sink = open("/dev/null", O_WRONLY);
  auto strict = Ref<TextStreamObject>::adopt(new TextStreamObject(sink, "<test>", true, false, "strict"_s));
  EXPECT_TRUE(strict->write("kept"_s));
  EXPECT_FALSE(strict->write("a\xed\xa0\x80"_s));
  EXPECT_EQ(error_text(),
            "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed");
  EXPECT_EQ(strict->buffer, "kept");
  auto escaping = Ref<TextStreamObject>::adopt(new TextStreamObject(sink, "<test>", true, false, "backslashreplace"_s));
  EXPECT_TRUE(escaping->write("a\xed\xa0\x80"_s));
  EXPECT_EQ(escaping->buffer, "a\\ud800");
  close(sink);
}
