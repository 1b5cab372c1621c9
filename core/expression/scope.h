#pragma once

#include "core/base/result.h"
#include "core/expression/reference.h"
#include "core/expression/value.h"

namespace penstock::expression {

enum class Status { success, failure };

// Where the paths of an expression get their values. Implemented by whoever knows runs, parameters and models.
class Scope {
public:
    virtual ~Scope() = default;

    // Errors: notFound when there is no such value now (exactly this is caught by default()); any other code ends the
    // evaluation. Use walk() for the part of the path that leads through JSON.
    virtual Result<Value> lookup(const Reference& path) const = 0;
    // success() or failure(); asked only where a condition may use them.
    virtual Result<bool> status(Status which) const = 0;
};

// Follows the segments of `path` from number `first` on through `value`.
// Errors: notFound "expression.unknown_name[_near]" or "expression.index_range"; invalid for a member of what is no
// object or list.
Result<Value> walk(const Value& value, const Reference& path, std::size_t first);

// One step of the same, without a copy: the pointer is into `value`. `shown` is what stands before it, for the message.
Result<const Value*> memberOf(const Value& value, const Segment& segment, const std::string& shown, std::size_t offset);

// A scope over one object {"params": {...}, "steps": {...}, ...}; named lines stand under "lines": {"digits v1": {...}}.
// For previews, tests and whoever has all values at hand.
class JsonScope final : public Scope {
public:
    explicit JsonScope(Value values, Result<bool> success = true);

    Result<Value> lookup(const Reference& path) const override;
    Result<bool> status(Status which) const override;

private:
    Value m_values;
    Result<bool> m_success;
};

} // namespace penstock::expression
