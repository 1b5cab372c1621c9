// The JSON forms of the values that events carry, and a reader that remembers the first field that was wrong.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/engine/outcome.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::engine {

Json toJson(const ArtifactRef& artifact); // {"digest": hex, "shape": "file" | "folder", "size": bytes}
std::optional<ArtifactRef> artifactFrom(const Json& json);
Json toJson(const std::map<std::string, ArtifactRef>& artifacts);
Json toJson(const Message& message); // {"id": …, "arguments": [[name, value], …]}; null when there is none
Message messageFrom(const Json& json); // empty when it is none
Json toJson(const Outcome& outcome);

// Reads members of one object. Absent optional members have the default of a fresh value, so that fields can be added.
class FieldReader final {
public:
    explicit FieldReader(const Json& object)
        : m_object(object)
    {}

    std::string text(const char* key);          // required
    std::string textOr(const char* key) const { return textAt(m_object, key); }
    std::int64_t integer(const char* key) const { return integerAt(m_object, key); }
    Json object(const char* key);               // an empty object when absent
    Json any(const char* key) const { return memberAt(m_object, key); }
    RunId run(const char* key = "run");
    InstanceId instance(const char* key = "instance");
    AttemptId attempt(const char* key = "attempt");
    RequestId request(const char* key = "request");
    EventId event(const char* key = "event");
    void require(bool truth, const char* key); // else that field is wrong
    Digest digest(const char* key);
    Instant instant(const char* key);
    std::optional<Instant> optionalInstant(const char* key);
    std::map<std::string, ArtifactRef> artifacts(const char* key);
    Message message(const char* key);
    Outcome outcome(const char* key);
    std::vector<std::string> texts(const char* key);
    std::vector<int> integers(const char* key);
    template <class T, class Parse>
    T word(const char* key, Parse parse)
    {
        return taken<T>(parse(textAt(m_object, key)), key);
    }

    bool ok() const { return m_wrong.empty(); }
    const std::string& wrong() const { return m_wrong; } // the first field that is missing or has another type

private:
    template <class T>
    T taken(std::optional<T> value, const char* key)
    {
        if (value)
            return std::move(*value);
        complain(key);
        return T{};
    }
    void complain(const char* key);

    const Json& m_object;
    std::string m_wrong;
};

} // namespace penstock::engine
