// Turns what people ask (session commands) into facts, after checking trust, authority and sense. Owner's thread only.
#pragma once

#include "core/host/beginnings.h"
#include "core/host/fact.h"
#include "core/host/layout.h"
#include "core/host/registrar.h"
#include "core/registry/people.h"
#include "core/session/session.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace penstock::host {

class Orders final {
public:
    struct Parts {
        Layout layout;
        ArtifactStore& artifacts;
        Beginnings& beginnings;
        Registrar& registrar;
        const session::View& view;
        std::function<bool()> isTrusted; // asked anew for each order that would execute something
        FactSink tell;
        std::function<void(session::Session::Reply)> collectGarbage;
    };

    explicit Orders(Parts parts);

    // The reply comes once, after the commit. An order whose key was answered before gets that answer again.
    void take(session::Order order, session::Session::Reply reply);

private:
    void answer(const std::string& key, const Result<Json>& result); // all who asked with it
    void start(const session::StartRun& command, Asker asker);
    void resume(const session::ResumeRun& command, Asker asker);
    void reproduce(const session::ReproduceRun& command, Asker asker);
    void cancel(const session::CancelRun& command, const std::string& actor, session::Session::Reply reply);
    void decide(const session::DecideRequest& command, const std::string& user, session::Session::Reply reply);
    void promote(const session::PromoteVersion& command, const std::string& user, session::Session::Reply reply);
    void emit(const session::EmitEvent& command, Asker asker);
    void replay(const session::ReplayEvent& command, Asker asker);
    void receive(engine::EventReceived event, Asker asker);
    void submit(engine::Input input, const std::string& actor, Json answer, session::Session::Reply reply);
    const engine::Run* runOfKey(const std::string& key) const;
    Result<registry::People> peopleOf(const RunId& run) const;

    Parts m_parts;
    std::map<std::string, Result<Json>> m_answered; // by idempotency key
    std::map<std::string, std::vector<session::Session::Reply>> m_underWay; // likewise: who waits for the answer
};

} // namespace penstock::host
