#include "core/host/registrar.h"

#include "core/engine/command_line.h"

namespace penstock::host {

namespace {

// A file artifact gets back the name under which its step wrote it.
store::ProductionModel modelOf(const registry::Version& version)
{
    const std::string path = textAt(version.lineage, "path");
    const std::string name = path.substr(path.rfind('/') + 1);
    return {version.id, version.artifact, name.empty() ? "model" : name};
}

// The link is only a view of the registry: when switching it fails the registry stands, and the next owner mends the link.
void switchLink(store::ProductionFolder& folder, const VersionId& version) { (void)folder.switchTo(version); }

Result<void> recordRefusal(Ledger& ledger, const RunId& run, const InstanceId& instance, const Error& why)
{
    return ledger.decide(engine::Recorded{run, instance, why, Json::object()}, "engine");
}

} // namespace

Registrar::Registrar(store::ProductionFolder& production, Workers& workers, Mailbox& mailbox,
                     const session::View& view, FactSink tell)
    : m_production(production)
    , m_workers(workers)
    , m_mailbox(mailbox)
    , m_view(view)
    , m_tell(std::move(tell))
{}

Registrar::~Registrar() { *m_stop = true; }

void Registrar::recordVersion(const engine::RecordVersion& effect)
{
    Fact fact;
    fact.act = [effect](Ledger& ledger) -> Result<void> {
        const engine::WorkspaceState& state = ledger.view().workspace;
        const engine::Run* run = state.run(effect.run);
        const engine::Instance* instance = run ? run->find(effect.instance) : nullptr;
        if (!instance || engine::isEnd(instance->state))
            return {};
        const auto request = engine::versionRequest(state, *run, *instance);
        if (!request)
            return recordRefusal(ledger, effect.run, effect.instance, request.error());
        const auto made = registry::registerVersion(ledger.view().registry,
                                                    {{request->model, request->major}, request->artifact, effect.run.text(),
                                                     effect.instance.text(), request->parameters, request->metrics, request->lineage});
        for (const registry::Event& event : made.events)
            ledger.record(event, run->actor);
        return ledger.decide(engine::Recorded{effect.run, effect.instance, std::nullopt, {{"version", made.version.text()}}}, run->actor);
    };
    m_tell(std::move(fact));
}

void Registrar::promoteVersion(const engine::PromoteVersion& effect)
{
    const engine::Run* run = m_view.workspace.run(effect.run);
    const engine::Instance* instance = run ? run->find(effect.instance) : nullptr;
    if (!instance || engine::isEnd(instance->state))
        return;
    const auto request = engine::promotionRequest(m_view.workspace, *run, *instance);
    const auto stage = request ? registry::stageByName(request->stage) : std::nullopt;
    if (!request || !stage) {
        const Error why = request ? Error{ErrorCode::invalid, {"registry.unknown_stage", {{"stage", request->stage}}}, {}} : request.error();
        Fact fact;
        fact.act = [effect, why](Ledger& ledger) { return recordRefusal(ledger, effect.run, effect.instance, why); };
        return m_tell(std::move(fact));
    }
    const registry::Promotion promotion{request->version, *stage, request->expected, request->person, request->comment, effect.run.text()};
    fillThen(request->version, [this, effect, promotion, actor = run->actor](Result<void> filled) {
        Fact fact;
        fact.act = [effect, promotion, actor, filled](Ledger& ledger) -> Result<void> {
            const Result<void> moved = filled ? move(ledger, promotion, actor) : filled;
            if (!moved)
                return recordRefusal(ledger, effect.run, effect.instance, moved.error());
            return ledger.decide(engine::Recorded{effect.run, effect.instance, std::nullopt, Json::object()}, actor);
        };
        fact.done = [this, line = promotion.version.line](const Result<void>& result) {
            const registry::Line* owner = m_view.registry.line(line);
            if (result && owner && owner->production)
                switchLink(m_production, owner->inProduction()->id);
        };
        m_tell(std::move(fact));
    });
}

void Registrar::promoteByHand(const registry::Promotion& promotion, const std::string& actor, std::function<void(const Result<void>&)> done)
{
    fillThen(promotion.version, [this, promotion, actor, done](Result<void> filled) {
        Fact fact;
        fact.lasting = false;
        fact.act = [promotion, actor, filled](Ledger& ledger) { return filled ? move(ledger, promotion, actor) : filled; };
        fact.done = [this, promotion, done](const Result<void>& result) {
            const registry::Line* owner = m_view.registry.line(promotion.version.line);
            if (result && owner && owner->production)
                switchLink(m_production, owner->inProduction()->id);
            done(result);
        };
        m_tell(std::move(fact));
    });
}

Result<void> Registrar::move(Ledger& ledger, const registry::Promotion& promotion, const std::string& actor)
{
    const auto events = registry::promote(ledger.view().registry, promotion);
    if (!events)
        return events.error();
    for (const registry::Event& event : *events)
        ledger.record(event, actor);
    if (events->empty())
        return {};
    const ModelLine& line = promotion.version.line;
    return ledger.decide(engine::Production{{line.text(), registry::productionFacts(ledger.view().registry, line)}}, actor);
}

void Registrar::fillThen(const VersionId& id, std::function<void(Result<void>)> next)
{
    const registry::Version* version = m_view.registry.version(id);
    if (!version)
        return next(Error{ErrorCode::notFound, {"registry.unknown_version", {{"version", id.text()}}}, {}});
    m_workers.run([&production = m_production, &mailbox = m_mailbox, model = modelOf(*version), stop = m_stop, next = std::move(next)] {
        const auto folder = production.fill(model, *stop);
        const Result<void> filled = folder ? Result<void>() : folder.error();
        mailbox.post([filled, next] { next(filled); });
    });
}

void Registrar::repairLinks()
{
    for (const auto& [id, line] : m_view.registry.lines) {
        const registry::Version* version = line.inProduction();
        const auto wanted = version ? std::optional(modelOf(*version)) : std::nullopt;
        m_workers.run([&production = m_production, line = id, wanted, stop = m_stop] {
            (void)production.repair(line, wanted, *stop); // the registry is right with or without its link
        });
    }
}

} // namespace penstock::host
