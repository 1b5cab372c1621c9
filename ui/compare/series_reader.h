// Reads the metrics that steps wrote while they ran, in another thread.
#pragma once

#include <QObject>

#include "core/tracking/series.h"

#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <map>

namespace penstock::compare {

class SeriesReader final : public QObject {
    Q_OBJECT

public:
    using Answer = std::map<QString, tracking::SeriesByName>; // by the key of the request

    explicit SeriesReader(QObject* parent = nullptr);
    ~SeriesReader() override;

    // The files of each key, in order. Only the answer to the last call is given; files that are not there are empty.
    void read(const std::map<QString, QStringList>& files, std::function<void(const Answer&)> done);

private:
    QThreadPool m_pool;
    std::atomic<quint64> m_question{0};
};

} // namespace penstock::compare
