#include "core/engine/fan.h"

#include "core/base/digest.h"
#include "core/expression/template_text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace penstock::engine {

namespace {

using pipeline::Axis;
using pipeline::Map;

class Draw final {
public:
    explicit Draw(std::uint64_t seed)
        : m_state(seed)
    {}

    std::uint64_t bits()
    {
        m_state += 0x9e3779b97f4a7c15;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }
    double fraction() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; } // [0, 1)
    // Rejects what would favour small numbers.
    std::uint64_t below(std::uint64_t bound)
    {
        const std::uint64_t limit = bound * (UINT64_MAX / bound);
        for (;;) {
            if (const std::uint64_t drawn = bits(); drawn < limit)
                return drawn % bound;
        }
    }

private:
    std::uint64_t m_state;
};

std::uint64_t seedFrom(const std::string& text)
{
    const Digest digest = sha256(text);
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i)
        seed = seed << 8 | digest.bytes[i];
    return seed;
}

Error invalid(const char* id, const char* argument, std::string value)
{
    return {ErrorCode::invalid, {id, {{argument, std::move(value)}}}, {}};
}

Result<std::vector<Json>> listFrom(const std::string& text, const expression::Scope& scope)
{
    const auto parsed = expression::Template::parse(text);
    const auto value = parsed ? parsed->render(scope) : Result<expression::Value>(parsed.error());
    if (!value)
        return value.error();
    if (!value->is_array())
        return invalid("engine.map_no_list", "text", text);
    return std::vector<Json>(value->begin(), value->end());
}

struct Values {
    std::string name;
    std::vector<Json> all;
    std::optional<pipeline::Range> range;
};

Json drawn(const Values& values, Draw& draw)
{
    if (!values.range)
        return values.all[draw.below(values.all.size())];
    const pipeline::Range& range = *values.range;
    if (range.whole && !range.logarithmic) {
        const auto from = static_cast<std::int64_t>(std::ceil(range.from)), to = static_cast<std::int64_t>(std::floor(range.to));
        return to <= from ? from : from + static_cast<std::int64_t>(draw.below(static_cast<std::uint64_t>(to - from) + 1));
    }
    const double at = draw.fraction();
    const double value = range.logarithmic ? range.from * std::pow(range.to / range.from, at) : range.from + (range.to - range.from) * at;
    return range.whole ? Json(std::llround(value)) : Json(std::clamp(value, range.from, range.to));
}

// Combination number `index`, the last axis changing fastest.
Json combination(const std::vector<Values>& axes, std::uint64_t index)
{
    Json item = Json::object();
    for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
        item[axis->name] = axis->all[index % axis->all.size()];
        index /= axis->all.size();
    }
    return item;
}

// Different combinations (Floyd's sampling), in the order of the grid; or independent draws where an axis is a range.
Json sampled(const std::vector<Values>& axes, std::uint64_t total, int count, Draw& draw)
{
    Json items = Json::array();
    const auto wanted = static_cast<std::uint64_t>(count);
    if (std::ranges::any_of(axes, [](const Values& axis) { return axis.range.has_value(); })) {
        for (std::uint64_t i = 0; i < wanted; ++i) {
            Json item = Json::object();
            for (const Values& axis : axes)
                item[axis.name] = drawn(axis, draw);
            items.push_back(std::move(item));
        }
        return items;
    }
    std::set<std::uint64_t> chosen;
    for (std::uint64_t next = total - wanted; next < total; ++next) {
        if (!chosen.insert(draw.below(next + 1)).second)
            chosen.insert(next);
    }
    for (const std::uint64_t index : chosen)
        items.push_back(combination(axes, index));
    return items;
}

Result<Values> valuesOf(const std::string& name, const Axis& axis, const expression::Scope& scope)
{
    Values values{name, axis.values, axis.range};
    if (!axis.expression.empty()) {
        auto list = listFrom(axis.expression, scope);
        if (!list)
            return list.error();
        values.all = std::move(*list);
    }
    return values;
}

Error tooMany() { return invalid("engine.map_too_many", "most", std::to_string(pipeline::mostItems)); }

} // namespace

Result<Json> itemsOf(const Map& map, const expression::Scope& scope, const std::string& seedText)
{
    if (map.axes.empty()) {
        const auto items = map.expression.empty() ? Result<std::vector<Json>>(map.items) : listFrom(map.expression, scope);
        if (!items)
            return items.error();
        return items->size() > pipeline::mostItems ? Result<Json>(tooMany()) : Json(*items);
    }
    std::vector<Values> axes;
    std::uint64_t total = 1;
    bool drawsNumbers = false;
    for (const auto& [name, axis] : map.axes) {
        auto values = valuesOf(name, axis, scope);
        if (!values)
            return values.error();
        drawsNumbers = drawsNumbers || values->range;
        if (!values->range)
            total *= values->all.size();
        if (total > (1ULL << 40))
            return tooMany();
        axes.push_back(std::move(*values));
    }
    const bool draws = map.sample > 0 && total > 0 && (drawsNumbers || static_cast<std::uint64_t>(map.sample) < total);
    if (draws) {
        Draw draw(map.seed != 0 ? map.seed : seedFrom(seedText));
        return sampled(axes, total, map.sample, draw);
    }
    if (total > pipeline::mostItems)
        return tooMany();
    Json items = Json::array();
    for (std::uint64_t i = 0; i < total; ++i)
        items.push_back(combination(axes, i));
    return items;
}

} // namespace penstock::engine
