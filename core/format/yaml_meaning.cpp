#include "core/format/yaml_meaning.h"

#include <cmath>

namespace penstock::format {

bool sameMeaning(const YamlValue& a, const YamlValue& b)
{
    if (a.type() != b.type() && !(a.is_number_integer() && b.is_number_integer()))
        return false;
    if (a.is_number_float())
        return a == b || (std::isnan(a.get<double>()) && std::isnan(b.get<double>()));
    if (!a.is_structured())
        return a == b;
    if (a.size() != b.size())
        return false;
    for (auto i = a.begin(), j = b.begin(); i != a.end(); ++i, ++j) {
        if ((a.is_object() && i.key() != j.key()) || !sameMeaning(*i, *j))
            return false;
    }
    return true;
}

} // namespace penstock::format
