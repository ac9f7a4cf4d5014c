// Constant folding as CPython's Python/ast_opt.c does it (3.13), as far as types go: of values only what decides whether an operation is folded.
#include "semantics/constant_types.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "support/overloaded.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

__extension__ using Wide = __int128;

// What CPython refuses to compute at compile time: ints and strs longer than this, and tuples with more items.
constexpr std::size_t most_bits = 128;
constexpr std::size_t most_characters = 4096;
constexpr std::size_t most_items = 256;

enum class Kind { None, Bool, Ellipsis, Int, Float, Complex, Str, Bytes, Tuple };

struct Folded {
  Kind kind;
  // Of an int or bool; unset where it has 128 bits or more.
  std::optional<Wide> integer = std::nullopt;
  double number = 0;
  // In code points or bytes.
  std::size_t length = 0;
  std::vector<Folded> items = {};
};

using MaybeFolded = std::optional<Folded>;

std::string_view type_name(Kind kind) {
  switch (kind) {
    case Kind::None: return "NoneType";
    case Kind::Bool: return "bool";
    case Kind::Ellipsis: return "ellipsis";
    case Kind::Int: return "int";
    case Kind::Float: return "float";
    case Kind::Complex: return "complex";
    case Kind::Str: return "str";
    case Kind::Bytes: return "bytes";
    case Kind::Tuple: return "tuple";
  }
  __builtin_unreachable();
}

bool is_integral(Folded const& value) { return value.kind == Kind::Int || value.kind == Kind::Bool; }
bool is_real(Folded const& value) { return is_integral(value) || value.kind == Kind::Float; }
bool is_number(Folded const& value) { return is_real(value) || value.kind == Kind::Complex; }
bool is_sequence(Folded const& value) {
  return value.kind == Kind::Str || value.kind == Kind::Bytes || value.kind == Kind::Tuple;
}

double as_double(Folded const& value) {
  if (!is_integral(value)) return value.number;
  // Longer ones are farther from zero than any double that matters here.
  return value.integer ? static_cast<double>(*value.integer) : 1e39;
}

bool is_zero(Folded const& value) { return is_real(value) && as_double(value) == 0; }

Folded make_int(std::optional<Wide> value) { return {.kind = Kind::Int, .integer = value}; }
Folded make_float(double value) { return {.kind = Kind::Float, .number = value}; }
Folded make_bool(bool value) { return {.kind = Kind::Bool, .integer = Wide(value)}; }

std::size_t bit_length(Folded const& value) {
  if (!value.integer) return most_bits;
  std::size_t bits = 0;
  for (Wide rest = *value.integer < 0 ? -*value.integer : *value.integer; rest != 0; rest >>= 1) ++bits;
  return bits;
}

std::optional<Wide> checked(bool has_overflowed, Wide value) {
  return has_overflowed ? std::nullopt : std::optional(value);
}

std::size_t count_of(Folded const& value) { return value.kind == Kind::Tuple ? value.items.size() : value.length; }

std::size_t count_all_items(Folded const& tuple) {
  std::size_t count = tuple.items.size();
  for (Folded const& each : tuple.items) count += each.kind == Kind::Tuple ? count_all_items(each) : 0;
  return count;
}

bool is_true(Folded const& value) {
  if (is_sequence(value)) return count_of(value) != 0;
  if (value.kind == Kind::Complex) return value.number != 0;
  return value.kind == Kind::Ellipsis || (is_real(value) && !is_zero(value));
}

std::optional<Wide> wide_of(IntValue const& integer) {
  if (integer.small) return Wide(*integer.small);
  Wide value = 0;
  for (char const digit : integer.digits) {
    int const worth = digit <= '9' ? digit - '0' : digit - 'a' + 10;
    if (__builtin_mul_overflow(value, Wide(integer.base), &value) || __builtin_add_overflow(value, Wide(worth), &value))
      return std::nullopt;
  }
  return value;
}

