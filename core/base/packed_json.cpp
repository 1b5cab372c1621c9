#include "core/base/packed_json.h"

namespace penstock {

PackedJson::PackedJson(const Json& value)
{
    if (value.is_null())
        return;
    m_bytes = Json::to_cbor(value);
    m_bytes.shrink_to_fit();
}

Json PackedJson::json() const
{
    return m_bytes.empty() ? Json() : Json::from_cbor(m_bytes, true, false);
}

} // namespace penstock
