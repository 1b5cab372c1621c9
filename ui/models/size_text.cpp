#include "ui/models/size_text.h"

#include <QLocale>

#include <array>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;

QString SizeText::part(quint64 done, quint64 total)
{
    if (total == 0)
        return QLocale().formattedDataSize(static_cast<qint64>(done), 1, QLocale::DataSizeSIFormat);
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB"};
    std::size_t unit = 0;
    double size = 1;
    while (static_cast<double>(total) / size >= 1000 && unit + 1 < units.size()) {
        size *= 1000;
        ++unit;
    }
    const auto shown = [&](quint64 bytes) { return QLocale().toString(static_cast<double>(bytes) / size, 'f', unit > 0 ? 1 : 0); };
    return tr("%1 of %2 %3", "how much of a size: 1.2 of 5.0 GB").arg(shown(done), shown(total), QLatin1String(units[unit]));
}

} // namespace penstock::models