MaybeFolded constant(ConstantValue const& value) {
  auto const of_int = [](IntValue const& integer) { return make_int(wide_of(integer)); };
  auto const of_str = [](StrValue str) {
    auto const begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    auto const length = std::count_if(str.text.begin(), str.text.end(), begins);
    return Folded{.kind = Kind::Str, .length = static_cast<std::size_t>(length)};
  };
  return std::visit(Overloaded{
                        [](NoneValue) { return Folded{.kind = Kind::None}; },
                        [](bool boolean) { return make_bool(boolean); },
                        [](EllipsisValue) { return Folded{.kind = Kind::Ellipsis}; },
                        of_int,
                        [](double number) { return make_float(number); },
                        [](ImaginaryValue value) { return Folded{.kind = Kind::Complex, .number = value.imaginary}; },
                        of_str,
                        [](BytesValue value) { return Folded{.kind = Kind::Bytes, .length = value.bytes.size()}; },
                    },
                    value);
}

MaybeFolded unary(UnaryOperator op, Folded value) {
  if (op == UnaryOperator::Not) return make_bool(!is_true(value));
  if (!is_number(value)) return std::nullopt;
  if (op == UnaryOperator::Invert) {
    if (!is_integral(value)) return std::nullopt;
    return make_int(value.integer ? std::optional(~*value.integer) : std::nullopt);
  }
  if (is_integral(value)) value.kind = Kind::Int;
  if (op == UnaryOperator::USub) {
    value.number = -value.number;
    if (value.integer) value.integer = -*value.integer;
  }
  return value;
}

Folded concatenated(Folded left, Folded const& right) {
  left.length += right.length;
  left.items.insert(left.items.end(), right.items.begin(), right.items.end());
  return left;
}

MaybeFolded repeated(Folded const& sequence, Folded const& times) {
  if (!is_integral(times)) return std::nullopt;
  std::size_t const most = sequence.kind == Kind::Tuple ? most_items : most_characters;
  Wide const wanted = times.integer.value_or(Wide(1) << 100);
  std::size_t const count = count_of(sequence);
  if (count && (wanted < 0 || wanted > static_cast<Wide>(most / count))) return std::nullopt;
  if (sequence.kind == Kind::Tuple && count && wanted * static_cast<Wide>(count_all_items(sequence)) > 1024)
    return std::nullopt;
  Folded result{.kind = sequence.kind};
  for (Wide i = 0; count && i < wanted; ++i) result = concatenated(std::move(result), sequence);
  return result;
}

MaybeFolded int_power(Folded const& base, Folded const& exponent) {
  if (exponent.integer && *exponent.integer < 0) {
    if (is_zero(base)) return std::nullopt;
    return make_float(std::pow(as_double(base), as_double(exponent)));
  }
  if (is_zero(exponent)) return make_int(1);
  if (!exponent.integer || *exponent.integer > static_cast<Wide>(most_bits)) return std::nullopt;
  auto const times = static_cast<std::size_t>(*exponent.integer);
  if (bit_length(base) > most_bits / times) return std::nullopt;
  std::optional<Wide> result = base.integer;
  for (std::size_t i = 1; i < times && result; ++i) {
    Wide product;
    bool const has_overflowed = __builtin_mul_overflow(*result, *base.integer, &product);
    result = checked(has_overflowed, product);
  }
  return make_int(result);
}

MaybeFolded power(Folded const& base, Folded const& exponent) {
  if (is_integral(base) && is_integral(exponent)) return int_power(base, exponent);
  if (base.kind == Kind::Complex || exponent.kind == Kind::Complex) return Folded{.kind = Kind::Complex, .number = 1};
  double const x = as_double(base);
  double const y = as_double(exponent);
  if (x == 0 && y < 0) return std::nullopt;
  if (x < 0 && std::isfinite(x) && std::isfinite(y) && y != std::floor(y))
    return Folded{.kind = Kind::Complex, .number = 1};
  double const result = std::pow(x, y);
  if (std::isinf(result) && std::isfinite(x) && std::isfinite(y)) return std::nullopt;
  return make_float(result);
}

Wide floor_quotient(Wide dividend, Wide divisor) {
  Wide const quotient = dividend / divisor;
  return quotient - (dividend % divisor != 0 && (dividend < 0) != (divisor < 0));
}

