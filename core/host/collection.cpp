#include "core/host/collection.h"

#include "core/engine/json_fields.h"
#include "core/host/caching.h"
#include "core/host/code_files.h"
#include "core/host/failure_hint.h"
#include "core/host/test_reports.h"
#include "core/host/values_file.h"
#include "core/tracking/metrics.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace penstock::host {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largestTextFile = 16 << 20;

Result<std::string> readText(const std::string& path)
{
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(path, error)))
        return Error{ErrorCode::notFound, {"host.file_missing", {{"path", path}}}, {}};
    if (fs::file_size(path, error) > largestTextFile)
        return Error{ErrorCode::invalid, {"host.file_too_large", {{"path", path}, {"limit", std::to_string(largestTextFile)}}}, {}};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

class Collecting {
public:
    Collecting(const Collection& collection, ArtifactStore& artifacts, const std::atomic<bool>& stop)
        : m_collection(collection)
        , m_artifacts(artifacts)
        , m_stop(stop)
        , m_places(placesOf(collection.preparation))
    {
        m_ended.attempt = collection.preparation.attempt;
        m_ended.outcome = collection.exit.outcome;
        m_ended.record = {{"started", formatInstant(collection.exit.started)},
                          {"ended", formatInstant(collection.exit.ended)},
                          {"usage", collection.exit.usage}};
        m_ended.record.update(inputsRecord(collection.inputs, collection.code));
        if (!collection.cache.is_null())
            m_ended.record["cache"] = collection.cache;
        if (collection.ownTracking)
            m_ended.record["tracking"] = "own";
        if (collection.logged && !collection.logged->record.is_null())
            m_ended.record["logged"] = collection.logged->record;
    }

    engine::AttemptEnded run()
    {
        lookAtCode();
        if (m_ended.outcome.kind == engine::OutcomeKind::succeeded)
            takeAll();
        takeTests();
        if (m_ended.outcome.kind != engine::OutcomeKind::succeeded && m_ended.outcome.why.id.empty())
            m_ended.outcome.why = failureHint(m_ended.outcome, m_collection.preparation.layout.attemptFolder(m_ended.attempt) + "/log");
        return std::move(m_ended);
    }

private:
    void lookAtCode()
    {
        const Preparation& preparation = m_collection.preparation;
        const auto now = digestCode(preparation.layout.workspace, preparation.code, m_artifacts, m_stop);
        m_ended.record["codeAtEnd"] = digestOf(now);
        Json changed = Json::array();
        for (const auto& [file, digest] : m_collection.code) {
            if (const auto there = now.find(file); there == now.end() || there->second != digest)
                changed.push_back(file);
        }
        if (!changed.empty())
            m_ended.record["changedCode"] = std::move(changed);
    }

    void takeAll()
    {
        for (const auto taker : {&Collecting::checkInputs, &Collecting::takeOutputs, &Collecting::takeValues, &Collecting::takeMetrics, &Collecting::keepForCache}) {
            if (const auto taken = (this->*taker)(); !taken) {
                m_ended.outcome = {engine::OutcomeKind::notCollected, 0, 0, taken.error().message};
                m_ended.outputs.clear();
                return;
            }
        }
    }

    // The result would be said to come from data that it did not see.
    Result<void> checkInputs()
    {
        for (const auto& [name, path] : m_collection.fileInputs) {
            const auto now = m_artifacts.digestInPlace(path, {}, m_stop);
            if (!now)
                return now.error();
            if (now->digest != m_collection.inputs.at(name).digest)
                return Error{ErrorCode::conflict, {"host.input_changed_meanwhile", {{"input", name}, {"path", path}}}, {}};
        }
        return {};
    }

    Result<void> takeOutputs()
    {
        std::string missing;
        for (const auto& [name, output] : m_collection.preparation.outputs) {
            const std::string& path = m_places.outputs.at(name);
            std::error_code error;
            if (!fs::exists(fs::symlink_status(path, error))) {
                missing += (missing.empty() ? "" : ", ") + name + " (" + (output.path.empty() ? "$PENSTOCK_OUTPUT" : output.path) + ")";
                continue;
            }
            const auto artifact = m_artifacts.put(path, m_stop);
            if (!artifact)
                return artifact.error();
            m_ended.outputs[name] = *artifact;
        }
        if (!missing.empty())
            return Error{ErrorCode::notFound, {"host.outputs_missing", {{"outputs", missing}}}, {}};
        return {};
    }

    Result<void> takeValues()
    {
        std::error_code error;
        if (fs::exists(m_places.outputsFile, error)) {
            const auto text = readText(m_places.outputsFile);
            if (!text)
                return text.error();
            auto values = parseValues(*text);
            if (!values)
                return values.error();
            m_ended.values = std::move(*values);
        }
        return checkValues(m_ended.values, m_collection.values);
    }

    Result<void> takeMetrics()
    {
        const std::string& declared = m_collection.preparation.metrics;
        if (declared.empty())
            return takeLogged();
        const auto text = readText(m_collection.preparation.layout.inWorkspace(declared));
        if (!text)
            return Error{text.error().code, {"host.metrics_missing", {{"path", declared}}}, {}};
        auto metrics = tracking::readMetrics(*text);
        if (!metrics)
            return metrics.error();
        m_ended.metrics = std::move(*metrics);
        return {};
    }

    // A file that the step declares says more than what its script logged on the way.
    Result<void> takeLogged()
    {
        if (!m_collection.logged)
            return m_collection.logged.error();
        for (const auto& [name, value] : m_collection.logged->values)
            m_ended.metrics[name] = value;
        return {};
    }

    // Tests that failed are why the command did; and it is said when it ended well all the same, or without a report.
    void takeTests()
    {
        TakenReports tests = takeReports(m_collection.preparation, m_artifacts, m_stop);
        if (tests.record.is_null())
            return;
        m_ended.record["tests"] = std::move(tests.record);
        const bool says = m_ended.outcome.kind == engine::OutcomeKind::succeeded
                          || (m_ended.outcome.kind == engine::OutcomeKind::exited && tests.why.id == "host.tests_failed");
        if (says && m_ended.outcome.why.id.empty())
            m_ended.outcome.why = std::move(tests.why);
    }

    // What was read while it changed stands for no key; the file of metrics is an output to whoever is taken from the cache.
    Result<void> keepForCache()
    {
        if (textAt(m_collection.cache, "key").empty())
            return {};
        const Layout& layout = m_collection.preparation.layout;
        const auto changed = changedCode(m_collection.cache, layout.workspace, m_artifacts, m_stop);
        if (!changed || !changed->empty())
            m_ended.record["cache"]["codeChanged"] = true;
        if (changed && !changed->empty())
            m_ended.record["cache"]["changedCode"] = *changed;
        if (m_collection.preparation.metrics.empty())
            return {};
        const auto metrics = m_artifacts.put(layout.inWorkspace(m_collection.preparation.metrics), m_stop);
        if (!metrics)
            return metrics.error();
        m_ended.record["cache"]["metricsFile"] = engine::toJson(*metrics);
        return {};
    }

    const Collection& m_collection;
    ArtifactStore& m_artifacts;
    const std::atomic<bool>& m_stop;
    engine::Places m_places;
    engine::AttemptEnded m_ended;
};

} // namespace

engine::AttemptEnded collect(const Collection& collection, ArtifactStore& artifacts, const std::atomic<bool>& stop)
{
    return Collecting(collection, artifacts, stop).run();
}

} // namespace penstock::host
