#include "core/expression/scope.h"

#include "core/base/spelling.h"
#include "core/expression/error_at.h"

namespace penstock::expression {

namespace {

Result<const Value*> memberOfObject(const Value& object, const std::string& name, const std::string& shown, std::size_t offset)
{
    if (const auto found = object.find(name); found != object.end())
        return &*found;
    std::vector<std::string> known;
    for (const auto& [key, value] : object.items())
        known.push_back(key);
    return errorNear(offset, "expression.unknown_name", {{"name", name}, {"path", shown}}, nearest(name, known),
                     ErrorCode::notFound);
}

Result<const Value*> elementOfList(const Value& list, std::int64_t index, const std::string& shown, std::size_t offset)
{
    if (index >= 0 && static_cast<std::uint64_t>(index) < list.size())
        return &list[static_cast<std::size_t>(index)];
    return errorAt(offset, "expression.index_range",
                   {{"index", std::to_string(index)}, {"path", shown}, {"length", std::to_string(list.size())}},
                   ErrorCode::notFound);
}

Reference prefix(const Reference& path, std::size_t segments)
{
    Reference start = path;
    start.segments.resize(segments);
    return start;
}

} // namespace

Result<const Value*> memberOf(const Value& value, const Segment& segment, const std::string& shown, std::size_t offset)
{
    const auto* name = std::get_if<std::string>(&segment);
    if (name && value.is_object())
        return memberOfObject(value, *name, shown, offset);
    if (!name && value.is_array())
        return elementOfList(value, std::get<std::int64_t>(segment), shown, offset);
    return errorAt(offset, name ? "expression.no_members" : "expression.no_elements",
                   {{"path", shown},
                    {"type", std::string(typeName(value))},
                    {"name", name ? *name : std::to_string(std::get<std::int64_t>(segment))}});
}

Result<Value> walk(const Value& value, const Reference& path, std::size_t first)
{
    const Value* at = &value;
    for (std::size_t i = first; i < path.segments.size(); ++i) {
        const auto next = memberOf(*at, path.segments[i], prefix(path, i).text(), path.offset);
        if (!next)
            return next.error();
        at = *next;
    }
    return *at;
}

JsonScope::JsonScope(Value values, Result<bool> success)
    : m_values(std::move(values))
    , m_success(std::move(success))
{}

Result<Value> JsonScope::lookup(const Reference& path) const
{
    const Segment root = path.line ? std::string("lines") : std::string(rootName(path.root));
    auto start = memberOf(m_values, root, "", path.offset);
    if (start && path.line)
        start = memberOf(**start, *path.line, std::string(rootName(path.root)), path.offset);
    return start ? walk(**start, path, 0) : Result<Value>(start.error());
}

Result<bool> JsonScope::status(Status which) const
{
    return m_success ? Result<bool>(which == Status::success ? *m_success : !*m_success) : m_success;
}

} // namespace penstock::expression
