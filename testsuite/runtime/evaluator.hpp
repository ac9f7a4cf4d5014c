// Evaluates small Python expressions through the runtime's dynamic entries, for tests that are tables of expressions.
// Binary operators but `**` have one precedence, from left to right; names are builtins, math and random.
#pragma once

#include <aiocc/aiocc.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace evaluator {

using namespace aiocc;

class Evaluator {
 public:
  explicit Evaluator(std::string_view text) : text_(text) {}

  Result<Object> expression() {
    Object left = PASS(power());
    for (;;) {
      skip();
      static constexpr std::string_view symbols[] = {"//", "<<", ">>", "<=", ">=", "==", "!=", "in ", "+",
                                                     "-",  "*",  "/",  "%",  "&",  "|",  "^",  "<",   ">"};
      auto const* found =
          std::find_if(std::begin(symbols), std::end(symbols), [&](auto symbol) { return rest().starts_with(symbol); });
      if (found == std::end(symbols)) return left;
      at_ += found->size();
      Object right = PASS(power());
      left = PASS(apply(*found, left, right));
    }
  }
  bool at_end() {
    skip();
    return at_ == text_.size();
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }
  char peek() {
    skip();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  static Result<Object> apply(std::string_view symbol, Object const& left, Object const& right) {
    using namespace operators;
    if (symbol == "//") return operators::floor_divide(left, right);
    if (symbol == "<<") return operators::left_shift(left, right);
    if (symbol == ">>") return operators::right_shift(left, right);
    if (symbol == "<=") return less_equal(left, right);
    if (symbol == ">=") return greater_equal(left, right);
    if (symbol == "==") return equal(left, right);
    if (symbol == "!=") return not_equal(left, right);
    if (symbol == "in ") return box(PASS(contains(right, left)));
    switch (symbol[0]) {
      case '+': return add(left, right);
      case '-': return subtract(left, right);
      case '*': return multiply(left, right);
      case '/': return operators::true_divide(left, right);
      case '%': return operators::modulo(left, right);
      case '&': return bit_and(left, right);
      case '|': return bit_or(left, right);
      case '^': return bit_xor(left, right);
      case '<': return less(left, right);
      default: return greater(left, right);
    }
  }

  Result<Object> power() {
    Object base = PASS(unary());
    skip();
    if (!rest().starts_with("**")) return base;
    at_ += 2;
    Object exponent = PASS(power());
    return operators::power(base, exponent);
  }

  Result<Object> unary() {
    if (take('-')) return operators::negative(PASS(unary()));
    if (take('~')) return operators::invert(PASS(unary()));
    return primary();
  }

  Result<Object> primary() {
    Object value = PASS(atom());
    for (;;) {
      if (take('.')) {
        Str name = Str::intern(identifier());
        value = peek() == '(' ? PASS(call_of(value, &name)) : PASS(operators::get_attr(value, name));
      } else if (peek() == '(') {
        value = PASS(call_of(value, nullptr));
      } else if (take('[')) {
        Object key = PASS(subscript());
        value = PASS(operators::get_item(value, key));
      } else {
        return value;
      }
    }
  }

  std::string identifier() {
    skip();
    std::string name;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) || text_[at_] == '_'))
      name += text_[at_++];
    return name;
  }

  /// `receiver.method(...)` with a method, else `receiver(...)`.
  Result<Object> call_of(Object const& receiver, Str const* method) {
    std::vector<Object> arguments;
    std::vector<Str> names;
    if (method) arguments.push_back(receiver);
    take('(');
    while (!take(')')) {
      std::size_t start = at_;
      std::string name = identifier();
      if (!name.empty() && peek() == '=' && !rest().starts_with("==")) {
        take('=');
        names.push_back(Str::intern(name));
      } else {
        at_ = start;
      }
      arguments.push_back(PASS(expression()));
      take(',');
    }
    KeywordNames keywords{{names.data(), names.size()}};
    KeywordNames const* given = names.empty() ? nullptr : &keywords;
    if (method) return call_method_array(*method, arguments.data(), arguments.size(), given);
    return call_array(receiver, arguments.data(), arguments.size(), given);
  }

  Result<Object> subscript() {
    Object parts[3] = {None, None, None};
    int count = 0;
    bool slice = false;
    while (!take(']')) {
      if (take(':')) {
        slice = true;
        ++count;
      } else {
        parts[count] = PASS(expression());
      }
    }
    return slice ? static_cast<Object>(Slice(parts[0], parts[1], parts[2])) : parts[0];
  }

  Result<Object> atom() {
    char c = peek();
    if (c == '\'' || c == '"') return Str::from_code_points(quoted());
    if (c == 'b' && at_ + 1 < text_.size() && (text_[at_ + 1] == '\'' || text_[at_ + 1] == '"')) {
      ++at_;
      std::string bytes;
      for (char32_t code : quoted()) bytes += static_cast<char>(code);
      return Bytes::from(bytes);
    }
    if (std::isdigit(static_cast<unsigned char>(c))) return number();
    if (take('(')) return sequence(')');
    if (take('[')) return sequence(']');
    if (take('{')) return dict();
    return named(identifier());
  }

  static Result<Object> named(std::string const& name) {
    if (name == "None") return None;
    if (name == "True") return True;
    if (name == "False") return False;
    if (name == "math") return runtime_module(natives::math::module_);
    if (name == "random") return runtime_module(natives::random::module_);
    return module_attr(runtime_module(natives::builtins::module_), Str::intern(name));
  }

  Result<Object> number() {
    std::string digits;
    bool is_float = false;
    for (; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      bool exponent_sign = (c == '-' || c == '+') && !digits.empty() && digits.back() == 'e';
      bool point = c == '.' && digits.find('.') == digits.npos && digits.find('e') == digits.npos;
      if (!std::isdigit(static_cast<unsigned char>(c)) && !point && c != 'e' && !exponent_sign) break;
      is_float = is_float || c == '.' || c == 'e';
      digits += c;
    }
    if (is_float) return box(std::strtod(digits.c_str(), nullptr));
    return int_literal(digits);
  }

  Result<Object> sequence(char end) {
    auto items = List<Object>::of();
    bool comma = false;
    while (!take(end)) {
      items.append(PASS(expression()));
      comma = take(',') || comma;
    }
    if (end == ']') return items;
    if (!comma && items.size() == 1) return items.at(0);
    Object tuple = Object::adopt(make_tuple_object(items.words().size()));
    std::copy(items.words().begin(), items.words().end(), tuple.as<TupleObject>()->items());
    return tuple;
  }

  Result<Object> dict() {
    auto result = Dict<Object, Object>::of();
    while (!take('}')) {
      Object key = PASS(expression());
      take(':');
      PASS(result.set(key, PASS(expression())));
      take(',');
    }
    return result;
  }

  std::u32string quoted() {
    char quote = text_[at_++];
    std::u32string result;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] != '\\') {
        // One code point of UTF-8.
        std::size_t size = 1;
        while (at_ + size < text_.size() && (text_[at_ + size] & 0xC0) == 0x80) ++size;
        result += Str::from_utf8(text_.substr(at_, size)).code_points();
        at_ += size;
        continue;
      }
      char kind = text_[at_ + 1];
      at_ += 2;
      std::size_t hex_digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
      if (hex_digits) {
        result += static_cast<char32_t>(std::strtoul(std::string(text_.substr(at_, hex_digits)).c_str(), nullptr, 16));
        at_ += hex_digits;
      } else {
        result += static_cast<char32_t>(kind == 'n'   ? '\n'
                                        : kind == 't' ? '\t'
                                        : kind == 'r' ? '\r'
                                        : kind == '0' ? '\0'
                                                      : kind);
      }
    }
    ++at_;
    return result;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// What Python's prompt would show: the repr, or the error.
inline std::string evaluate(std::string_view text) {
  Evaluator evaluator(text);
  Result<Object> value = evaluator.expression();
  Result<Str> shown = value ? operators::repr(value.value()) : Result<Str>(raised);
  if (shown) return evaluator.at_end() ? shown.value().utf8() : "the test's evaluator stopped before the end";
  Ref<BaseException> error = take_error();
  Result<Str> message = operators::str(error);
  return std::string(type_of(error)->name) + ": " + (message ? message.value().utf8() : "?");
}

}  // namespace evaluator
