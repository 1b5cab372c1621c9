#include "ui/designer/form/fields_model.h"

#include "ui/models/qt_text.h"

#include <algorithm>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using format::YamlValue;
using models::qt;

namespace {

constexpr qsizetype mostCharacters = 4'000; // of a tool tip

QString inOneLine(const YamlValue& value)
{
    if (value.is_string())
        return qt(value.get_ref<const std::string&>()).replace(u'\n', u'⏎');
    return qt(value.dump(-1, ' ', false, YamlValue::error_handler_t::replace));
}

QString whole(const YamlValue& value)
{
    const QString text = value.is_string() ? qt(value.get_ref<const std::string&>()) : qt(value.dump(2, ' ', false, YamlValue::error_handler_t::replace));
    return text.size() > mostCharacters ? QString(text.left(mostCharacters) % u'…') : text;
}

// A cell shows a few words: what is the same at the beginning of a script would leave none for what differs.
QString fromTheDifference(const QString& text, const std::optional<YamlValue>& other)
{
    constexpr qsizetype room = 16; // characters before it, to know the place by
    const QString beside = other ? inOneLine(*other) : QString();
    const auto differs = std::mismatch(text.begin(), text.end(), beside.begin(), beside.end()).first;
    const qsizetype same = std::distance(text.begin(), differs);
    return same <= 2 * room ? text : QString(u'…' % text.mid(same - room).trimmed());
}

} // namespace

void FieldsModel::setFields(std::vector<edit::FieldChange> fields)
{
    beginResetModel();
    m_fields = std::move(fields);
    endResetModel();
}

int FieldsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_fields.size()); }

int FieldsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnCountOfAll; }

QVariant FieldsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const edit::FieldChange& field = m_fields[static_cast<std::size_t>(index.row())];
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    if (index.column() == KeyColumn)
        return qt(field.path);
    const std::optional<YamlValue>& value = index.column() == BeforeColumn ? field.before : field.after;
    if (!value)
        return role == Qt::DisplayRole ? QString(u"—"_s) : tr("not there");
    if (role == Qt::ToolTipRole)
        return whole(*value);
    const QString line = inOneLine(*value);
    return role == Qt::AccessibleTextRole ? line : fromTheDifference(line, index.column() == BeforeColumn ? field.after : field.before);
}

QVariant FieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn: return tr("Field");
    case BeforeColumn: return tr("Before");
    case AfterColumn: return tr("After");
    default: return {};
    }
}

} // namespace penstock::designer
