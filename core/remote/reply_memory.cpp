#include "core/remote/reply_memory.h"

namespace penstock::remote {

ReplyMemory::Verdict ReplyMemory::take(const std::string& key, const Digest& command, session::Session::Reply reply)
{
    const auto [entry, isNew] = m_entries.try_emplace(key);
    if (isNew)
        entry->second.command = command;
    else if (entry->second.command != command)
        return Verdict::different;
    if (entry->second.answer)
        reply(*entry->second.answer);
    else
        entry->second.waiting.push_back(std::move(reply));
    return isNew ? Verdict::first : Verdict::repeated;
}

void ReplyMemory::settle(const std::string& key, const Result<Json>& answer)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    auto waiting = std::move(found->second.waiting);
    // A refusal may have a passing cause (busy, disk full): the next try with the same key is a new one.
    if (answer.ok()) {
        found->second.answer = answer;
        found->second.waiting.clear();
        m_settled.push_back(key);
        forgetOldest();
    } else {
        m_entries.erase(found);
    }
    for (const auto& reply : waiting)
        reply(answer);
}

void ReplyMemory::forgetOldest()
{
    while (m_settled.size() > m_capacity) {
        m_entries.erase(m_settled.front());
        m_settled.pop_front();
    }
}

} // namespace penstock::remote
