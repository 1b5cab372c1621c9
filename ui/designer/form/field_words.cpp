#include "ui/designer/form/field_words.h"

#include "core/messages/messages.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

namespace {

std::string ownerOf(const format::YamlPath& below) { return below.size() < 2 ? std::string() : below[below.size() - 2]; }

} // namespace

QString fieldTitle(const format::YamlPath& below)
{
    const QString title = messages::fieldTitle(ownerOf(below), below.back());
    return title.isEmpty() ? models::qt(below.back()) : title;
}

QString fieldHelp(const format::YamlPath& below) { return messages::fieldHelp(ownerOf(below), below.back()); }

} // namespace penstock::designer
