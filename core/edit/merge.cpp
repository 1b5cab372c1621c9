#include "core/edit/merge.h"

#include "core/edit/line_changes.h"
#include "core/format/pipeline_reader.h"
#include "core/pipeline/document_json.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace penstock::edit {

namespace {

using Lines = std::vector<std::string_view>;
using Changes = std::vector<LineChange>;

// The changes of both sides that lie in one range of the base, or adjoin each other.
struct Region {
    std::size_t begin = 0, end = 0; // of the base
    Changes mine, theirs;

    bool touches(const LineChange& change) const { return change.before <= end; }
    void add(Changes& to, const LineChange& change)
    {
        to.push_back(change);
        end = std::max(end, change.before + change.beforeCount);
    }
};

std::vector<Region> regionsOf(const Changes& mine, const Changes& theirs)
{
    std::vector<Region> regions;
    std::size_t i = 0, k = 0;
    while (i < mine.size() || k < theirs.size()) {
        const bool isMine = k == theirs.size() || (i < mine.size() && mine[i].before <= theirs[k].before);
        const LineChange& next = isMine ? mine[i] : theirs[k];
        if (regions.empty() || !regions.back().touches(next))
            regions.push_back({next.before, next.before, {}, {}});
        regions.back().add(isMine ? regions.back().mine : regions.back().theirs, next);
        ++(isMine ? i : k);
    }
    return regions;
}

// What one side has in the range of the region.
std::string textOf(const Region& region, const Changes& changes, const Lines& base, const Lines& side)
{
    std::string text;
    std::size_t line = region.begin;
    for (const LineChange& change : changes) {
        for (; line < change.before; ++line)
            text += base[line];
        for (std::size_t i = 0; i < change.afterCount; ++i)
            text += side[change.after + i];
        line = change.before + change.beforeCount;
    }
    for (; line < region.end; ++line)
        text += base[line];
    return text;
}

// The parts of a document by name, each as the value that it means.
std::map<std::string, Json> partsOf(const pipeline::Pipeline& pipeline)
{
    Json document = pipeline::toJson(pipeline);
    std::map<std::string, Json> parts;
    for (Json& step : document["steps"]) {
        std::string name = "steps.";
        parts.emplace(name.append(textAt(step, "name")), std::move(step));
    }
    document.erase("steps");
    for (auto& [key, value] : document.items())
        parts.emplace(key, std::move(value));
    return parts;
}

bool isWhole(const format::ReadPipeline& read) { return read.tree && read.tree->issues.empty(); }

// A mistake that neither side had came of bringing them together.
bool saysSomethingNew(const pipeline::Issues& issues, const pipeline::Issues& mine, const pipeline::Issues& theirs)
{
    std::set<std::pair<std::string, std::string>> known;
    for (const pipeline::Issues* side : {&mine, &theirs}) {
        for (const pipeline::Issue& issue : *side)
            known.emplace(issue.path, issue.what.id);
    }
    return std::any_of(issues.begin(), issues.end(), [&](const pipeline::Issue& issue) { return !known.contains({issue.path, issue.what.id}); });
}

// Whether each part is what the side that changed it made of it.
bool meansBoth(const std::map<std::string, Json>& base, const std::map<std::string, Json>& mine, const std::map<std::string, Json>& theirs, const std::map<std::string, Json>& result)
{
    std::set<std::string> names;
    for (const auto* parts : {&base, &mine, &theirs, &result}) {
        for (const auto& [name, part] : *parts)
            names.insert(name);
    }
    const auto in = [](const std::map<std::string, Json>& parts, const std::string& name) {
        const auto found = parts.find(name);
        return found == parts.end() ? nullptr : &found->second;
    };
    const auto same = [](const Json* one, const Json* other) { return one && other ? *one == *other : one == other; };
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        const Json *b = in(base, name), *m = in(mine, name), *t = in(theirs, name), *r = in(result, name);
        if (same(m, b) || same(m, t))
            return same(r, t);
        if (same(t, b))
            return same(r, m);
        return m && t && r; // both changed it, in different lines: but what one of them removed is no longer the other's
    });
}

} // namespace

std::optional<std::string> mergedLines(std::string_view base, std::string_view mine, std::string_view theirs)
{
    const Lines baseLines = linesOf(base), mineLines = linesOf(mine), theirLines = linesOf(theirs);
    std::string text;
    std::size_t line = 0;
    for (const Region& region : regionsOf(lineChanges(baseLines, mineLines), lineChanges(baseLines, theirLines))) {
        for (; line < region.begin; ++line)
            text += baseLines[line];
        const std::string ofMine = textOf(region, region.mine, baseLines, mineLines), ofTheirs = textOf(region, region.theirs, baseLines, theirLines);
        if (!region.mine.empty() && !region.theirs.empty() && ofMine != ofTheirs)
            return std::nullopt;
        text += region.mine.empty() ? ofTheirs : ofMine;
        line = region.end;
    }
    for (; line < baseLines.size(); ++line)
        text += baseLines[line];
    return text;
}

std::optional<std::string> merged(std::string_view base, std::string_view mine, std::string_view theirs)
{
    auto text = mergedLines(base, mine, theirs);
    if (!text || *text == mine || *text == theirs)
        return text;
    const format::ReadPipeline result = format::readPipeline(*text);
    if (!isWhole(result))
        return std::nullopt;
    const format::ReadPipeline ofMine = format::readPipeline(mine), ofTheirs = format::readPipeline(theirs);
    if (saysSomethingNew(result.issues, ofMine.issues, ofTheirs.issues))
        return std::nullopt;
    const auto before = partsOf(format::readPipeline(base).pipeline);
    return meansBoth(before, partsOf(ofMine.pipeline), partsOf(ofTheirs.pipeline), partsOf(result.pipeline)) ? text : std::nullopt;
}

} // namespace penstock::edit
