#include "ui/runs/step_explanation.h"

#include "core/messages/messages.h"
#include "ui/common/label.h"
#include "ui/common/scrolled.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"

#include <QVBoxLayout>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using theme::Metrics;

StepExplanation::StepExplanation(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_head(new common::Label({}, theme::Type::name))
    , m_facts(new FactList)
{
    m_head->setFit(common::Label::Fit::wrap);
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(Metrics::margin, 12, Metrics::margin, 12);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_head);
    column->addWidget(m_facts);
    column->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(common::scrolled(content, tr("Explanation")));
    showNothing();
}

void StepExplanation::showNothing()
{
    m_head->setText(tr("Choose a step to see why it ran or did not."));
    m_facts->setFacts({});
}

void StepExplanation::show(const engine::Run& run, const engine::Instance& instance)
{
    const session::Explanation explanation = session::explanationOf(m_workspace.view(), run, instance);
    m_head->setText(ExplanationText::way(explanation.way));
    std::vector<Fact> facts = ExplanationText::facts(explanation);
    // What has a time is said in the time of whoever reads it.
    if (explanation.way == session::Way::waits)
        facts = {{tr("Reason"), models::StateWords::reason(m_workspace.view().workspace, run, instance)}};
    m_facts->setFacts(facts);
}

QString ExplanationText::way(session::Way way)
{
    switch (way) {
    case session::Way::waits: return tr("It waits.");
    case session::Way::runs: return tr("It runs.");
    case session::Way::ran: return tr("It ran.");
    case session::Way::cached: return tr("It was taken from the cache.");
    case session::Way::reused: return tr("It was taken over from another run.");
    case session::Way::skipped: return tr("It did not run.");
    }
    return {};
}

QString ExplanationText::part(const std::string& part)
{
    if (part == "command")
        return tr("Command");
    if (part == "environment")
        return tr("Environment");
    if (part == "parameters")
        return tr("Parameters");
    if (part == "item")
        return tr("Item");
    if (part == "inputs")
        return tr("Inputs");
    return part == "outputs" ? tr("Declared outputs") : tr("Code");
}

QString ExplanationText::side(const Json& side) { return side.is_null() ? tr("nothing") : models::NumberText::digest(models::utf8(models::shown(side))); }

QString ExplanationText::change(const Json& difference)
{
    const QString name = qt(textAt(difference, "name"));
    if (name.isEmpty())
        return tr("differs");
    return tr("%1: %2 → %3", "name: before → now").arg(name, side(memberAt(difference, "was")), side(memberAt(difference, "is")));
}

std::vector<Fact> ExplanationText::facts(const session::Explanation& explanation)
{
    std::vector<Fact> facts;
    const auto add = [&](const QString& name, const QString& value, bool mono = false) {
        if (!value.isEmpty())
            facts.push_back({name, value, mono});
    };
    if (!explanation.why.id.empty())
        add(tr("Reason"), messages::sentence(explanation.why));
    add(tr("Against"), qt(explanation.against));
    for (const std::string& part : explanation.differing) {
        QStringList changes;
        for (const Json& difference : explanation.differences) {
            if (textAt(difference, "part") == part)
                changes.append(change(difference));
        }
        add(ExplanationText::part(part), changes.isEmpty() ? tr("differs") : changes.join(u'\n'), true);
    }
    QStringList same;
    for (const std::string& part : explanation.same)
        same.append(ExplanationText::part(part));
    add(tr("The same"), same.join(tr(", ", "between things of a list")));
    if (!explanation.key.empty())
        add(tr("Key"), models::NumberText::digest(explanation.key), true);
    return facts;
}

} // namespace penstock::runs
