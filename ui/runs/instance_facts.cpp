#include "ui/runs/instance_facts.h"

#include "core/messages/messages.h"
#include "core/session/reproduction.h"
#include "core/session/step_values.h"
#include "core/session/test_results.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/size_text.h"
#include "ui/models/state_words.h"
#include "ui/models/test_cases_model.h"
#include "ui/models/time_text.h"
#include "ui/runs/code_chips.h"

#include <QCoreApplication>
#include <QStringList>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;
using models::NumberText;
using models::qt;
using models::StateWords;
using models::TimeText;

namespace {

class Facts final {
    Q_DECLARE_TR_FUNCTIONS(Facts)

public:
    Facts(const models::WorkspaceModel& workspace, const engine::Run& run, const engine::Instance& instance)
        : m_workspace(workspace)
        , m_run(run)
        , m_instance(instance)
    {}

    std::vector<Fact> take()
    {
        state();
        attempts();
        decision();
        made();
        code();
        reproduction();
        usage();
        return std::move(m_facts);
    }

private:
    void add(const QString& name, const QString& value, bool mono = false)
    {
        if (!value.isEmpty())
            m_facts.push_back({name, value, mono});
    }

    void state()
    {
        const bool ended = engine::isEnd(m_instance.state);
        const session::InputProgress* read = m_workspace.reading(m_run.id, m_instance);
        const QString why = read ? tr("Reads %1 first: %2.", "data/raw, 1.2 of 5.0 GB").arg(qt(read->path), models::SizeText::part(read->done, read->total))
                                 : StateWords::reason(m_workspace.view().workspace, m_run, m_instance);
        QString word = theme::StateMark::word(models::markOf(m_instance));
        word[0] = word[0].toUpper();
        add(ended ? tr("Ended") : tr("Now"), word);
        add(tr("Reason"), why);
    }

    void attempts()
    {
        QStringList lines;
        for (const engine::Attempt& attempt : m_instance.attempts) {
            if (attempt.phase != engine::Attempt::Phase::ended)
                continue;
            const QString outcome = StateWords::outcome(attempt.outcome);
            if (!outcome.isEmpty() && m_instance.attempts.size() > 1)
                lines.append(tr("attempt %1: %2").arg(attempt.number).arg(outcome));
        }
        if (m_instance.notBefore)
            lines.append(tr("next at %1").arg(TimeText::clock(*m_instance.notBefore)));
        add(tr("Retried"), lines.join(u'\n'));
    }

    void decision()
    {
        const auto request = m_workspace.view().workspace.requests.find({m_run.id, m_instance.id, m_instance.requests});
        if (request == m_workspace.view().workspace.requests.end() || request->second.person.empty())
            return;
        const QString person = m_workspace.personOf(request->second.person);
        const QString comment = qt(request->second.comment);
        add(tr("Decided"), comment.isEmpty() ? tr("by %1").arg(person) : tr("by %1: %2").arg(person, comment));
    }

    void made()
    {
        const Json inputs = m_instance.attempts.empty() ? Json() : memberAt(m_instance.attempts.back().record.json(), "inputs");
        QStringList taken;
        if (inputs.is_object()) {
            for (const auto& [name, digest] : inputs.items())
                taken.append(qt(name) % u"  "_s % NumberText::digest(digest.is_string() ? digest.get<std::string>() : dumpJson(digest)));
        }
        add(tr("Inputs"), taken.join(u'\n'), true);
        QStringList outputs;
        for (const auto& [name, artifact] : m_instance.outputs)
            outputs.append(qt(name) % u"  "_s % NumberText::digest(artifact.digest.hex()));
        add(tr("Outputs"), outputs.join(u'\n'), true);
        QStringList metrics;
        for (const auto& [name, value] : m_instance.metrics.items()) {
            if (value.is_number())
                metrics.append(qt(name) % u"  "_s % NumberText::value(value.get<double>()));
        }
        add(tr("Metrics"), metrics.join(u'\n'), true);
        if (const auto tests = session::testResultsOf(m_workspace.view(), m_run, m_instance))
            add(tr("Tests"), models::TestWords::counts(tests->counts));
        QStringList values;
        for (const session::StepValue& value : session::valuesOf(m_run, m_instance))
            values.append(tr("%1  %2  (%3)", "name, value, type").arg(qt(value.name), models::shown(value.value), StateWords::type(value.type)));
        add(tr("Values"), values.join(u'\n'), true);
    }

    void code()
    {
        if (m_instance.attempts.empty())
            return;
        const Json record = m_instance.attempts.back().record.json();
        QStringList files;
        if (const Json& code = memberAt(record, "code"); code.is_object()) {
            for (const auto& [file, digest] : code.items())
                files.append(qt(file) % u"  "_s % NumberText::digest(digest.is_string() ? digest.get<std::string>() : dumpJson(digest)));
        }
        add(tr("Code"), files.join(u'\n'), true);
        QStringList changes;
        for (const session::CodeChange& change : shownChanges(m_run)) {
            if (change.attempt.instance != m_instance.id)
                continue;
            const QString file = change.file.empty() ? tr("The code") : qt(change.file);
            changes.append(change.since.empty() ? tr("%1 changed while this attempt ran.").arg(file)
                                                : tr("%1 is not what it was for %2.", "a file, an attempt").arg(file, qt(change.since)));
        }
        add(tr("Changed"), changes.join(u'\n'));
    }

    void reproduction()
    {
        const auto reproduction = session::reproductionOf(m_workspace.view(), m_run);
        if (!reproduction)
            return;
        for (const session::ReproducedStep& step : reproduction->steps) {
            if (step.instance == m_instance.id)
                add(tr("Beside %1").arg(qt(reproduction->of)), compared(step));
        }
    }

    static QString compared(const session::ReproducedStep& step)
    {
        using Verdict = session::ReproducedStep::Verdict;
        if (step.verdict == Verdict::same)
            return tr("All that it made is the same.");
        if (step.verdict == Verdict::added)
            return tr("It did not run there.");
        QStringList lines;
        for (const session::ReproducedPart& part : step.parts) {
            if (!part.isSame())
                lines.append(tr("%1 differs", "something that a step made or took").arg(qt(part.name)));
        }
        return lines.join(u'\n');
    }

    void usage()
    {
        if (m_instance.attempts.empty())
            return;
        const engine::Attempt& attempt = m_instance.attempts.back();
        const Json usage = memberAt(attempt.record.json(), "usage");
        QStringList parts;
        if (const auto cpu = integerAt(usage, "cpuMs"); cpu > 0)
            parts.append(tr("%1 of processor time").arg(TimeText::duration(Duration(cpu))));
        if (const auto memory = integerAt(usage, "memoryBytes"); memory > 0)
            parts.append(tr("%1 MiB at most").arg(memory >> 20));
        add(tr("Used"), parts.join(tr(", ", "between things of a list")));
        if (attempt.phase == engine::Attempt::Phase::started && attempt.pid > 0)
            add(tr("Process"), QString::number(attempt.pid), true);
    }

    const models::WorkspaceModel& m_workspace;
    const engine::Run& m_run;
    const engine::Instance& m_instance;
    std::vector<Fact> m_facts;
};

} // namespace

std::vector<Fact> instanceFacts(const models::WorkspaceModel& workspace, const engine::Run& run, const engine::Instance& instance)
{
    return Facts(workspace, run, instance).take();
}

} // namespace penstock::runs
