#pragma once

#include <QObject>

#include <functional>
#include <mutex>

namespace penstock::remote {

// Posts work to an object's thread for as long as that object lives. Shared between the object, which closes it in its
// destructor, and other threads; QPointer would not do: it cannot be tested and used in one step from another thread.
class Mailbox final {
public:
    explicit Mailbox(QObject* target) : m_target(target) {}

    void post(std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        if (m_target)
            QMetaObject::invokeMethod(m_target, std::move(work), Qt::QueuedConnection);
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_target = nullptr;
    }

private:
    std::mutex m_mutex;
    QObject* m_target; // guarded by m_mutex
};

} // namespace penstock::remote
