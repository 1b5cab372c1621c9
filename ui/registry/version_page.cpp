#include "ui/registry/version_page.h"

#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"
#include "ui/theme/style.h"

#include <QGridLayout>

namespace penstock::registry_ui {

using common::Label;
using models::NumberText;
using models::qt;
using models::StateWords;
using models::TimeText;
using theme::Metrics;

namespace {

QGridLayout* freshGrid(common::Card* card, QWidget*& rows)
{
    delete rows;
    rows = new QWidget;
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Metrics::margin);
    grid->setVerticalSpacing(Metrics::gap);
    card->body()->addWidget(rows);
    return grid;
}

} // namespace

VersionPage::VersionPage(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(common::pageTitle({}))
    , m_stage(common::secondary({}))
    , m_history(new common::Card(tr("Who put it where")))
    , m_origin(new common::Card(tr("What it was made of")))
{
    m_stage->setSurface(theme::Role::window);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(12);
    cards->addWidget(m_history, 1, Qt::AlignTop);
    cards->addWidget(m_origin, 1, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 20);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_title);
    column->addWidget(m_stage);
    column->addLayout(cards);
    column->addStretch(1);
}

void VersionPage::show(const registry::Version& version)
{
    m_title->setText(qt(version.id.text()));
    m_stage->setText(tr("%1 · registered %2 by %3 · run %4")
                         .arg(StateWords::stage(registry::name(version.stage)), TimeText::exact(version.registeredAt), m_workspace.personOf(version.actor),
                              qt(version.run)));
    showHistory(version);
    showOrigin(version);
}

void VersionPage::showHistory(const registry::Version& version)
{
    QGridLayout* grid = freshGrid(m_history, m_historyRows);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (auto change = version.history.rbegin(); change != version.history.rend(); ++change) {
        const QString person = m_workspace.personOf(change->person.empty() ? change->actor : change->person);
        auto* said = new Label(change->comment.empty() ? person : tr("%1: “%2”").arg(person, qt(change->comment)));
        said->setFit(Label::Fit::wrap);
        grid->addWidget(new Label(StateWords::stage(registry::name(change->to)), theme::Type::name), row, 0, Qt::AlignTop);
        grid->addWidget(common::secondary(TimeText::exact(change->at)), row, 1, Qt::AlignTop);
        grid->addWidget(said, row, 2, Qt::AlignTop);
        ++row;
    }
    if (version.history.empty())
        grid->addWidget(common::secondary(tr("It has not left the stage it was registered in.")), 0, 0);
}

void VersionPage::showOrigin(const registry::Version& version)
{
    QGridLayout* grid = freshGrid(m_origin, m_originRows);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& name, const QString& value) {
        auto* text = new Label(value, theme::Type::mono);
        text->setFit(Label::Fit::elide, Qt::ElideMiddle);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(common::secondary(name), row, 0);
        grid->addWidget(text, row++, 1);
    };
    add(tr("Model"), qt(version.artifact.digest.hex()));
    for (const auto& [name, value] : version.metrics.items()) {
        if (value.is_number())
            add(qt(name), NumberText::value(value.get<double>()));
    }
    for (const auto& [name, value] : version.parameters.items())
        add(qt(name), models::shown(value));
    const Json& inputs = memberAt(version.lineage, "inputs");
    if (inputs.is_object()) {
        for (const auto& [name, digest] : inputs.items())
            add(qt(name), models::shown(digest));
    }
    const Json& code = memberAt(version.lineage, "code");
    if (code.is_object()) {
        for (const auto& [file, digest] : code.items())
            add(qt(file), models::shown(digest));
    }
}

} // namespace penstock::registry_ui
