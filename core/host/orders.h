// Turns what people ask (session commands) into facts, after checking trust, authority and sense. Owner's thread only.
#pragma once

#include "core/base/file_system.h"
#include "core/host/fact.h"
#include "core/host/layout.h"
#include "core/host/registrar.h"
#include "core/registry/people.h"
#include "core/session/session.h"

#include <functional>
#include <map>
#include <string>

namespace penstock::host {

class Orders final {
public:
    struct Parts {
        Layout layout;
        ArtifactStore& artifacts;
        const FileSystem& files;
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
    void start(const session::StartRun& command, const std::string& actor, session::Session::Reply reply);
    void resume(const session::ResumeRun& command, const std::string& actor, session::Session::Reply reply);
    void cancel(const session::CancelRun& command, const std::string& actor, session::Session::Reply reply);
    void decide(const session::DecideRequest& command, const std::string& user, session::Session::Reply reply);
    void promote(const session::PromoteVersion& command, const std::string& user, session::Session::Reply reply);
    void emit(const session::EmitEvent& command, const std::string& actor, session::Session::Reply reply);
    void replay(const session::ReplayEvent& command, const std::string& actor, session::Session::Reply reply);
    void receive(engine::EventReceived event, const std::string& actor, session::Session::Reply reply);
    void begin(engine::RunCreated run, const std::string& actor, session::Session::Reply reply);
    void submit(engine::Input input, const std::string& actor, Json answer, session::Session::Reply reply);
    const engine::Run* runOfKey(const std::string& key) const;
    Result<registry::People> peopleOf(const RunId& run) const;

    Parts m_parts;
    std::map<std::string, Result<Json>> m_answered; // by idempotency key
    std::string m_key;                              // of the order that is being taken
};

} // namespace penstock::host
