// Sizes for people, in powers of 1000 as disks and downloads are sold.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace penstock::models {

class SizeText final {
    Q_DECLARE_TR_FUNCTIONS(SizeText)

public:
    static QString part(quint64 done, quint64 total); // "1.2 of 5.0 GB": both in the unit of the whole; 0: not known
};

} // namespace penstock::models
