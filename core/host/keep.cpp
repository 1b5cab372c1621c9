#include "core/host/keep.h"

#include "core/format/workspace_settings.h"
#include "core/store/event_reader.h"

#include <algorithm>

namespace penstock::host {

namespace {

constexpr std::uint64_t largestDocument = 16 << 20;
constexpr std::size_t pageOfEvents = 10'000;
constexpr Duration peopleLookFor = std::chrono::days(30); // at least so long what was moved aside can be found

// In production now, and what was before: the way back is short.
std::set<std::string> versionsToHave(const registry::Line& line)
{
    std::set<std::string> numbers;
    const registry::Version* before = nullptr;
    const auto leftAt = [](const registry::Version& version) { return version.history.empty() ? Instant{} : version.history.back().at; };
    for (const auto& [minor, version] : line.versions) {
        const bool wasThere = std::ranges::count(version.history, registry::Stage::production, &registry::StageChange::to) > 0;
        if (line.production == minor)
            numbers.insert(version.id.number());
        else if (wasThere && (!before || leftAt(*before) <= leftAt(version)))
            before = &version;
    }
    if (before)
        numbers.insert(before->id.number());
    return numbers;
}

} // namespace

Result<registry::Retention> retentionOf(const Layout& layout, const FileSystem& files)
{
    const std::string path = layout.inWorkspace("penstock.yaml");
    if (!files.exists(path))
        return registry::Retention{};
    const auto text = files.read(path, largestDocument);
    if (!text)
        return text.error();
    const auto read = format::readSettings(*text);
    for (const pipeline::Issue& issue : read.issues) {
        if (issue.path.empty() || issue.path.starts_with("retention"))
            return Error{ErrorCode::invalid, issue.what, {}};
    }
    return read.settings.retention;
}

store::Keep keepOf(const session::View& view, const engine::RetentionBegan& removal, const registry::Retention& retention, Instant now)
{
    store::Keep keep;
    keep.runs = session::removedRuns(view);
    keep.runs.insert(removal.runs.begin(), removal.runs.end());
    keep.logs = session::runsWithoutLogs(view);
    keep.logs.insert(removal.logs.begin(), removal.logs.end());
    if (retention.runs)
        keep.before = now - std::max(*retention.runs, peopleLookFor);
    for (const auto& [id, line] : view.registry.lines)
        keep.versions[id] = versionsToHave(line);
    return keep;
}

Result<void> addContents(store::Keep& keep, const std::string& stateFolder, const std::atomic<bool>& stop)
{
    auto reader = store::EventReader::open(stateFolder);
    if (!reader)
        return reader.error();
    session::Needs needs(keep.runs);
    for (Seq after = 0;;) {
        const auto page = reader->read(after, pageOfEvents);
        if (!page)
            return page.error();
        if (page->empty())
            break;
        if (stop)
            return Error{ErrorCode::cancelled, {"host.cancelled", {}}, {}};
        for (const engine::StoredEvent& event : *page)
            needs.add(event);
        after = page->back().seq;
    }
    keep.contents = needs.take();
    return {};
}

} // namespace penstock::host
