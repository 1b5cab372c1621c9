#include "core/session/code_changes.h"

#include <algorithm>
#include <map>
#include <set>

namespace penstock::session {

namespace {

struct Looked {
    AttemptId id;
    const engine::Attempt* attempt;
};

std::vector<Looked> inOrder(const engine::Run& run)
{
    std::vector<Looked> attempts;
    for (const engine::Instance& instance : run.instances) {
        for (const engine::Attempt& attempt : instance.attempts) {
            if (attempt.phase == engine::Attempt::Phase::ended)
                attempts.push_back({{run.id, instance.id, attempt.number}, &attempt});
        }
    }
    std::stable_sort(attempts.begin(), attempts.end(), [](const Looked& a, const Looked& b) { return a.attempt->plannedAt < b.attempt->plannedAt; });
    return attempts;
}

class Search final {
public:
    explicit Search(std::size_t most)
        : m_most(most)
    {}

    void look(const Looked& looked)
    {
        const Json record = looked.attempt->record.json();
        compareNamed(looked, memberAt(record, "code"));
        const Json& cache = memberAt(record, "cache");
        const Json& differs = memberAt(cache, "codeDiffers");
        addAll(memberAt(differs, "files"), looked.id, textAt(differs, "since"));
        addAll(memberAt(record, "changedCode"), looked.id, {});
        addAll(memberAt(cache, "changedCode"), looked.id, {});
        addUnnamed(looked);
    }

    bool isFull() const { return m_found.size() >= m_most; }
    std::vector<CodeChange> take() { return std::move(m_found); }

private:
    void add(const std::string& file, const AttemptId& attempt, const std::string& since)
    {
        if (!isFull() && m_files.insert(file).second)
            m_found.push_back({file, attempt, since});
    }

    void addAll(const Json& files, const AttemptId& attempt, const std::string& since)
    {
        for (const Json& file : files.is_array() ? files : Json::array()) {
            if (file.is_string())
                add(file.get<std::string>(), attempt, since);
        }
    }

    void compareNamed(const Looked& looked, const Json& code)
    {
        for (auto it = code.begin(); code.is_object() && it != code.end(); ++it) {
            const auto [known, isNew] = m_seen.try_emplace(it.key(), *it, looked.id.text());
            if (!isNew && known->second.first != *it)
                add(it.key(), looked.id, known->second.second);
        }
    }

    // Records of before the names were kept.
    void addUnnamed(const Looked& looked)
    {
        const Json record = looked.attempt->record.json();
        const std::string atStart = textAt(record, "codeAtStart"), atEnd = textAt(record, "codeAtEnd");
        if (m_found.empty() && record.contains("codeAtStart") && record.contains("codeAtEnd") && atStart != atEnd)
            add("", looked.id, {});
    }

    std::size_t m_most;
    std::map<std::string, std::pair<Json, std::string>> m_seen; // file -> digest, and who saw it first
    std::set<std::string> m_files;
    std::vector<CodeChange> m_found;
};

} // namespace

std::vector<CodeChange> codeChanges(const engine::Run& run, std::size_t most)
{
    Search search(most);
    for (const Looked& looked : inOrder(run)) {
        if (search.isFull())
            break;
        search.look(looked);
    }
    return search.take();
}

Json toJson(const std::vector<CodeChange>& changes)
{
    Json list = Json::array();
    for (const CodeChange& change : changes) {
        list.push_back({{"file", change.file.empty() ? Json() : Json(change.file)}, {"step", change.attempt.instance.text()},
                        {"attempt", change.attempt.number}, {"since", change.since.empty() ? Json() : Json(change.since)}});
    }
    return list;
}

} // namespace penstock::session
