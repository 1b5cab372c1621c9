#include "core/engine/checkout.h"

#include "core/engine/json_fields.h"

namespace penstock::engine {

Json toJson(const Checkout& checkout)
{
    Json json{{"name", checkout.name}, {"revision", checkout.revision}, {"commit", checkout.commit}, {"folder", checkout.folder}};
    if (checkout.diff)
        json["diff"] = toJson(*checkout.diff);
    return json;
}

std::optional<Checkout> checkoutFrom(const Json& json)
{
    if (!json.is_object() || textAt(json, "name").empty())
        return std::nullopt;
    return Checkout{textAt(json, "name"), textAt(json, "revision"), textAt(json, "commit"), textAt(json, "folder"),
                    artifactFrom(memberAt(json, "diff"))};
}

// No path of a workspace begins with a slash.
std::string claimKey(const std::optional<Checkout>& checkout, const std::string& path)
{
    return checkout ? '/' + checkout->name + '/' + path : path;
}

} // namespace penstock::engine