MaybeFolded division(Operator op, Folded const& left, Folded const& right) {
  if (is_zero(right)) return std::nullopt;
  bool const is_complex = left.kind == Kind::Complex || right.kind == Kind::Complex;
  if (op == Operator::Div) {
    if (is_complex) return Folded{.kind = Kind::Complex, .number = 1};
    return make_float(as_double(left) / as_double(right));
  }
  if (is_complex) return std::nullopt;
  if (is_integral(left) && is_integral(right)) {
    if (!left.integer || !right.integer) return make_int(std::nullopt);
    Wide const quotient = floor_quotient(*left.integer, *right.integer);
    return make_int(op == Operator::FloorDiv ? quotient : *left.integer - quotient * *right.integer);
  }
  double const quotient = std::floor(as_double(left) / as_double(right));
  return make_float(op == Operator::FloorDiv ? quotient : as_double(left) - quotient * as_double(right));
}

MaybeFolded shifted(Operator op, Folded const& left, Folded const& right) {
  if (!right.integer || *right.integer < 0) return std::nullopt;
  bool const is_long = *right.integer > static_cast<Wide>(most_bits);
  if (op == Operator::RShift) {
    if (!left.integer) return make_int(std::nullopt);
    return make_int(is_long || *right.integer >= 127 ? Wide(*left.integer < 0 ? -1 : 0)
                                                     : *left.integer >> static_cast<int>(*right.integer));
  }
  if (is_zero(left)) return make_int(0);
  if (is_long || bit_length(left) + static_cast<std::size_t>(*right.integer) > most_bits) return std::nullopt;
  if (bit_length(left) + static_cast<std::size_t>(*right.integer) > 126) return make_int(std::nullopt);
  return make_int(*left.integer * (Wide(1) << static_cast<int>(*right.integer)));
}

MaybeFolded bitwise(Operator op, Folded const& left, Folded const& right) {
  std::optional<Wide> result;
  if (left.integer && right.integer) {
    if (op == Operator::BitAnd) result = *left.integer & *right.integer;
    if (op == Operator::BitOr) result = *left.integer | *right.integer;
    if (op == Operator::BitXor) result = *left.integer ^ *right.integer;
  }
  bool const is_bool = left.kind == Kind::Bool && right.kind == Kind::Bool;
  return Folded{.kind = is_bool ? Kind::Bool : Kind::Int, .integer = result};
}

MaybeFolded int_sum_or_product(Operator op, Folded const& left, Folded const& right) {
  if (op == Operator::Mult && !is_zero(left) && !is_zero(right) && bit_length(left) + bit_length(right) > most_bits)
    return std::nullopt;
  if (!left.integer || !right.integer) return make_int(std::nullopt);
  Wide result = 0;
  bool has_overflowed = false;
  if (op == Operator::Add) has_overflowed = __builtin_add_overflow(*left.integer, *right.integer, &result);
  if (op == Operator::Sub) has_overflowed = __builtin_sub_overflow(*left.integer, *right.integer, &result);
  if (op == Operator::Mult) has_overflowed = __builtin_mul_overflow(*left.integer, *right.integer, &result);
  return make_int(checked(has_overflowed, result));
}

MaybeFolded sum_or_product(Operator op, Folded const& left, Folded const& right) {
  if (is_number(left) && is_number(right)) {
    if (is_integral(left) && is_integral(right)) return int_sum_or_product(op, left, right);
    if (left.kind == Kind::Complex || right.kind == Kind::Complex) return Folded{.kind = Kind::Complex, .number = 1};
    double const x = as_double(left);
    double const y = as_double(right);
    return make_float(op == Operator::Add ? x + y : op == Operator::Sub ? x - y : x * y);
  }
  if (op == Operator::Add && is_sequence(left) && left.kind == right.kind) return concatenated(left, right);
  if (op == Operator::Mult && is_sequence(left)) return repeated(left, right);
  if (op == Operator::Mult && is_sequence(right)) return repeated(right, left);
  return std::nullopt;
}

MaybeFolded binary(Operator op, Folded const& left, Folded const& right) {
  bool const are_numbers = is_number(left) && is_number(right);
  bool const are_integral = is_integral(left) && is_integral(right);
  switch (op) {
    case Operator::Add:
    case Operator::Sub:
    case Operator::Mult: return sum_or_product(op, left, right);
    case Operator::Div:
    case Operator::FloorDiv:
    case Operator::Mod: return are_numbers ? division(op, left, right) : std::nullopt;
    case Operator::Pow: return are_numbers ? power(left, right) : std::nullopt;
    case Operator::LShift:
    case Operator::RShift: return are_integral ? shifted(op, left, right) : std::nullopt;
    case Operator::BitAnd:
    case Operator::BitOr:
    case Operator::BitXor: return are_integral ? bitwise(op, left, right) : std::nullopt;
    case Operator::MatMult: return std::nullopt;
  }
  __builtin_unreachable();
}

