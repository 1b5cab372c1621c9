#pragma once

#include "core/base/digest.h"
#include "core/session/session.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::remote {

// Repeated commands: a client that lost its connection sends the same key again and gets the first answer, also while
// the first is still being worked on. Bounded; the oldest answers are forgotten first. One thread.
class ReplyMemory final {
public:
    enum class Verdict {
        first,     // submit it, then settle()
        repeated,  // the reply is called with the first one's answer, now or later
        different, // the key was used for another command
    };

    explicit ReplyMemory(std::size_t capacity) : m_capacity(capacity) {}

    Verdict take(const std::string& key, const Digest& command, session::Session::Reply reply);
    void settle(const std::string& key, const Result<Json>& answer);

private:
    struct Entry {
        Digest command;
        std::vector<session::Session::Reply> waiting;
        std::optional<Result<Json>> answer;
    };

    void forgetOldest();

    std::size_t m_capacity;
    std::map<std::string, Entry> m_entries;
    std::deque<std::string> m_settled; // oldest first
};

} // namespace penstock::remote
