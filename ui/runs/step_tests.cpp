#include "ui/runs/step_tests.h"

#include "core/messages/messages.h"
#include "ui/common/label.h"
#include "ui/models/item_views.h"
#include "ui/models/qt_text.h"
#include "ui/models/time_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using models::TestCasesModel;
using models::TestWords;
using theme::Metrics;

StepTests::StepTests(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_counts(new common::Label({}, theme::Type::name))
    , m_problems(new common::Label({}, theme::Type::secondary, theme::Role::warning))
    , m_empty(common::secondary({}))
    , m_filter(new QLineEdit)
    , m_table(models::rowTable(&m_model, tr("Tests")))
    , m_details(new QPlainTextEdit)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (const auto& [column, width] : {std::pair(TestCasesModel::StateColumn, 110), {TestCasesModel::NameColumn, 200}, {TestCasesModel::ClassColumn, 150},
                                        {TestCasesModel::TimeColumn, 70}})
        m_table->setColumnWidth(column, width);
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setFont(theme::Theme::font(theme::Type::mono));
    m_details->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_details->document()->setDocumentMargin(Metrics::margin);
    m_details->setAccessibleName(tr("What the test says"));
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(models::onPanel(m_table));
    split->addWidget(m_details);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_empty->setContentsMargins(Metrics::margin, 12, Metrics::margin, 12);
    m_empty->setFit(common::Label::Fit::wrap);
    m_problems->setContentsMargins(Metrics::margin, 0, Metrics::margin, Metrics::gap);
    m_problems->setFit(common::Label::Fit::wrap);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(m_problems);
    column->addWidget(m_empty);
    column->addWidget(split, 1);
    setFocusProxy(m_table);
    connect(m_filter, &QLineEdit::textChanged, &m_model, &TestCasesModel::setFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &StepTests::showDetails);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model.rowCount() > 0)
            m_table->selectRow(0);
        showDetails();
    });
    showNothing();
}

QWidget* StepTests::buildBar()
{
    m_counts->setFit(common::Label::Fit::elide);
    m_filter->setPlaceholderText(tr("Filter, e.g. failed shape"));
    m_filter->setAccessibleName(tr("Filter tests"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(Metrics::margin, 6, Metrics::margin, 6);
    row->addWidget(m_counts, 1);
    row->addWidget(m_filter);
    return bar;
}

void StepTests::showNothing()
{
    m_shown.reset();
    m_counts->setText({});
    m_problems->hide();
    m_empty->setText(tr("Choose a step to see its tests."));
    m_empty->setVisible(true);
    showCases({});
}

void StepTests::show(const engine::Run& run, const engine::Instance& instance)
{
    if (const auto results = session::testResultsOf(m_workspace.view(), run, instance))
        return showResults(*results);
    const auto* command = std::get_if<pipeline::Command>(&run.step(instance).body);
    showNothing();
    m_empty->setText(command && !command->reports.empty() ? tr("Its test reports are read when it has ended.")
                                                          : tr("This step declares no test reports. Where its command writes JUnit XML, add: %1").arg(u"reports: [build/junit.xml]"_s));
}

void StepTests::showResults(const session::TestResults& results)
{
    const QString counts = TestWords::counts(results.counts);
    m_counts->setText(counts.isEmpty() ? tr("No tests") : tr("%1 · %2", "tests, time").arg(counts, models::TimeText::duration(Duration(results.counts.ms))));
    QStringList problems;
    for (const session::ReportFile& report : results.reports) {
        if (!report.problem.id.empty())
            problems.append(tr("%1: %2").arg(qt(report.path), messages::sentence(report.problem)));
    }
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    m_empty->setVisible(false);
    if (!results.cases) {
        m_shown.reset();
        return showCases({});
    }
    if (m_shown == results.cases->digest)
        return;
    m_shown = results.cases->digest;
    showCases({});
    m_reader.read(m_workspace.objectFile(results.cases->digest), [this](std::optional<TestCasesReader::Cases> cases) {
        m_empty->setText(tr("The cases of these tests are not kept any more."));
        m_empty->setVisible(!cases);
        showCases(std::move(cases).value_or(TestCasesReader::Cases()));
    });
}

void StepTests::showCases(std::vector<tracking::TestCase> cases) { m_model.setCases(std::move(cases)); }

void StepTests::showDetails()
{
    const tracking::TestCase* each = m_model.caseAt(m_table->currentIndex());
    QString text;
    if (each)
        text = each->details.empty() ? qt(each->message) : each->details.find(each->message) == std::string::npos ? qt(each->message) % u"\n\n"_s % qt(each->details) : qt(each->details);
    m_details->setPlainText(text);
    m_details->setVisible(!text.isEmpty());
}

} // namespace penstock::runs
