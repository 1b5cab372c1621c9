#include "core/host/fact.h"

namespace penstock::host {

Fact engineFact(engine::Input input)
{
    Fact fact;
    fact.act = [input = std::move(input)](Ledger& ledger) { return ledger.decide(input, "engine"); };
    return fact;
}

} // namespace penstock::host
