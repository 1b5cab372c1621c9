// What a person or program can ask of an owner. Values with a JSON form (docs/formats.md, POST /v1/commands).
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"

#include <string>
#include <variant>
#include <vector>

namespace penstock::session {

struct StartRun {
    std::string file; // pipeline file, relative to the workspace
    Json parameters = Json::object();
    int jobs = 0; // > 0: from now on so many steps of the workspace may run at once
    bool simulated = false;        // go through the graph without executing anything
    std::vector<std::string> from = {}; // run these steps and what comes after them; the rest is reused
    std::vector<std::string> to = {};   // run these steps and what comes before them; the rest is skipped
    std::string reuse = {};             // text of an ended run whose successes stand where nothing says otherwise; empty: none
    bool noCache = false;               // take nothing from the cache
    std::string revision = {};          // work in a clean checkout of this branch, tag or commit; empty: in the workspace
};
struct ResumeRun {
    RunId run; // ended: a new run that reuses its successes; not ended: that run is followed
};
struct ReproduceRun {
    RunId run; // ended: a new run that makes its results again, from its documents, at its commit with its changes
};
struct CancelRun {
    RunId run;
    std::string reason;
};
struct DecideRequest {
    RequestId request;
    bool approve = false;
    std::string comment;
    std::string digest; // hex of what was shown; empty: what is current
};
struct PromoteVersion { // by hand, outside a run
    VersionId version;
    std::string stage;
    std::string expected;
    std::string comment;
};
struct EmitEvent { // an event from outside: it is in the inbox before this is answered
    std::string name;
    std::string key; // of its sender: the same name and key again is answered with the first event; empty: none
    Json data = Json::object();
};
struct ReplayEvent { // the same event once more, as a new one that is handled by the pipelines as they are now
    EventId event;
};
struct CollectGarbage {}; // remove now what retention does not keep and what nothing needs
struct Ping {}; // answers {version, protocol, pid, seq}
struct Quit {}; // the owner stops when it is idle; running steps are left to their shims

using Command = std::variant<StartRun, ResumeRun, ReproduceRun, CancelRun, DecideRequest, PromoteVersion, EmitEvent, ReplayEvent, CollectGarbage,
                             Ping, Quit>;

struct Order {
    std::string key;   // idempotency: the same key gives the first reply again
    std::string user;  // system user; set by the server from the peer, never believed from the text
    Command command;
};

Json toJson(const Command& command); // {"command": "run", "file": …}
Result<Command> commandFromJson(const Json& json); // errors: invalid

} // namespace penstock::session
