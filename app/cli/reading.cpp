#include "app/cli/reading.h"

#include "core/base/spelling.h"
#include "core/store/event_reader.h"

namespace penstock::cli {

namespace {

constexpr std::size_t portion = 5000;

// One of two sentences: with the nearest of what there is, or without.
Error unknown(Message plain, const char* withNearest, const std::string& typed, const std::vector<std::string>& known)
{
    Error error{ErrorCode::notFound, std::move(plain), {}};
    if (const auto near = nearest(typed, known)) {
        error.message.id = withNearest;
        error.message.arguments.emplace_back("nearest", *near);
    }
    return error;
}

// Nothing where nothing was run yet.
Result<std::optional<store::EventReader>> openLog(const Workspace& workspace)
{
    const auto folder = workspace.stateFolder();
    if (!folder)
        return folder.error();
    if (folder->empty())
        return std::optional<store::EventReader>();
    auto reader = store::EventReader::open(*folder);
    if (reader)
        return std::optional(std::move(*reader));
    return reader.error().code == ErrorCode::notFound ? Result(std::optional<store::EventReader>()) : reader.error();
}

} // namespace

Result<session::View> readView(const Workspace& workspace)
{
    session::View view;
    auto reader = openLog(workspace);
    if (!reader)
        return reader.error();
    while (*reader) {
        const auto events = (*reader)->read(view.seq, portion);
        if (!events)
            return events.error();
        for (const auto& event : *events) {
            if (const auto folded = view.fold(event); !folded)
                return folded.error();
        }
        if (events->size() < portion)
            break;
    }
    return view;
}

Result<std::vector<engine::StoredEvent>> readEvents(const Workspace& workspace, Seq after)
{
    std::vector<engine::StoredEvent> all;
    auto reader = openLog(workspace);
    if (!reader)
        return reader.error();
    while (*reader) {
        auto events = (*reader)->read(after, portion);
        if (!events)
            return events.error();
        all.insert(all.end(), events->begin(), events->end());
        if (events->size() < portion)
            break;
        after = all.back().seq;
    }
    return all;
}

Result<Reading> readWorkspace(const Arguments& arguments)
{
    auto workspace = findWorkspace(arguments);
    auto view = workspace ? readView(*workspace) : workspace.error();
    if (!view)
        return view.error();
    return Reading{std::move(*workspace), std::move(*view)};
}

Result<RunReading> readRun(const Arguments& arguments)
{
    auto reading = readWorkspace(arguments);
    if (!reading)
        return reading.error();
    const auto run = findRun(reading->view, arguments.operand(0));
    if (!run)
        return run.error();
    return RunReading{std::move(reading->workspace), std::move(reading->view), *run}; // nodes of a map stay where they are
}

Result<const engine::Run*> findRun(const session::View& view, const std::string& typed)
{
    if (const auto id = RunId::parse(typed)) {
        if (const engine::Run* run = view.workspace.run(*id))
            return run;
    }
    std::vector<std::string> known;
    for (const auto& [id, run] : view.workspace.runs)
        known.push_back(id.text());
    return unknown({"cli.run_unknown", {{"run", typed}}}, "cli.run_unknown_near", typed, known);
}

Result<const engine::Instance*> findInstance(const engine::Run& run, const std::string& typed)
{
    if (const engine::Instance* newest = run.newest(typed))
        return newest;
    if (const auto id = InstanceId::parse(typed)) {
        if (const engine::Instance* instance = run.find(*id))
            return instance;
    }
    std::vector<std::string> known;
    for (const auto& instance : run.instances)
        known.push_back(instance.id.text());
    return unknown({"cli.step_unknown", {{"step", typed}, {"run", run.id.text()}}}, "cli.step_unknown_near", typed,
                   known);
}

std::vector<const engine::Request*> openRequests(const session::View& view, const RunId* ofRun)
{
    std::vector<const engine::Request*> open;
    for (const auto& [id, request] : view.workspace.requests) {
        if (request.state == engine::Request::State::open && (!ofRun || id.run == *ofRun))
            open.push_back(&request);
    }
    return open;
}

Result<const engine::Request*> findRequest(const session::View& view, const std::string& typed)
{
    if (const auto id = RequestId::parse(typed)) {
        const auto found = view.workspace.requests.find(*id);
        if (found != view.workspace.requests.end())
            return &found->second;
    }
    if (const auto run = RunId::parse(typed)) {
        const auto open = openRequests(view, &*run);
        if (open.size() == 1)
            return open.front();
        if (open.size() > 1)
            return Error{ErrorCode::invalid, {"cli.request_ambiguous", {{"run", typed}}}, {}};
    }
    std::vector<std::string> known;
    for (const auto* request : openRequests(view))
        known.push_back(request->id.text());
    return unknown({"cli.request_unknown", {{"request", typed}}}, "cli.request_unknown_near", typed, known);
}

} // namespace penstock::cli
