#include "ui/designer/form/field_words.h"

#include "core/messages/messages.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

namespace {

std::string idOf(const format::YamlPath& below)
{
    const std::string key = "field." + below.back();
    if (below.size() < 2)
        return key;
    const std::string ofParent = std::string("field.").append(below[below.size() - 2]).append(".").append(below.back());
    return messages::has(ofParent) ? ofParent : key;
}

} // namespace

QString fieldTitle(const format::YamlPath& below)
{
    const std::string id = idOf(below);
    return messages::has(id) ? messages::text(id) : models::qt(below.back());
}

QString fieldHelp(const format::YamlPath& below)
{
    const std::string id = idOf(below) + ".help";
    return messages::has(id) ? messages::text(id) : QString();
}

} // namespace penstock::designer
