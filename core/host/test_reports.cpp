#include "core/host/test_reports.h"

#include "core/engine/json_fields.h"
#include "core/tracking/test_report.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace penstock::host {

namespace fs = std::filesystem;

namespace {

// Also of a folder's files: of reports that say which, only those that are XML.
std::vector<std::string> filesOf(const ArtifactRef& artifact, const std::string& path)
{
    if (artifact.shape == ArtifactShape::file)
        return {path};
    std::vector<std::string> files;
    std::error_code error;
    for (auto each = fs::recursive_directory_iterator(path, error); !error && each != fs::end(each); each.increment(error)) {
        if (each->path().extension() == ".xml" && fs::is_regular_file(each->symlink_status(error)))
            files.push_back(each->path());
    }
    std::ranges::sort(files);
    return files;
}

Result<std::string> readText(const std::string& path)
{
    std::error_code error;
    if (const auto size = fs::file_size(path, error); error || size > tracking::largestTestReport)
        return Error{ErrorCode::invalid, {"tracking.report_size", {{"limit", std::to_string(tracking::largestTestReport)}}}, {}};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        return Error{ErrorCode::io, {"host.file_missing", {{"path", path}}}, {}};
    return text.str();
}

class Taking final {
public:
    Taking(const Preparation& preparation, ArtifactStore& artifacts, const std::atomic<bool>& stop)
        : m_preparation(preparation)
        , m_artifacts(artifacts)
        , m_stop(stop)
    {}

    TakenReports run()
    {
        Json reports = Json::array();
        for (const std::string& declared : m_preparation.reports)
            reports.push_back(take(declared));
        Json record = tracking::toJson(m_counts);
        record["suites"] = m_suites;
        record["reports"] = std::move(reports);
        if (m_counts.all() > 0)
            keepCases(record);
        if (m_counts.bad() > 0)
            m_why = {"host.tests_failed", {{"failed", std::to_string(m_counts.bad())}, {"count", std::to_string(m_counts.all())}, {"first", m_firstBad}}};
        return {std::move(record), std::move(m_why)};
    }

private:
    Json take(const std::string& declared)
    {
        Json report{{"path", declared}};
        const std::string path = m_preparation.layout.inWorkspace(declared);
        std::error_code error;
        if (!fs::exists(fs::symlink_status(path, error)))
            return complained(std::move(report), {"host.report_missing", {{"path", declared}}});
        const auto artifact = m_artifacts.put(path, m_stop);
        if (!artifact)
            return complained(std::move(report), artifact.error().message);
        report["artifact"] = engine::toJson(*artifact);
        const Message problem = read(*artifact);
        return problem.id.empty() ? report : complained(std::move(report), problem);
    }

    Json complained(Json report, const Message& problem)
    {
        report["problem"] = engine::toJson(problem);
        if (m_why.id.empty())
            m_why = problem.id == "host.report_missing" ? problem : Message{"host.report_unreadable", {{"path", textAt(report, "path")}}};
        return report;
    }

    // What the store has does not change while it is read.
    Message read(const ArtifactRef& artifact)
    {
        const auto path = m_artifacts.readPath(artifact);
        if (!path)
            return path.error().message;
        const std::vector<std::string> files = filesOf(artifact, *path);
        if (files.empty())
            return {"host.report_folder_empty", {}};
        Message problem;
        for (std::size_t i = 0; i < files.size() && problem.id.empty(); ++i)
            problem = i < mostReportFiles ? readFile(files[i]) : Message{"host.report_files_too_many", {{"limit", std::to_string(mostReportFiles)}}};
        return problem;
    }

    Message readFile(const std::string& file)
    {
        const auto text = readText(file);
        if (!text)
            return text.error().message;
        tracking::TestReport report = tracking::readTestReport(*text);
        m_suites += report.suites;
        for (const tracking::TestCase& each : report.cases) {
            if (m_counts.all() >= tracking::maximumTestCases)
                return {"tracking.report_cases", {{"limit", std::to_string(tracking::maximumTestCases)}}};
            m_counts.add(each);
            m_cases.push_back(tracking::toJson(each));
            if (m_counts.bad() == 1 && m_firstBad.empty())
                m_firstBad = each.className.empty() ? each.name : each.className + '.' + each.name;
        }
        return std::move(report.problem);
    }

    void keepCases(Json& record)
    {
        Json document{{"penstock", 1}};
        document["cases"] = std::move(m_cases);
        const auto kept = m_artifacts.putBytes(dumpJson(document));
        if (kept)
            record["cases"] = engine::toJson(*kept);
    }

    const Preparation& m_preparation;
    ArtifactStore& m_artifacts;
    const std::atomic<bool>& m_stop;
    tracking::TestCounts m_counts;
    std::size_t m_suites = 0;
    Json m_cases = Json::array();
    std::string m_firstBad;
    Message m_why;
};

} // namespace

TakenReports takeReports(const Preparation& preparation, ArtifactStore& artifacts, const std::atomic<bool>& stop)
{
    return preparation.reports.empty() ? TakenReports{} : Taking(preparation, artifacts, stop).run();
}

} // namespace penstock::host