MaybeFolded item(Folded const& sequence, Folded const& index) {
  if (!is_sequence(sequence) || !is_integral(index) || !index.integer) return std::nullopt;
  Wide const count = static_cast<Wide>(count_of(sequence));
  Wide const at = *index.integer < 0 ? *index.integer + count : *index.integer;
  if (at < 0 || at >= count) return std::nullopt;
  if (sequence.kind == Kind::Tuple) return sequence.items[static_cast<std::size_t>(at)];
  if (sequence.kind == Kind::Str) return Folded{.kind = Kind::Str, .length = 1};
  // Which byte it is doesn't matter to any type.
  return make_int(1);
}

class Folder {
 public:
  explicit Folder(Ast const& ast) : ast_(ast) {}

  MaybeFolded fold(ExprId id) const {
    if (auto const* node = ast_.get_if<Constant>(id)) return constant(node->value);
    if (auto const* node = ast_.get_if<UnaryOp>(id)) {
      MaybeFolded const operand = fold(node->operand);
      return operand ? unary(node->op, *operand) : std::nullopt;
    }
    if (auto const* node = ast_.get_if<BinOp>(id)) {
      MaybeFolded const left = fold(node->left);
      MaybeFolded const right = left ? fold(node->right) : std::nullopt;
      return right ? binary(node->op, *left, *right) : std::nullopt;
    }
    if (auto const* node = ast_.get_if<Subscript>(id)) {
      MaybeFolded const sequence = node->ctx == ExprContext::Load ? fold(node->value) : std::nullopt;
      MaybeFolded const index = sequence ? fold(node->slice) : std::nullopt;
      return index ? item(*sequence, *index) : std::nullopt;
    }
    if (auto const* node = ast_.get_if<Tuple>(id)) return tuple(*node);
    auto const* name = ast_.get_if<Name>(id);
    return name && name->id.text() == "__debug__" ? MaybeFolded(make_bool(true)) : std::nullopt;
  }

 private:
  MaybeFolded tuple(Tuple const& node) const {
    Folded result{.kind = Kind::Tuple};
    for (ExprId const each : node.elts) {
      MaybeFolded element = fold(each);
      if (!element) return std::nullopt;
      result.items.push_back(std::move(*element));
    }
    return result;
  }

  Ast const& ast_;
};

// How many arguments the format takes; unset where one of its conversions is none of an f-string's.
std::optional<std::size_t> count_plain_conversions(std::string_view format) {
  std::size_t count = 0;
  auto const skip_digits = [&](std::size_t at) {
    while (at < format.size() && format[at] >= '0' && format[at] <= '9') ++at;
    return at;
  };
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '%') continue;
    ++at;
    if (at < format.size() && format[at] == '%') continue;
    while (at < format.size() && std::string_view("-+ #0").find(format[at]) != std::string_view::npos) ++at;
    at = skip_digits(at);
    if (at < format.size() && format[at] == '.') at = skip_digits(at + 1);
    if (at >= format.size() || std::string_view("sra").find(format[at]) == std::string_view::npos) return std::nullopt;
    ++count;
  }
  return count;
}

}  // namespace

std::string_view folded_type(Ast const& ast, ExprId id) {
  MaybeFolded const folded = Folder(ast).fold(id);
  return folded ? type_name(folded->kind) : std::string_view();
}

bool becomes_fstring(Ast const& ast, BinOp const& node) {
  auto const* format = ast.get_if<Constant>(node.left);
  auto const* arguments = ast.get_if<Tuple>(node.right);
  if (node.op != Operator::Mod || !format || !arguments || Folder(ast).fold(node.right)) return false;
  auto const* text = std::get_if<StrValue>(&format->value);
  bool const has_starred =
      std::any_of(arguments->elts.begin(), arguments->elts.end(), [&](ExprId each) { return ast.is<Starred>(each); });
  return text && !has_starred && count_plain_conversions(text->text) == arguments->elts.size();
}

}  // namespace aiocc::semantics
