#pragma once

#include <functional>
#include <mutex>
#include <vector>

namespace penstock::host {

// The only way into the owner's thread: letters are small closures, run there in the order they came. Thread-safe.
class Mailbox final {
public:
    using Letter = std::function<void()>;

    Mailbox();
    ~Mailbox();
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    void post(Letter letter);
    std::vector<Letter> take();
    int pollHandle() const { return m_event; } // readable while letters wait

private:
    std::mutex m_mutex; // guards m_letters
    std::vector<Letter> m_letters;
    int m_event = -1;
};

} // namespace penstock::host
