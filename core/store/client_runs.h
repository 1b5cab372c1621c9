// The runs of MLflow clients and what they say beside their metrics, in metrics.db. The first run that a script makes
// is its attempt; further ones have names in it.
#pragma once

#include "core/base/ids.h"
#include "core/store/database.h"
#include "core/tracking/series.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::store {

struct ClientRun {
    std::string uuid; // 32 hexadecimal digits
    AttemptId attempt;
    std::int64_t attemptNumber = 0; // in this file
    std::string of;                 // empty: the attempt itself
    std::int64_t experiment = 0;
    std::string name, user;
    int status = 1;                    // of MLflow
    std::int64_t began = 0, ended = 0; // ms since 1970; 0: not yet
};

struct Experiment {
    std::int64_t id = 0;
    std::string name;
    std::int64_t created = 0;
};

// A view of a MetricDatabase's connection, used between its begin() and commit(). All errors are those of the database.
class ClientRuns final {
public:
    using Texts = std::map<std::string, std::string>;
    enum class Kind { parameters, tags };

    explicit ClientRuns(Database& database) : m_database(database) {}

    Result<std::optional<ClientRun>> find(const std::string& uuid);
    Result<std::optional<ClientRun>> findRequest(std::int64_t attempt, const std::string& request);
    Result<std::int64_t> count(std::int64_t attempt);
    Result<bool> isTaken(std::int64_t attempt, const std::string& of);
    // Gives it its uuid.
    Result<void> make(ClientRun& run, const std::string& request);
    Result<void> update(const ClientRun& run);

    Result<std::optional<std::string>> text(Kind kind, const ClientRun& run, const std::string& key);
    Result<std::int64_t> countTexts(Kind kind, const ClientRun& run);
    Result<void> setText(Kind kind, const ClientRun& run, const std::string& key, const std::string& value);
    Result<bool> removeTag(const ClientRun& run, const std::string& key); // false: there was none
    Result<Texts> texts(Kind kind, const ClientRun& run);

    Result<std::vector<tracking::MetricPoint>> latest(const ClientRun& run);
    Result<std::vector<tracking::MetricPoint>> history(const ClientRun& run, const std::string& key, std::size_t most);

    Result<std::optional<Experiment>> experiment(std::int64_t id);
    Result<std::optional<Experiment>> experimentNamed(const std::string& name);
    Result<Experiment> makeExperiment(const std::string& name, std::int64_t now);
    Result<std::vector<Experiment>> experiments(std::size_t most);

private:
    Result<std::optional<ClientRun>> one(Statement& select);

    Database& m_database;
};

} // namespace penstock::store
