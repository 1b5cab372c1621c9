#include "core/host/beginnings.h"

#include "core/host/code_version.h"
#include "core/host/machine.h"
#include "core/host/run_documents.h"

namespace penstock::host {

Beginnings::Beginnings(Parts parts)
    : m_parts(std::move(parts))
{}

Beginnings::~Beginnings() { *m_stop = true; }

void Beginnings::start(const session::StartRun& command, Asker asker)
{
    if (command.revision.empty())
        freezeAndBegin(command, m_parts.files, nullptr, std::move(asker));
    else
        startAt(command, std::move(asker));
}

void Beginnings::startAt(const session::StartRun& command, Asker asker)
{
    ++m_underWay;
    m_parts.workers.run([this, command, asker = std::move(asker), workspace = m_parts.layout.workspace] {
        auto opened = RevisionFiles::open(workspace, command.revision);
        auto revision = std::make_shared<Result<std::unique_ptr<RevisionFiles>>>(std::move(opened));
        m_parts.mailbox.post([this, command, asker, revision] {
            --m_underWay;
            if (*revision)
                freezeAndBegin(command, ***revision, revision->value().get(), asker);
            else
                asker.reply(revision->error());
        });
    });
}

void Beginnings::freezeAndBegin(const session::StartRun& command, const FileSystem& files, const RevisionFiles* revision, Asker asker)
{
    auto run = freeze(m_parts.layout, files, m_parts.artifacts, command.file, command.parameters);
    if (!run)
        return asker.reply(run.error());
    run->simulated = command.simulated;
    run->from = command.from;
    run->to = command.to;
    run->resumedFrom = command.reuse;
    run->noCache = command.noCache;
    setMachine(command.jobs);
    if (!revision)
        return recordCode(std::move(*run), std::move(asker));
    run->checkout = engine::Checkout{{}, command.revision, revision->commit(), revision->folder(), {}};
    run->source = codeVersionOf(*revision);
    begin(std::move(*run), std::move(asker));
}

void Beginnings::setMachine(int jobs)
{
    Fact machine;
    machine.act = [jobs, capacity = capacityOf(m_parts.layout, m_parts.files)](Ledger& ledger) {
        if (jobs > 0)
            ledger.setSlots(jobs);
        ledger.setCapacity(capacity);
        return Result<void>();
    };
    m_parts.tell(std::move(machine));
}

void Beginnings::resume(const engine::Run& ended, Asker asker)
{
    engine::RunCreated run = again(ended);
    if (run.checkout)
        begin(std::move(run), std::move(asker));
    else
        recordCode(std::move(run), std::move(asker));
}

void Beginnings::reproduce(const engine::Run& ended, Asker asker)
{
    auto run = anew(ended);
    if (!run)
        return asker.reply(run.error());
    begin(std::move(*run), std::move(asker));
}

void Beginnings::recordCode(engine::RunCreated run, Asker asker)
{
    ++m_underWay;
    auto outputs = claimsOf(run);
    m_parts.workers.run([this, run = std::move(run), asker = std::move(asker), outputs = std::move(outputs), stop = m_stop]() mutable {
        run.source = codeVersionOf(m_parts.layout.workspace, outputs, m_parts.artifacts, *stop);
        m_parts.mailbox.post([this, run = std::move(run), asker = std::move(asker)]() mutable {
            --m_underWay;
            begin(std::move(run), std::move(asker));
        });
    });
}

// The number is given when the run enters the log: several orders may be taken before the first of them does, and with
// one number for all of them all but one would be acknowledged and never run. What is in production is asked then, too.
void Beginnings::begin(engine::RunCreated run, Asker asker)
{
    run.key = asker.key;
    const auto id = std::make_shared<std::string>();
    Fact fact;
    fact.lasting = false;
    fact.act = [run = std::move(run), actor = asker.actor, id](Ledger& ledger) mutable {
        run.run.number = ledger.view().workspace.lastRun + 1;
        run.facts = productionOf(ledger.view(), run);
        *id = run.run.text();
        if (run.checkout && run.checkout->name.empty())
            run.checkout->name = *id;
        return ledger.decide(engine::StartRun{run}, actor);
    };
    fact.done = [this, id, reply = std::move(asker.reply)](const Result<void>& result) {
        if (!result)
            return reply(result.error());
        reply(Json{{"run", *id}, {"seq", m_parts.view.seq}});
    };
    m_parts.tell(std::move(fact));
}

} // namespace penstock::host
