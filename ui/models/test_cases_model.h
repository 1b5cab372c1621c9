// The test cases of one step: what needs a look first, by what a filter says.
#pragma once

#include <QAbstractTableModel>
#include <QCoreApplication>

#include "core/tracking/test_report.h"
#include "ui/models/roles.h"

#include <vector>

namespace penstock::models {

class TestWords final {
    Q_DECLARE_TR_FUNCTIONS(TestWords)

public:
    static QString state(tracking::TestState state);
    static theme::Mark mark(tracking::TestState state);
    static QString counts(const tracking::TestCounts& counts);  // "2 failed, 40 passed"; empty when there are none
    static QString verdict(const tracking::TestCounts& counts); // the shortest: "2 of 42 tests failed", "42 tests passed"
};

class TestCasesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StateColumn, NameColumn, ClassColumn, TimeColumn, MessageColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCases(std::vector<tracking::TestCase> cases);
    // All words of it stand in name, class, suite, state or message of what is shown.
    void setFilter(const QString& filter);

    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    const tracking::TestCase* caseAt(const QModelIndex& index) const;
    std::size_t all() const { return m_cases.size(); }

private:
    void choose();
    QString text(const tracking::TestCase& each, int column) const;

    std::vector<tracking::TestCase> m_cases;
    std::vector<std::size_t> m_shown; // places in m_cases
    QString m_filter;
};

} // namespace penstock::models
