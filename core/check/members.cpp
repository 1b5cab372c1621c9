#include "core/check/members.h"

namespace penstock::check {

using pipeline::Kind;

std::vector<std::string> membersOf(const pipeline::Step& step)
{
    if (!step.map.is_null())
        return {"outputs", "metrics", "values", "results", "best", "count", "state"};
    switch (step.kind()) {
    case Kind::command: return {"outputs", "metrics", "values", "state"};
    case Kind::register_: return {"version", "state"};
    case Kind::pipeline: return {"outputs", "state"};
    case Kind::approve: return {"person", "comment", "state"};
    default: return {"state"};
    }
}

const std::vector<std::string>& runMembers()
{
    static const std::vector<std::string> names{"id", "number", "pipeline", "file", "actor"};
    return names;
}

const std::vector<std::string>& productionMembers()
{
    static const std::vector<std::string> names{"exists", "version", "number", "artifact", "metrics", "parameters", "lineage", "run", "since"};
    return names;
}

} // namespace penstock::check
