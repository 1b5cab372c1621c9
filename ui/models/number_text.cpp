#include "ui/models/number_text.h"

#include "ui/models/qt_text.h"

#include <QLocale>

#include <cmath>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar minus(0x2212);

// Four decimals for what is of the order of one, four significant digits for the rest; no zeros at the end.
QString plain(double number)
{
    const double size = std::abs(number);
    if (size == 0)
        return u"0"_s;
    if (size >= 1e6 || size < 1e-4)
        return QString::number(size, 'g', 4);
    const int decimals = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : size >= 0.001 ? 4 : 6;
    QString text = QString::number(size, 'f', decimals);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

} // namespace

QString NumberText::value(const std::optional<double>& number)
{
    if (!number)
        return u"—"_s;
    return *number < 0 ? minus + plain(*number) : plain(*number);
}

QString NumberText::delta(const std::optional<double>& number)
{
    if (!number)
        return {};
    if (*number == 0)
        return u"0"_s;
    return (*number < 0 ? QString(minus) : u"+"_s) + plain(*number);
}

QString NumberText::directed(const std::string& metric, tracking::Direction direction)
{
    switch (direction) {
    case tracking::Direction::up: return qt(metric) % u" ↑"_s;
    case tracking::Direction::down: return qt(metric) % u" ↓"_s;
    case tracking::Direction::unknown: return qt(metric);
    }
    return qt(metric);
}

QString NumberText::digest(const std::string& hex)
{
    const QString text = qt(hex);
    return text.size() == 64 ? QString(text.left(8) % u"…"_s % text.right(4)) : text;
}

} // namespace penstock::models
