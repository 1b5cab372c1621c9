#include "tests/core/remote/fake_session.h"

#include <utility>

namespace penstock::test {

class FakeSession::Ticket final : public session::Subscription {
public:
    Ticket(FakeSession& session, int number) : m_session(session), m_number(number) {}
    ~Ticket() override
    {
        const std::lock_guard calling(m_session.m_calling);
        const std::lock_guard lock(m_session.m_mutex);
        m_session.m_followers.erase(m_number);
    }

private:
    FakeSession& m_session;
    int m_number;
};

FakeSession::FakeSession()
    : m_answer([](const session::Order& order) {
        return Json{{"done", order.key}};
    })
    , m_thread([this] { work(); })
{}

FakeSession::~FakeSession()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_holding = false;
    }
    m_posted.notify_all();
    m_thread.join();
}

void FakeSession::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_posted.wait(lock, [this] { return m_stopping || (!m_work.empty() && !m_holding); });
        if (m_stopping)
            return;
        const auto next = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        next();
        lock.lock();
    }
}

void FakeSession::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    m_work.push_back(std::move(work));
    m_posted.notify_all();
}

void FakeSession::submit(session::Order order, Reply reply)
{
    post([this, order = std::move(order), reply = std::move(reply)] {
        Result<Json> answer = Json();
        {
            const std::lock_guard lock(m_mutex);
            if (std::holds_alternative<session::Ping>(order.command)) {
                answer = Json{{"seq", m_log.size()}};
            } else {
                m_orders.push_back(order);
                answer = m_answer(order);
            }
        }
        reply(answer);
    });
}

std::unique_ptr<session::Subscription> FakeSession::follow(Seq after, std::shared_ptr<session::Follower> follower)
{
    int number = 0;
    {
        const std::lock_guard lock(m_mutex);
        number = ++m_followings;
    }
    post([this, after, number, follower] {
        const std::lock_guard calling(m_calling);
        std::vector<engine::StoredEvent> missed;
        {
            const std::lock_guard lock(m_mutex);
            if (after < m_log.size())
                missed.assign(m_log.begin() + static_cast<std::ptrdiff_t>(after), m_log.end());
            m_followers.emplace(number, follower);
        }
        if (!missed.empty())
            follower->events(missed);
    });
    return std::make_unique<Ticket>(*this, number);
}

void FakeSession::append(int count, int bytes)
{
    post([this, count, bytes] {
        const std::lock_guard calling(m_calling);
        std::vector<engine::StoredEvent> events;
        std::map<int, std::shared_ptr<session::Follower>> followers;
        {
            const std::lock_guard lock(m_mutex);
            for (int i = 0; i < count; ++i) {
                const Seq seq = m_log.size() + 1;
                m_log.push_back({seq, "e" + std::to_string(seq), Instant(Duration(1'700'000'000'000)), "user:ada",
                                 "test.happened", Json{{"text", std::string(static_cast<std::size_t>(bytes), 'x')}}});
                events.push_back(m_log.back());
            }
            followers = m_followers;
        }
        for (const auto& [number, follower] : followers)
            follower->events(events);
    });
}

void FakeSession::notice(const session::Notice& notice)
{
    post([this, notice] {
        const std::lock_guard calling(m_calling);
        for (const auto& [number, follower] : m_followers)
            follower->notice(notice);
    });
}

void FakeSession::close(const Error& why)
{
    post([this, why] {
        const std::lock_guard calling(m_calling);
        for (const auto& [number, follower] : m_followers)
            follower->closed(why);
    });
}

void FakeSession::answerWith(std::function<Result<Json>(const session::Order&)> answer)
{
    const std::lock_guard lock(m_mutex);
    m_answer = std::move(answer);
}

void FakeSession::holdReplies()
{
    const std::lock_guard lock(m_mutex);
    m_holding = true;
}

void FakeSession::release()
{
    const std::lock_guard lock(m_mutex);
    m_holding = false;
    m_posted.notify_all();
}

std::vector<session::Order> FakeSession::orders() const
{
    const std::lock_guard lock(m_mutex);
    return m_orders;
}

std::size_t FakeSession::followers() const
{
    const std::lock_guard lock(m_mutex);
    return m_followers.size();
}

int FakeSession::followings() const
{
    const std::lock_guard lock(m_mutex);
    return m_followings;
}

} // namespace penstock::test
