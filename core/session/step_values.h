// What steps gave out under names: the values that a command wrote to $PENSTOCK_OUTPUTS, with their types; for one instance, and as
// the history of one name over all runs. Pure reading of a view.
#pragma once

#include "core/session/view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::session {

enum class ValueType { text, number, boolean, list, object, null };
const char* name(ValueType type); // stable words of JSON
ValueType typeOf(const Json& value);

struct StepValue {
    std::string name;
    Json value;
    ValueType type = ValueType::text;
    std::vector<Json> choices; // declared ones; empty: any
};
std::vector<StepValue> valuesOf(const engine::Run& run, const engine::Instance& instance);

// The path of a step without rounds and items: "sweep[3]/train~2" is about "sweep/train".
std::string plainPath(std::string_view path);

// The other rounds and items of the same step, in the order of the run.
std::vector<const engine::Instance*> siblingsOf(const engine::Run& run, const engine::Instance& instance);

// Which value or metric of which step: "look.status", "outer/train.metrics.val.loss", "look.outputs.status".
struct ValueName {
    enum class Of { either, values, metrics };

    std::string step; // path of the step, without round and item
    Of of = Of::either;
    std::string key;

    static std::optional<ValueName> parse(std::string_view text);
    std::string text() const; // parse() takes it
    bool operator==(const ValueName&) const = default;
};

struct ValueMoment {
    RunId run;
    InstanceId instance;
    Instant at{}; // when the step ended
    Json value;
    bool taken = false; // from the cache or another run: nothing was executed for it
};

// Oldest run first, within a run in its order. `pipeline` empty: of all pipelines.
std::vector<ValueMoment> historyOf(const View& view, const std::string& pipeline, const ValueName& name);
// What there is to ask for, in order.
std::vector<ValueName> knownValues(const View& view, const std::string& pipeline);

} // namespace penstock::session
