#include "core/check/completion.h"

#include "core/check/completion_offers.h"
#include "core/check/completion_site.h"

namespace penstock::check {

using Of = CompletionPlace::Of;

Completions completionsAt(const pipeline::Pipeline& pipeline, const CompletionPlace& place, std::string_view text, std::size_t cursor, const Library& opened)
{
    CompletionSite site = siteAt(text, cursor, place.isExpression);
    const bool isWhole = place.of == Of::artifact && !site.isInside && text.find("${{") == std::string_view::npos;
    if (!site.isInside && !isWhole)
        return {site.begin, site.end, {}};
    if (isWhole) {
        site.typed = std::string(text);
        return {0, text.size(), Offers(pipeline, opened, place, site, false).artifacts()};
    }
    const bool dotFollows = site.end < text.size() && text[site.end] == '.';
    return {site.begin, site.end, Offers(pipeline, opened, place, site, dotFollows).all()};
}

} // namespace penstock::check
