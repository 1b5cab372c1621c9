#include "ui/designer/drafts/draft_folder.h"

#include <algorithm>

namespace penstock::designer {

DraftFolder::DraftFolder(DraftPlace place, std::string key, FileSystem& files)
    : m_place(std::move(place))
    , m_key(std::move(key))
    , m_files(files)
{}

DraftFolder::~DraftFolder() { release(); }

std::vector<edit::Draft> DraftFolder::adopt(const std::string& file)
{
    std::vector<edit::Draft> drafts;
    for (const std::string& folder : m_place.folders())
        adoptFrom(folder, file, drafts);
    std::stable_sort(drafts.begin(), drafts.end(), [](const edit::Draft& one, const edit::Draft& other) { return one.at < other.at; });
    return drafts;
}

void DraftFolder::adoptFrom(const std::string& folder, const std::string& file, std::vector<edit::Draft>& drafts)
{
    const auto names = m_files.list(folder);
    if (!names)
        return;
    for (const std::string& name : *names) {
        const std::string holder = edit::holderOf(name, file);
        if (holder.empty() || holder == m_key)
            continue;
        Adopted adopted{folder + '/' + name, folder, holder, m_place.hold(folder + '/' + edit::lockName(holder))};
        const auto bytes = adopted.held ? m_files.read(adopted.path, edit::largestDraft) : Error{};
        auto draft = bytes ? edit::readDraft(*bytes) : bytes.error();
        if (!draft || draft->file != file)
            continue; // one that is broken stays where it is: somebody may want to look into it
        drafts.push_back(std::move(*draft));
        m_adopted.emplace(file, std::move(adopted));
    }
    sweep(folder, *names);
}

// A window that was killed after it had saved all leaves its lock.
void DraftFolder::sweep(const std::string& folder, const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        const std::string holder = edit::holderOfLock(name);
        if (holder.empty() || holder == m_key || hasDrafts(folder, holder))
            continue;
        if (const auto held = m_place.hold(folder + '/' + name))
            (void)m_files.remove(folder + '/' + name);
    }
}

Result<void> DraftFolder::hold(const std::string& folder)
{
    const std::string lock = folder + '/' + edit::lockName(m_key);
    if (m_held && m_lock == lock)
        return {};
    if (auto made = m_files.makeFolder(folder); !made)
        return made;
    releaseOwn();
    m_held = m_place.hold(lock);
    if (!m_held)
        return Error{ErrorCode::denied, {"platform.denied", {{"path", lock}}}, {}};
    m_lock = lock;
    return {};
}

Result<void> DraftFolder::keep(const edit::Draft& draft)
{
    const std::vector<std::string> folders = m_place.folders();
    if (folders.empty())
        return {};
    if (auto held = hold(folders.front()); !held)
        return held;
    const std::string path = folders.front() + '/' + edit::draftName(draft.file, m_key);
    if (auto written = m_files.writeAtomically(path, edit::writeDraft(draft)); !written)
        return written;
    std::string& known = m_kept[draft.file];
    if (!known.empty() && known != path)
        (void)m_files.remove(known); // the state of the workspace has got its folder meanwhile
    known = path;
    return dropAdopted(draft.file);
}

Result<void> DraftFolder::drop(const std::string& file)
{
    if (const auto kept = m_kept.find(file); kept != m_kept.end()) {
        if (auto removed = m_files.remove(kept->second); !removed)
            return removed;
        m_kept.erase(kept);
    }
    return dropAdopted(file);
}

Result<void> DraftFolder::dropAdopted(const std::string& file)
{
    while (true) {
        const auto adopted = m_adopted.find(file);
        if (adopted == m_adopted.end())
            return {};
        if (auto removed = m_files.remove(adopted->second.path); !removed)
            return removed;
        if (!hasDrafts(adopted->second.folder, adopted->second.holder))
            (void)m_files.remove(adopted->second.folder + '/' + edit::lockName(adopted->second.holder));
        m_adopted.erase(adopted);
    }
}

bool DraftFolder::hasDrafts(const std::string& folder, const std::string& holder) const
{
    const auto names = m_files.list(folder);
    return !names || std::any_of(names->begin(), names->end(), [&](const std::string& name) { return edit::isOfHolder(name, holder); });
}

void DraftFolder::release()
{
    releaseOwn();
    m_adopted.clear();
}

void DraftFolder::releaseOwn()
{
    if (m_held && m_kept.empty())
        (void)m_files.remove(m_lock);
    m_held.reset();
    m_lock.clear();
}

} // namespace penstock::designer
