// Reads a document of the artifact store in another thread.
#pragma once

#include <QObject>

#include "core/base/json.h"

#include <QThreadPool>

#include <atomic>
#include <functional>

namespace penstock::runs {

class JsonReader final : public QObject {
    Q_OBJECT

public:
    explicit JsonReader(QObject* parent = nullptr);
    ~JsonReader() override;

    // Only the answer to the last call is given; null where there is no such file or no JSON in it.
    void read(const QString& path, std::function<void(const Json&)> done);

private:
    QThreadPool m_pool;
    std::atomic<quint64> m_question{0};
};

} // namespace penstock::runs
