#pragma once

#include "core/tracking/mlflow_call.h"

#include <optional>
#include <string>
#include <string_view>

namespace penstock::tracking {

// The fields of one message. The first thing that is wrong is kept; what is read after it does not matter. Names are
// taken as the API documents them and in camel case, as protobuf does; unknown ones are passed over.
class MlflowFields final {
public:
    // `where` stands before names in errors: "metrics[3]."
    MlflowFields(const Json& object, std::optional<MlflowAnswer>& wrong, std::string where = {});

    const Json& find(std::string_view name) const; // null when it is not there
    bool has(std::string_view name) const { return !find(name).is_null(); }

    std::string text(std::string_view name) const;                         // empty when it is not there
    std::string needed(std::string_view name) const;                       // a text that has to be there
    std::string runId() const;                                             // run_id, or run_uuid of old clients
    std::int64_t integer(std::string_view name, std::int64_t other) const; // also as text
    std::int64_t neededInteger(std::string_view name) const;
    double neededNumber(std::string_view name) const;     // also "NaN", "Infinity", "-Infinity"
    std::string key(std::string_view name = "key") const; // a name of a metric, parameter or tag

    void refuse(std::string message) const; // INVALID_PARAMETER_VALUE
    void invalid(std::string_view name, const Json& value) const;
    void missing(std::string_view name) const;
    bool isFine() const { return !m_wrong; }

private:
    const Json& m_object;
    std::optional<MlflowAnswer>& m_wrong;
    std::string m_where;
};

} // namespace penstock::tracking
