#include "core/pipeline/kinds.h"

#include "core/pipeline/fields.h"

#include <algorithm>
#include <cassert>

namespace penstock::pipeline {

std::span<const KindDescription> kinds()
{
    // Made on first use: the tables live in other translation units, whose initialisation has no order with this one.
    static const KindDescription table[] = {
        {.kind = Kind::command, .key = "run", .icon = "command", .body = runField, .own = commandFields()},
        {.kind = Kind::choose, .key = "choose", .icon = "choice", .body = chooseField, .own = {}},
        {.kind = Kind::wait, .key = "wait", .icon = "wait", .body = waitField, .own = {}},
        {.kind = Kind::approve, .key = "approve", .icon = "approve", .body = approveField, .own = {}},
        {.kind = Kind::register_, .key = "register", .icon = "register", .body = registerField, .own = {}},
        {.kind = Kind::promote, .key = "promote", .icon = "promote", .body = promoteField, .own = {}},
        {.kind = Kind::pipeline, .key = "pipeline", .icon = "pipeline", .body = pipelineField, .own = subPipelineFields()},
        {.kind = Kind::placeholder, .key = "placeholder", .icon = "placeholder", .body = placeholderField, .own = {}},
        {.kind = Kind::end, .key = "end", .icon = "end", .body = endField, .own = {}},
    };
    return table;
}

const KindDescription& describe(Kind kind)
{
    const auto found = std::ranges::find(kinds(), kind, &KindDescription::kind);
    assert(found != kinds().end());
    return *found;
}

const KindDescription* kindByKey(std::string_view key)
{
    const auto found = std::ranges::find(kinds(), key, &KindDescription::key);
    return found == kinds().end() ? nullptr : &*found;
}

std::vector<std::string_view> futureKinds() { return {"http", "deploy", "notify", "monitor"}; }

const Field* fieldByKey(std::span<const Field> fields, std::string_view key)
{
    const auto found = std::ranges::find(fields, key, &Field::key);
    return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string_view> stepKeys(const KindDescription& kind)
{
    std::vector<std::string_view> keys{kind.key};
    for (const Field& field : commonStepFields())
        keys.push_back(field.key);
    for (const Field& field : kind.own)
        keys.push_back(field.key);
    return keys;
}

} // namespace penstock::pipeline
