#pragma once

#include "core/session/session.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace penstock::test {

// An owner without an engine: an in-memory log and a thread of its own, from which all callbacks come, as from the real
// one.
class FakeSession final : public session::Session {
public:
    FakeSession();
    ~FakeSession() override;

    void submit(session::Order order, Reply reply) override;
    std::unique_ptr<session::Subscription> follow(Seq after, std::shared_ptr<session::Follower> follower) override;

    // Appends events "test.happened" with `bytes` of payload each and publishes them.
    void append(int count, int bytes = 10);
    void notice(const session::Notice& notice);
    void close(const Error& why);

    // How commands other than ping are answered; the standing answer is {"done": key}.
    void answerWith(std::function<Result<Json>(const session::Order&)> answer);
    void holdReplies(); // until release()
    void release();
    std::vector<session::Order> orders() const;
    std::size_t followers() const;
    int followings() const; // how often follow() was called

private:
    class Ticket;

    void post(std::function<void()> work);
    void work();

    mutable std::mutex m_mutex;
    std::condition_variable m_posted;
    std::deque<std::function<void()>> m_work;
    bool m_stopping = false, m_holding = false;
    std::vector<engine::StoredEvent> m_log;
    std::vector<session::Order> m_orders;
    std::function<Result<Json>(const session::Order&)> m_answer;
    std::map<int, std::shared_ptr<session::Follower>> m_followers;
    std::mutex m_calling; // held while followers are called: what a subscription's destructor waits for
    int m_followings = 0;
    std::thread m_thread;
};

} // namespace penstock::test
