#include "core/messages/messages.h"

#include "core/base/time.h"
#include "core/messages/catalogue.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace penstock::messages {

namespace {

using namespace Qt::Literals::StringLiterals;

using Arguments = std::vector<std::pair<std::string, std::string>>;

bool isNameCharacter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; }

// Where the place that begins with '{' at `open` ends, or -1: "{name}" is one; "${{ x }}" and a lone brace are text.
qsizetype endOfPlace(const QString& text, qsizetype open)
{
    qsizetype at = open + 1;
    while (at < text.size() && isNameCharacter(text[at]))
        ++at;
    return at > open + 1 && at < text.size() && text[at] == u'}' ? at : -1;
}

const std::string* find(const Arguments& arguments, const QString& name)
{
    const std::string wanted = name.toStdString();
    const auto found = std::ranges::find(arguments, wanted, &Arguments::value_type::first);
    return found == arguments.end() ? nullptr : &found->second;
}

// Facts that the engine gives as it stores them, as people say them: a state as a word, a point in time in their zone.
QString said(const QString& name, const std::string& value)
{
    if (const char* word = name == u"state" ? english("said." + value) : nullptr)
        return QCoreApplication::translate("Messages", word);
    if (const auto at = name == u"at" || name == u"since" ? parseInstant(value) : std::nullopt)
        return QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count()).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return QString::fromStdString(value);
}

// In one pass, so that what looks like a place inside an argument stays what it is.
QString filled(const QString& text, const Arguments& arguments)
{
    QString result;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        const qsizetype close = endOfPlace(text, open);
        const QString name = close < 0 ? QString() : text.sliced(open + 1, close - open - 1);
        const std::string* value = close < 0 ? nullptr : find(arguments, name);
        if (!value)
            continue;
        result += text.sliced(from, open - from);
        result += said(name, *value);
        from = close + 1;
        open = close;
    }
    return result + text.sliced(from);
}

// "unknown_step_near" without a sentence of its own says less, but says it.
const char* sentenceFor(std::string_view id)
{
    const char* text = english(id);
    for (const std::string_view end : {"_near", "_at_end"}) {
        if (!text && id.ends_with(end))
            text = english(id.substr(0, id.size() - end.size()));
    }
    return text;
}

QString raw(const Message& message)
{
    QString text = QString::fromStdString(message.id);
    for (const auto& [name, value] : message.arguments)
        text += u' ' + QString::fromStdString(name) + u'=' + QString::fromStdString(value);
    return text;
}

const char* idOf(pipeline::Severity severity)
{
    switch (severity) {
    case pipeline::Severity::error: return "severity.error";
    case pipeline::Severity::notYet: return "severity.not_yet";
    case pipeline::Severity::warning: return "severity.warning";
    }
    return "severity.error";
}

QString fieldText(std::string_view owner, std::string_view key, std::string_view suffix)
{
    const std::string inside = std::string("field.").append(owner).append(1, '.').append(key).append(suffix);
    const std::string anywhere = std::string("field.").append(key).append(suffix);
    return has(inside) ? text(inside) : has(anywhere) ? text(anywhere) : QString();
}

} // namespace

QString sentence(const Message& message)
{
    const char* text = sentenceFor(message.id);
    return text ? filled(QCoreApplication::translate("Messages", text), message.arguments) : raw(message);
}

QString sentence(const Error& error) { return sentence(error.message); }

QString withDetail(const Error& error)
{
    const QString text = sentence(error);
    return error.detail.empty() ? text : text + u" (" + QString::fromStdString(error.detail) + u')';
}

QString text(std::string_view id) { return sentence(Message{std::string(id), {}}); }

bool has(std::string_view id) { return english(id) != nullptr; }

QString fieldTitle(std::string_view owner, std::string_view key) { return fieldText(owner, key, ""); }

QString fieldHelp(std::string_view owner, std::string_view key) { return fieldText(owner, key, ".help"); }

QString issueText(const QString& file, const pipeline::Issue& issue)
{
    QString result = file;
    if (issue.place.line > 0)
        result += u':' + QString::number(issue.place.line) + u':' + QString::number(issue.place.column);
    result += u": " + severityWord(issue.severity) + u": " + sentence(issue.what);
    if (!issue.mend.id.empty())
        result += u"\n  " + sentence(issue.mend);
    return result;
}

QString severityWord(pipeline::Severity severity) { return text(idOf(severity)); }

} // namespace penstock::messages
