#include "app/cli/difference_text.h"

#include "app/cli/cli_text.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

using edit::Fate;

constexpr std::size_t longestValue = 120; // characters: a line of a terminal, more or less

QString shown(const format::YamlValue& value)
{
    QString text = fromUtf8(value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, format::YamlValue::error_handler_t::replace));
    return text.size() > qsizetype(longestValue) ? text.left(longestValue) + u"…"_s : text;
}

void tellFields(Console& console, const std::vector<edit::FieldChange>& fields)
{
    for (const edit::FieldChange& field : fields) {
        const QString path = u"    "_s + fromUtf8(field.path) + u": "_s;
        if (!field.before)
            console.line(console.toned(path + Cli::tr("%1 is new").arg(shown(*field.after)), Tone::succeeded));
        else if (!field.after)
            console.line(console.toned(path + Cli::tr("%1 is gone").arg(shown(*field.before)), Tone::failed));
        else
            console.line(path + shown(*field.before) + u" -> "_s + shown(*field.after));
    }
}

QString lineOf(const Console& console, const QString& what, const edit::PartDifference& part)
{
    const QString name = what + u' ' + fromUtf8(part.name);
    switch (part.fate) {
    case Fate::added: return console.toned(u"+ "_s + name, Tone::succeeded);
    case Fate::removed: return console.toned(u"- "_s + name, Tone::failed);
    case Fate::changed: return console.toned(u"~ "_s + name, Tone::bold);
    case Fate::renamed: return console.toned(u"> "_s + Cli::tr("%1, renamed from %2").arg(name, fromUtf8(part.before)), Tone::waiting);
    }
    return name;
}

void tellParts(Console& console, const QString& what, const std::vector<edit::PartDifference>& parts)
{
    for (const edit::PartDifference& part : parts) {
        console.line(lineOf(console, what, part));
        tellFields(console, part.fields);
    }
}

Json toJson(const std::vector<edit::FieldChange>& fields)
{
    Json list = Json::array();
    for (const edit::FieldChange& field : fields) {
        Json each = {{"path", field.path}};
        if (field.before)
            each["before"] = Json(*field.before);
        if (field.after)
            each["after"] = Json(*field.after);
        list.push_back(std::move(each));
    }
    return list;
}

Json toJson(const std::vector<edit::PartDifference>& parts)
{
    Json list = Json::array();
    for (const edit::PartDifference& part : parts) {
        Json each = {{"name", part.name}, {"change", edit::word(part.fate)}, {"fields", toJson(part.fields)}};
        if (part.fate == Fate::renamed)
            each["before"] = part.before;
        list.push_back(std::move(each));
    }
    return list;
}

} // namespace

void tellDifference(Console& console, const edit::Difference& difference)
{
    if (!difference.document.empty()) {
        console.line(console.toned(u"~ "_s + Cli::tr("pipeline"), Tone::bold));
        tellFields(console, difference.document);
    }
    tellParts(console, Cli::tr("parameter"), difference.parameters);
    tellParts(console, Cli::tr("step"), difference.steps);
}

Json toJson(const edit::Difference& difference)
{
    Json edges = Json::array();
    for (const edit::EdgeDifference& edge : difference.edges)
        edges.push_back({{"kind", edit::word(edge.kind)}, {"from", edge.from}, {"to", edge.to}, {"change", edit::word(edge.fate)}});
    return {{"equal", difference.isEmpty()}, {"document", toJson(difference.document)}, {"parameters", toJson(difference.parameters)},
            {"steps", toJson(difference.steps)}, {"edges", std::move(edges)}};
}

} // namespace penstock::cli
