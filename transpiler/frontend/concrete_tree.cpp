// Parsing with tree-sitter-python.
#include "frontend/concrete_tree.hpp"

#include <cstring>
#include <mutex>
#include <string>
#include <unordered_map>

#include "support/pool.hpp"

extern "C" TSLanguage const* tree_sitter_python(void);

namespace aiocc::frontend {
namespace {

// The type of each symbol of the grammar.
std::vector<NodeType> make_symbol_types() {
  std::unordered_map<std::string_view, NodeType> const types{
#define AIOCC_NODE(name, text) {text, NodeType::name},
#include "frontend/node_types.def"
#undef AIOCC_NODE
  };
  TSLanguage const* language = tree_sitter_python();
  std::vector<NodeType> result(ts_language_symbol_count(language), NodeType::Other);
  for (TSSymbol symbol = 0; symbol < result.size(); ++symbol) {
    if (ts_language_symbol_type(language, symbol) != TSSymbolTypeRegular) continue;
    auto const found = types.find(ts_language_symbol_name(language, symbol));
    if (found != types.end()) result[symbol] = found->second;
  }
  return result;
}

Node make_node(TSNode raw, std::string_view field, std::uint32_t base) {
  static std::vector<NodeType> const types = make_symbol_types();
  TSSymbol const symbol = ts_node_symbol(raw);
  NodeType const type = symbol < types.size() ? types[symbol] : NodeType::Error;
  return {raw, type, field, base};
}

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

void* allocate_zeroed(std::size_t count, std::size_t size) {
  void* const memory = pool::allocate(count * size);
  return memory ? std::memset(memory, 0, count * size) : nullptr;
}

TSParser* shared_parser() {
  static thread_local std::unique_ptr<TSParser, DeleteParser> parser = [] {
    static std::once_flag is_pooled;
    std::call_once(is_pooled, ts_set_allocator, pool::allocate, allocate_zeroed, pool::reallocate, pool::release);
    std::unique_ptr<TSParser, DeleteParser> made(ts_parser_new());
    ts_parser_set_language(made.get(), tree_sitter_python());
    return made;
  }();
  return parser.get();
}

// A cursor that is moved from node to node, since making one allocates.
class SharedCursor {
 public:
  ~SharedCursor() {
    if (is_made_) ts_tree_cursor_delete(&cursor_);
  }
  TSTreeCursor* at(TSNode node) {
    if (is_made_) {
      ts_tree_cursor_reset(&cursor_, node);
    } else {
      cursor_ = ts_tree_cursor_new(node);
      is_made_ = true;
    }
    return &cursor_;
  }

 private:
  TSTreeCursor cursor_{};
  bool is_made_ = false;
};

}  // namespace

ConcreteTree::ConcreteTree(std::string_view text, std::uint32_t base)
    : tree_(ts_parser_parse_string(shared_parser(), nullptr, text.data(), static_cast<std::uint32_t>(text.size()))),
      base_(base) {}

Node ConcreteTree::root() const { return make_node(ts_tree_root_node(tree_.get()), {}, base_); }

Node ConcreteTree::first_error() const {
  Node node = root();
  for (;;) {
    bool descended = false;
    for (Node const& child : children_of(node)) {
      if (!ts_node_has_error(child.raw)) continue;
      node = child;
      descended = true;
      break;
    }
    if (!descended || node.is(NodeType::Error)) return node;
  }
}

std::vector<Node> children_of(Node const& node) {
  static thread_local SharedCursor shared;
  TSTreeCursor* cursor = shared.at(node.raw);
  std::vector<Node> children;
  if (!ts_tree_cursor_goto_first_child(cursor)) return children;
  do {
    char const* field = ts_tree_cursor_current_field_name(cursor);
    Node const child = make_node(ts_tree_cursor_current_node(cursor), field ? field : "", node.base);
    if (!child.is(NodeType::Comment) && !child.is(NodeType::LineContinuation)) children.push_back(child);
  } while (ts_tree_cursor_goto_next_sibling(cursor));
  return children;
}

}  // namespace aiocc::frontend
