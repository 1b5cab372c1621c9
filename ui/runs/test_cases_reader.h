// Reads the cases of a test report from the artifact store in another thread.
#pragma once

#include <QObject>

#include "core/tracking/test_report.h"

#include <QThreadPool>

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

namespace penstock::runs {

class TestCasesReader final : public QObject {
    Q_OBJECT

public:
    explicit TestCasesReader(QObject* parent = nullptr);
    ~TestCasesReader() override;

    using Cases = std::vector<tracking::TestCase>;

    // Only the answer to the last call is given; nothing where there is no such file or no JSON in it.
    void read(const QString& path, std::function<void(std::optional<Cases>)> done);

private:
    QThreadPool m_pool;
    std::atomic<quint64> m_question{0};
};

} // namespace penstock::runs
