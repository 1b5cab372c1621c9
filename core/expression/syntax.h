// The syntax tree; for this folder only.
#pragma once

#include "core/expression/functions.h"
#include "core/expression/reference.h"
#include "core/expression/value.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace penstock::expression {

enum class Operator { logicalNot, negate, logicalAnd, logicalOr, equal, notEqual, less, lessEqual, greater, greaterEqual,
                      in, add, subtract, multiply, divide, modulo };

std::string_view operatorText(Operator op);

// What a node is; its parts are Node::operands.
struct Literal {
    Value value;
};
struct Path {
    std::size_t index; // into Syntax::references
};
struct ListOf {};      // any number of operands
struct Operation {
    Operator op; // one or two operands
};
struct Choice {}; // condition, then, otherwise
struct Index {};  // value, key
struct Call {
    Function function;
};

struct Node {
    std::variant<Literal, Path, ListOf, Operation, Choice, Index, Call> what;
    std::size_t offset = 0;
    std::vector<Node> operands;
    int depth = 1; // 1 + the deepest operand; bounded by maximumDepth
};

struct Syntax {
    std::string text;
    std::vector<Reference> references;
    bool usesStatus = false;
    Node root;
};

} // namespace penstock::expression
