#include "core/pipeline/key_order.h"

#include <algorithm>

namespace penstock::pipeline {

std::vector<std::string_view> keyOrder(std::span<const Field> fields)
{
    std::vector<std::string_view> keys;
    for (const Field& field : fields)
        keys.push_back(field.key);
    return keys;
}

std::vector<std::string_view> keyOrder(const KindDescription& kind)
{
    std::vector<std::string_view> keys = keyOrder(commonStepFields());
    // A map says how often, before it is said what.
    if (fieldByKey(kind.own, "map"))
        keys.emplace_back("map");
    keys.push_back(kind.key);
    for (const Field& field : kind.own) {
        if (field.key != "map")
            keys.push_back(field.key);
    }
    return keys;
}

} // namespace penstock::pipeline
