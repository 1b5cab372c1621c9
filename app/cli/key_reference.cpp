#include "app/cli/key_reference.h"

#include "app/cli/cli_text.h"
#include "core/messages/messages.h"
#include "core/pipeline/kinds.h"

#include <QStringList>

#include <string>

namespace penstock::cli {

using namespace Qt::StringLiterals;
using pipeline::Field;
using pipeline::FieldType;

namespace {

QString code(std::string_view text)
{
    return u'`' + QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).replace(u'|', "\\|"_L1) + u'`';
}

QString choicesOf(const Field& field)
{
    QStringList words;
    for (const std::string_view word : field.choices)
        words.append(code(word));
    return words.join(", "_L1);
}

QString typeText(const Field& field)
{
    switch (field.type) {
    case FieldType::text: return Cli::tr("text");
    case FieldType::textTemplate: return Cli::tr("text with ${{ }}");
    case FieldType::expression: return Cli::tr("expression");
    case FieldType::boolean: return code("true") + ", "_L1 + code("false");
    case FieldType::integer: return Cli::tr("whole number");
    case FieldType::number: return Cli::tr("number");
    case FieldType::duration: return Cli::tr("span of time");
    case FieldType::size: return Cli::tr("size");
    case FieldType::name: return Cli::tr("name");
    case FieldType::stepName: return Cli::tr("step");
    case FieldType::stepNames: return Cli::tr("list of steps");
    case FieldType::textList: return Cli::tr("list of texts");
    case FieldType::textMap: return Cli::tr("names with texts");
    case FieldType::path: return Cli::tr("path");
    case FieldType::command: return Cli::tr("list of arguments, or a script");
    case FieldType::choice: return choicesOf(field);
    case FieldType::inputs:
    case FieldType::outputs: return Cli::tr("names with a text or keys");
    case FieldType::values:
    case FieldType::parameters: return Cli::tr("names with keys");
    case FieldType::names: return Cli::tr("list of names, or names with names");
    case FieldType::pathOrFields: return Cli::tr("path, or keys");
    case FieldType::durationOrFields: return Cli::tr("span of time, or keys");
    case FieldType::items: return Cli::tr("list, expression, or names with values");
    case FieldType::object: return Cli::tr("keys");
    case FieldType::branches: return Cli::tr("list of keys");
    case FieldType::triggers: return Cli::tr("keys, or a list of them");
    case FieldType::steps: return Cli::tr("names with steps");
    case FieldType::anything: return Cli::tr("anything");
    }
    return {};
}

// Between the key and the keys inside: whose keys they are.
std::string_view entryMark(FieldType type)
{
    switch (type) {
    case FieldType::inputs:
    case FieldType::outputs:
    case FieldType::values:
    case FieldType::items:
    case FieldType::parameters: return ".NAME.";
    case FieldType::branches:
    case FieldType::triggers: return "[].";
    default: return ".";
    }
}

void addRows(QStringList& lines, const Field& field, const std::string& before, std::string_view owner)
{
    const std::string key = before + std::string(field.key);
    QString name = code(key);
    if (field.required)
        name += u" *"_s;
    QString help = messages::fieldHelp(owner, field.key).replace(u'|', "\\|"_L1);
    if (field.support == pipeline::Support::notYet)
        help += u' ' + Cli::tr("This version does not run it yet.");
    lines.append(u"| %1 | %2 | %3 | %4 |"_s.arg(name, typeText(field), help, field.example.empty() ? QString() : code(field.example)));
    for (const Field& inner : field.fields)
        addRows(lines, inner, key + std::string(entryMark(field.type)), field.type == FieldType::items ? "range" : field.key);
}

void addTable(QStringList& lines, std::span<const Field> fields, std::string_view owner)
{
    for (const Field& field : fields)
        addRows(lines, field, {}, owner);
}

void addHead(QStringList& lines, const QString& title, const QString& about)
{
    lines += {QString(), u"## "_s + title, QString()};
    if (!about.isEmpty())
        lines += {about, QString()};
    lines.append(u"| %1 | %2 | %3 | %4 |"_s.arg(Cli::tr("key"), Cli::tr("is"), Cli::tr("meaning"), Cli::tr("for example")));
    lines.append(u"|---|---|---|---|"_s);
}

void addKind(QStringList& lines, const pipeline::KindDescription& kind)
{
    const std::string id = std::string("kind.").append(kind.key);
    QString about = messages::text(id + ".about");
    if (!about.isEmpty())
        about = about.at(0).toUpper() + about.mid(1) + Cli::tr(".", "end of a sentence");
    addHead(lines, messages::text(id), about);
    addRows(lines, kind.body, {}, "step");
    addTable(lines, kind.own, kind.key);
}

} // namespace

QString keyReference()
{
    QStringList lines{u"# "_s + Cli::tr("Keys of a pipeline file"), QString(),
                      Cli::tr("All that may be written, from the tables that also check files and make Studio's forms. "
                              "Keys with a star (*) must be there.")};
    addHead(lines, Cli::tr("The document"), {});
    addTable(lines, pipeline::documentFields(), "document");
    addHead(lines, Cli::tr("Every step"), Cli::tr("Beside exactly one of the keys below, which says what the step does."));
    addTable(lines, pipeline::commonStepFields(), "step");
    for (const pipeline::KindDescription& kind : pipeline::kinds())
        addKind(lines, kind);
    return lines.join(u'\n') + u'\n';
}

} // namespace penstock::cli
