#include "ui/canvas/painter.h"
#include "ui/theme/contrast.h"

#include <QPainter>

namespace penstock::canvas {

using theme::Role;

void paintFrames(QPainter& painter, const QRectF& area, const Scene& scene, const Look& look, Detail detail)
{
    const QColor tint = theme::mix(look.theme.color(Role::canvas), look.theme.color(Role::accent), 0.06);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int frame = 0; frame < static_cast<int>(scene.graph().frames.size()); ++frame) {
        const QRectF around = scene.frameRect(frame);
        if (!around.intersects(area))
            continue;
        painter.setPen(QPen(theme::mix(look.theme.color(Role::hairline), look.theme.color(Role::accent), 0.25), 1));
        painter.setBrush(tint);
        painter.drawRoundedRect(around.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        if (detail == Detail::blocks)
            continue;
        painter.setFont(theme::Theme::font(theme::Type::name));
        painter.setPen(look.theme.ink(Role::muted, Role::canvas));
        painter.drawText(around.adjusted(14, 6, -14, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, scene.graph().frames[static_cast<std::size_t>(frame)].title);
    }
}

void paintNote(QPainter& painter, const QRectF& rect, const QString& text, bool selected, const theme::Theme& theme)
{
    painter.setPen(QPen(selected ? theme.color(Role::accent) : theme::mix(theme.color(Role::hairline), theme.color(Role::warning), 0.4), selected ? 2 : 1));
    painter.setBrush(theme::mix(theme.color(Role::panel), theme.color(Role::warning), 0.1));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(theme::Theme::font(theme::Type::secondary));
    painter.setPen(theme.color(Role::text));
    painter.drawText(rect.adjusted(notePadding, notePadding, -notePadding, -notePadding), Qt::TextWordWrap, text);
}

} // namespace penstock::canvas
