#include "ui/canvas/picture.h"

#include "ui/canvas/painter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace penstock::canvas {

using namespace Qt::Literals::StringLiterals;
using theme::Role;
using theme::Theme;
using theme::Type;

namespace {

constexpr double margin = 32;
constexpr double pixelsPerInch = 96; // of a picture at 100 %, as on the web

QByteArray textFor(QString text)
{
    // XML has no way to write most control characters.
    text.removeIf([](QChar c) { return c < u' ' && c != u'\n' && c != u'\t'; });
    return text.toHtmlEscaped().toUtf8();
}

// Readers without this very font take the next best one, not a serif.
QByteArray withFallbackFonts(QByteArray svg)
{
    const QByteArray family = QFontInfo(Theme::font(Type::text)).family().toHtmlEscaped().toUtf8();
    for (const QByteArray& known : {family, QByteArray(Theme::font(Type::text).family().toHtmlEscaped().toUtf8())})
        svg.replace(QByteArray("font-family=\"" + known + '"'), QByteArray("font-family=\"" + known + ", system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'DejaVu Sans', sans-serif\""));
    return svg;
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString& fileName)
{
    const QString suffix = fileName.section(u'.', -1).toLower();
    if (suffix == "svg"_L1)
        return PictureFormat::svg;
    if (suffix == "png"_L1)
        return PictureFormat::png;
    if (suffix == "pdf"_L1)
        return PictureFormat::pdf;
    return std::nullopt;
}

Picture::Picture(Graph graph, PictureStyle style)
    : m_style(std::move(style))
{
    if (std::any_of(graph.nodes.begin(), graph.nodes.end(), [](const Node& node) { return !node.position; }))
        placeNodes(graph);
    m_scene.setGraph(std::move(graph));
    m_scene.leadAll();
}

double Picture::headHeight() const
{
    return m_style.title.isEmpty() ? 0 : std::ceil(QFontMetricsF(Theme::font(Type::heading)).height()) + 16;
}

QSizeF Picture::size() const
{
    const QFontMetricsF metrics(Theme::font(Type::heading));
    const double width = std::max(m_scene.bounds().width(), metrics.horizontalAdvance(m_style.title));
    return {std::ceil(width + 2 * margin), std::ceil(m_scene.bounds().height() + 2 * margin + headHeight())};
}

void Picture::paint(QPainter& painter, const QRectF& target, Ground ground) const
{
    const QSizeF own = size();
    const double scale = std::min(target.width() / own.width(), target.height() / own.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    if (ground == Ground::painted)
        painter.fillRect(QRectF({}, own), m_style.theme.color(Role::canvas));
    if (!m_style.title.isEmpty()) {
        painter.setFont(Theme::font(Type::heading));
        painter.setPen(m_style.theme.ink(Role::text, Role::canvas));
        painter.drawText(QPointF(margin, margin + QFontMetricsF(painter.font()).ascent()), m_style.title);
    }
    Camera camera;
    camera.offset = QPointF(margin, margin + headHeight()) - QPointF(std::floor(m_scene.bounds().left()), std::floor(m_scene.bounds().top()));
    Look look{m_style.theme, {}, -1, -1, 0, own.width() * own.height()};
    look.isPicture = true;
    ScenePainter().paint(painter, QRectF({}, own).toAlignedRect(), m_scene, camera, look);
    painter.restore();
}

QByteArray Picture::svg() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size().toSize());
    generator.setViewBox(QRectF({}, size()));
    generator.setResolution(static_cast<int>(pixelsPerInch)); // else it is a third larger than on the web
    generator.setTitle(u"@title"_s); // Qt 6.4 writes it as it is, markup included
    generator.setDescription(u"@source"_s);
    QPainter painter(&generator);
    paint(painter, QRectF({}, size()));
    painter.end();
    QByteArray svg = withFallbackFonts(buffer.data());
    const auto put = [&svg](const QByteArray& place, const QByteArray& element) {
        if (const qsizetype at = svg.indexOf(place); at >= 0)
            svg.replace(at, place.size(), element);
    };
    put("<title>@title</title>", m_style.title.isEmpty() ? QByteArray() : QByteArray("<title>" + textFor(m_style.title) + "</title>"));
    put("<desc>@source</desc>", m_style.source.isEmpty() ? QByteArray() : QByteArray("<metadata>" + textFor(m_style.source) + "</metadata>"));
    return svg;
}

QByteArray Picture::pdf() const
{
    constexpr double pointsPerPixel = 72 / pixelsPerInch;
    constexpr double longestSide = 14'400; // in points, of a page of PDF
    const QSizeF wished = size() * pointsPerPixel;
    const QSizeF page = wished * std::min(1.0, longestSide / std::max(wished.width(), wished.height()));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(m_style.title);
    writer.setCreator(u"Penstock"_s);
    writer.setPageSize(QPageSize(page, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    if (!m_style.source.isEmpty())
        writer.addFileAttachment(u"pipeline.yaml"_s, m_style.source.toUtf8(), u"application/yaml"_s);
    QPainter painter(&writer);
    paint(painter, QRectF(0, 0, writer.width(), writer.height()));
    painter.end();
    return buffer.data();
}

double Picture::largestScale() const
{
    constexpr double longestSide = 32'000; // the raster painter clips what lies further out
    constexpr double mostPixels = 128e6;
    const QSizeF own = size();
    return std::min({longestSide / own.width(), longestSide / own.height(), std::sqrt(mostPixels / (own.width() * own.height()))});
}

QImage Picture::image(double scale) const
{
    if (!(scale > 0) || scale > largestScale())
        return {};
    QImage image((size() * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.fill(m_style.theme.color(Role::canvas));
    const int dotsPerMeter = qRound(pixelsPerInch * scale / 0.0254);
    QPainter painter(&image);
    paint(painter, QRectF(image.rect()));
    painter.end();
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    return image;
}

QByteArray Picture::png(double scale) const
{
    QImage picture = image(scale);
    if (picture.isNull())
        return {};
    picture.setText(u"Software"_s, u"Penstock"_s);
    if (!m_style.title.isEmpty())
        picture.setText(u"Title"_s, m_style.title);
    if (!m_style.source.isEmpty())
        picture.setText(u"Source"_s, m_style.source);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return picture.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

QByteArray Picture::bytes(PictureFormat format, double scale) const
{
    switch (format) {
    case PictureFormat::svg: return svg();
    case PictureFormat::png: return png(scale);
    case PictureFormat::pdf: return pdf();
    }
    return {};
}

Graph partOf(const Graph& graph, const QStringList& ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    Graph part = graph;
    std::erase_if(part.nodes, [&](const Node& node) { return !wanted.contains(node.id); });
    std::erase_if(part.edges, [&](const Edge& edge) { return !wanted.contains(edge.from) || !wanted.contains(edge.to); });
    return part;
}

} // namespace penstock::canvas
