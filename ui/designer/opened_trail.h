// The way through sub-pipelines to the one that is open in Design. A value.
#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace penstock::designer {

struct OuterPipeline {
    QString file;
    QString step; // that opened the next one

    bool operator==(const OuterPipeline&) const = default;
};

class OpenedTrail final {
public:
    const std::vector<OuterPipeline>& outer() const { return m_outer; }
    bool isEmpty() const { return m_outer.empty(); }
    bool contains(const QString& file) const
    {
        for (const OuterPipeline& each : m_outer) {
            if (each.file == file)
                return true;
        }
        return false;
    }
    OpenedTrail with(OuterPipeline next) const
    {
        OpenedTrail longer = *this;
        longer.m_outer.push_back(std::move(next));
        return longer;
    }
    OpenedTrail before(int place) const // of what stands at that place
    {
        OpenedTrail shorter;
        shorter.m_outer.assign(m_outer.begin(), m_outer.begin() + place);
        return shorter;
    }
    static QString nameOf(const QString& file) { return file.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0); }
    QStringList names(const QString& open) const
    {
        QStringList names;
        for (const OuterPipeline& each : m_outer)
            names.append(nameOf(each.file));
        names.append(nameOf(open));
        return names;
    }

private:
    std::vector<OuterPipeline> m_outer;
};

} // namespace penstock::designer
