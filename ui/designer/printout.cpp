#include "ui/designer/printout.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPrinter>

#include <algorithm>
#include <cmath>

namespace penstock::designer {

using canvas::Picture;

namespace {

constexpr double pixelsPerInch = 96; // of a screen
constexpr double foot = 28;
constexpr double smallestLegible = 0.5;
constexpr int mostPages = 24; // nobody puts more of them together

} // namespace

Printout::Printout(const Picture& picture, QString title, QString when)
    : m_picture(picture)
    , m_title(std::move(title))
    , m_when(std::move(when))
{}

Printout::Sheets Printout::sheetsOn(const QSizeF& page) const
{
    Sheets sheets;
    sheets.area = {page.width(), page.height() - foot};
    const QSizeF own = m_picture.size();
    const double fitting = std::min({1.0, sheets.area.width() / own.width(), sheets.area.height() / own.height()});
    if (fitting >= smallestLegible) {
        sheets.scale = fitting;
        return sheets;
    }
    for (sheets.scale = smallestLegible;; sheets.scale *= 0.9) {
        sheets.columns = std::max(1, static_cast<int>(std::ceil(own.width() * sheets.scale / sheets.area.width())));
        sheets.rows = std::max(1, static_cast<int>(std::ceil(own.height() * sheets.scale / sheets.area.height())));
        if (static_cast<double>(sheets.columns) * sheets.rows <= mostPages)
            return sheets;
    }
}

void Printout::paintPage(QPainter& painter, const Sheets& sheets, int page) const
{
    const QPointF corner((page % sheets.columns) * sheets.area.width(), (page / sheets.columns) * sheets.area.height());
    painter.save();
    painter.setClipRect(QRectF(QPointF(), sheets.area));
    m_picture.paint(painter, {-corner, m_picture.size() * sheets.scale}, Picture::Ground::paper);
    painter.restore();
    painter.setFont(theme::Theme::font(theme::Type::caption));
    painter.setPen(theme::Theme::light().ink(theme::Role::muted));
    const QRectF line(0, sheets.area.height() + foot / 2, sheets.area.width(), foot / 2);
    const int pages = sheets.columns * sheets.rows;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.drawText(line, Qt::AlignHCenter | Qt::AlignVCenter, m_when);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, tr("page %1 of %2").arg(page + 1).arg(pages));
}

bool Printout::print(QPrinter& printer) const
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const double dots = printer.resolution() / pixelsPerInch;
    const Sheets sheets = sheetsOn(QSizeF(printer.pageLayout().paintRectPixels(printer.resolution()).size()) / dots);
    const int last = sheets.columns * sheets.rows - 1;
    const int from = std::clamp(printer.fromPage() - 1, 0, last);
    const int to = printer.toPage() > 0 ? std::clamp(printer.toPage() - 1, from, last) : last;
    painter.scale(dots, dots);
    for (int page = from; page <= to; ++page) {
        if (page > from && !printer.newPage())
            return false;
        paintPage(painter, sheets, page);
    }
    return painter.end();
}

} // namespace penstock::designer
