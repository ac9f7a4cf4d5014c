// tree-sitter's tree behind types of our own: nodes with kinds, fields and byte offsets of the whole file.
#pragma once

#include <tree_sitter/api.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace aiocc::frontend {

enum class NodeType : unsigned char {
  // Punctuation and keywords, and the few named nodes that nobody asks for.
  Other,
  Error,
#define AIOCC_NODE(name, text) name,
#include "frontend/node_types.def"
#undef AIOCC_NODE
};

// A node of a `ConcreteTree`, valid for that tree's life.
struct Node {
  TSNode raw{};
  NodeType type = NodeType::Other;
  // The name of the parent's field that this node is, or empty.
  std::string_view field;
  // The offset in the file of the text that was parsed.
  std::uint32_t base = 0;

  std::uint32_t begin() const { return base + ts_node_start_byte(raw); }
  std::uint32_t end() const { return base + ts_node_end_byte(raw); }
  // The grammar's name of the node: its text, for punctuation and keywords.
  std::string_view name() const { return ts_node_type(raw); }
  bool is(NodeType wanted) const { return type == wanted; }
  bool is(std::string_view token) const { return name() == token; }
  bool is_named() const { return ts_node_is_named(raw); }
};

class ConcreteTree {
 public:
  // Parses `text`, which stands at the offset `base` of its file.
  ConcreteTree(std::string_view text, std::uint32_t base);

  Node root() const;
  bool has_errors() const { return ts_node_has_error(ts_tree_root_node(tree_.get())); }
  // The first node in the tree that tree-sitter couldn't make sense of.
  Node first_error() const;

 private:
  struct Delete {
    void operator()(TSTree* tree) const { ts_tree_delete(tree); }
  };
  std::unique_ptr<TSTree, Delete> tree_;
  std::uint32_t base_;
};

// The children of a node, without comments and line continuations.
std::vector<Node> children_of(Node const& node);

}  // namespace aiocc::frontend
