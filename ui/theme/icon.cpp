#include "ui/theme/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QPaintEngine>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

// Resources of a static library must be asked for by name, from outside any namespace.
static void loadIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace penstock::theme {
namespace {

using namespace Qt::Literals::StringLiterals;

// In the order of Icon.
constexpr std::array<const char*, iconCount> fileNames{
    "command",  "choice",       "wait",       "approve",       "register", "promote", "pipeline", "placeholder",
    "end",      "map",          "design",     "runs",          "compare",  "models",  "approvals", "services",
    "play",     "stop",         "undo",       "redo",          "search",   "close",   "plus",     "minus",
    "chevron-down", "chevron-up", "chevron-right", "fit",      "copy",     "save",    "open",     "more",
    "refresh",  "trash",        "settings",   "follow",        "layout",   "check",   "map-overview"};

QByteArray drawing(Icon which, const QColor& color)
{
    loadIconResources();
    QFile file(u":/penstock/icons/%1.svg"_s.arg(QLatin1StringView(fileNames[static_cast<std::size_t>(which)])));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name(QColor::HexRgb).toLatin1());
}

QPixmap render(Icon which, const QSize& pixels, const QColor& color)
{
    const QString name = QString::fromLatin1(fileNames[static_cast<std::size_t>(which)]);
    const QString key = u"penstock/%1/%2x%3/%4"_s.arg(name).arg(pixels.width()).arg(pixels.height()).arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(which, color));
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class Engine final : public QIconEngine {
public:
    Engine(Icon which, QPalette::ColorRole role)
        : m_which(which)
        , m_role(role)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_which, color(mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return render(m_which, size, color(mode)); }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return render(m_which, size, color(mode));
    }
    QIconEngine* clone() const override { return new Engine(*this); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return QGuiApplication::palette().color(group, m_role);
    }

    Icon m_which;
    QPalette::ColorRole m_role;
};

} // namespace

QIcon icon(Icon which, QPalette::ColorRole role)
{
    return QIcon(new Engine(which, role));
}

void paintIcon(QPainter& painter, const QRectF& box, Icon which, const QColor& color)
{
    const double side = std::min(box.width(), box.height());
    const QRectF square(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
    const auto engine = painter.paintEngine()->type();
    if (engine == QPaintEngine::SVG || engine == QPaintEngine::Pdf) { // paper and drawings want shapes
        painter.save();
        QSvgRenderer(drawing(which, color)).render(&painter, square);
        painter.restore();
        return;
    }
    const double scale = std::abs(painter.deviceTransform().m11()); // holds the screen's scale too
    QPixmap pixmap = render(which, QSize(1, 1) * qMax(1, qRound(side * scale)), color);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(square, pixmap, pixmap.rect());
    painter.restore();
}

} // namespace penstock::theme
