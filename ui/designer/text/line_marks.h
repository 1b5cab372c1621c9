#pragma once

#include "core/pipeline/issue.h"

#include <QCoreApplication>
#include <QString>

#include <map>
#include <vector>

namespace penstock::designer {

// Issues by the line they stand in, from 1. A value; sentences are made when they are asked for, because there may be thousands.
class LineMarks final {
    Q_DECLARE_TR_FUNCTIONS(LineMarks)

public:
    LineMarks() = default;
    explicit LineMarks(const pipeline::Issues& issues);

    bool isMarked(int line) const { return m_lines.contains(line); }
    bool hasError(int line) const; // else a warning, where it is marked
    std::vector<const pipeline::Issue*> at(int line) const;
    QString say(int line) const; // what is wrong there and the mends; empty: nothing

private:
    pipeline::Issues m_issues;
    std::multimap<int, std::size_t> m_lines;
};

} // namespace penstock::designer
