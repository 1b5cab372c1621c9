#include "ui/models/test_cases_model.h"

#include "ui/models/qt_text.h"
#include "ui/models/time_text.h"

#include <algorithm>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;
using tracking::TestCase;
using tracking::TestState;

QString TestWords::state(TestState state)
{
    switch (state) {
    case TestState::failed: return tr("failed");
    case TestState::errored: return tr("error");
    case TestState::skipped: return tr("skipped");
    case TestState::passed: return tr("passed");
    }
    return {};
}

theme::Mark TestWords::mark(TestState state)
{
    switch (state) {
    case TestState::failed: return theme::Mark::failed;
    case TestState::errored: return theme::Mark::warning;
    case TestState::skipped: return theme::Mark::skipped;
    case TestState::passed: return theme::Mark::succeeded;
    }
    return theme::Mark::pending;
}

QString TestWords::counts(const tracking::TestCounts& counts)
{
    QStringList parts;
    const auto add = [&](std::size_t count, const QString& text) {
        if (count > 0)
            parts.append(text);
    };
    add(counts.failed, tr("%n failed", "tests", static_cast<int>(counts.failed)));
    add(counts.errored, tr("%n with errors", "tests", static_cast<int>(counts.errored)));
    add(counts.skipped, tr("%n skipped", "tests", static_cast<int>(counts.skipped)));
    add(counts.passed, tr("%n passed", "tests", static_cast<int>(counts.passed)));
    return parts.join(tr(", ", "between things of a list"));
}

QString TestWords::verdict(const tracking::TestCounts& counts)
{
    if (counts.bad() > 0)
        return tr("%1 of %n test(s) failed", nullptr, static_cast<int>(counts.all())).arg(counts.bad());
    return counts.passed > 0 ? tr("%n test(s) passed", nullptr, static_cast<int>(counts.passed)) : QString();
}

void TestCasesModel::setCases(std::vector<TestCase> cases)
{
    if (cases == m_cases)
        return;
    std::ranges::stable_sort(cases, {}, &TestCase::state);
    beginResetModel();
    m_cases = std::move(cases);
    choose();
    endResetModel();
}

void TestCasesModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    choose();
    endResetModel();
}

void TestCasesModel::choose()
{
    m_shown.clear();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        const TestCase& each = m_cases[i];
        const QString all = words.isEmpty() ? QString()
                                            : TestWords::state(each.state) % u' ' % qt(each.name) % u' ' % qt(each.className) % u' ' % qt(each.suite) % u' '
                                                  % qt(each.message);
        if (std::ranges::all_of(words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); }))
            m_shown.push_back(i);
    }
}

int TestCasesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

int TestCasesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

const TestCase* TestCasesModel::caseAt(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_cases[m_shown[static_cast<std::size_t>(index.row())]] : nullptr;
}

QString TestCasesModel::text(const TestCase& each, int column) const
{
    switch (column) {
    case StateColumn: return TestWords::state(each.state);
    case NameColumn: return qt(each.name);
    case ClassColumn: return qt(each.className.empty() ? each.suite : each.className);
    case TimeColumn: return TimeText::duration(Duration(each.ms));
    case MessageColumn: return qt(each.message).section(u'\n', 0, 0);
    default: return {};
    }
}

QVariant TestCasesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TestCase& each = *caseAt(index);
    switch (role) {
    case Qt::DisplayRole: return text(each, index.column());
    case IdRole: return qt(each.name);
    case MarkRole: return index.column() == StateColumn ? QVariant::fromValue(TestWords::mark(each.state)) : QVariant();
    case Qt::ToolTipRole: return index.column() == MessageColumn ? qt(each.message) : text(each, index.column());
    case Qt::AccessibleTextRole: return text(each, index.column());
    case Qt::TextAlignmentRole: return index.column() == TimeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default: return {};
    }
}

QVariant TestCasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == TimeColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn: return tr("State");
    case NameColumn: return tr("Test");
    case ClassColumn: return tr("Class");
    case TimeColumn: return tr("Time");
    case MessageColumn: return tr("Message");
    default: return {};
    }
}

} // namespace penstock::models
