// Carries register and promote steps to the registry. Owner's thread only.
#pragma once

#include "core/host/fact.h"
#include "core/host/mailbox.h"
#include "core/host/workers.h"
#include "core/store/production_folder.h"

#include <atomic>
#include <memory>

namespace penstock::host {

class Registrar final {
public:
    Registrar(store::ProductionFolder& production, Workers& workers, Mailbox& mailbox,
              const session::View& view, FactSink tell);
    ~Registrar(); // asks workers to stop

    void recordVersion(const engine::RecordVersion& effect);
    // Fills and verifies the folder first, then moves the pointer in one commit with the step's end, then switches the link.
    void promoteVersion(const engine::PromoteVersion& effect);
    // The same by hand, outside a run; `done` hears the result.
    void promoteByHand(const registry::Promotion& promotion, const std::string& actor, std::function<void(const Result<void>&)> done);
    // At start: the links say again what the registry says.
    void repairLinks();

private:
    void fillThen(const VersionId& version, std::function<void(Result<void>)> next);
    static Result<void> move(Ledger& ledger, const registry::Promotion& promotion, const std::string& actor);

    store::ProductionFolder& m_production;
    Workers& m_workers;
    Mailbox& m_mailbox;
    const session::View& m_view;
    FactSink m_tell;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
};

} // namespace penstock::host
