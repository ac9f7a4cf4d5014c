// Evaluates the expressions of expressions/*.txt and compares them with what CPython recorded (record_expressions.py).
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "evaluator.hpp"

namespace {

class Expressions : public testing::TestWithParam<std::filesystem::path> {};

std::vector<std::filesystem::path> expression_files() {
  std::vector<std::filesystem::path> files;
  for (auto const& entry :
       std::filesystem::directory_iterator(std::filesystem::path(AIOCC_TEST_FOLDER) / "expressions"))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// A line is `expression  ->  result`, or only an expression, evaluated for what it does.
TEST_P(Expressions, AgreeWithCPython) {
  std::ifstream file(GetParam());
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::size_t arrow = line.rfind("  ->  ");
    ASSERT_NE(arrow, std::string::npos) << GetParam() << ":" << number << ": not recorded";
    EXPECT_EQ(evaluator::evaluate(line.substr(0, arrow)), line.substr(arrow + 6))
        << GetParam() << ":" << number << ": " << line.substr(0, arrow);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, Expressions, testing::ValuesIn(expression_files()),
                         [](auto const& info) { return info.param.stem().string(); });

}  // namespace
