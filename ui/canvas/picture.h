// A graph as a picture for papers, reviews and wikis: whole, in full detail, whatever a view shows of it. GUI thread: it
// asks the application for fonts.
#pragma once

#include "ui/canvas/scene.h"
#include "ui/theme/theme.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

#include <optional>

class QPainter;

namespace penstock::canvas {

enum class PictureFormat { svg, png, pdf };
// By the suffix of a file name; nothing for others.
std::optional<PictureFormat> pictureFormatOf(const QString& fileName);

struct PictureStyle {
    theme::Theme theme = theme::Theme::light();
    QString title;  // above the graph, and in the properties of the file; empty: none
    QString source; // text that the file keeps beside the picture (the pipeline's); empty: none
};

class Picture final {
public:
    // Nodes without a position are placed.
    explicit Picture(Graph graph, PictureStyle style = {});

    QSizeF size() const; // in pixels at 100 %, margins and title included
    // Fills `target` as far as the proportions allow, from its top left corner. On paper the ground stays white.
    enum class Ground { painted, paper };
    void paint(QPainter& painter, const QRectF& target, Ground ground = Ground::painted) const;

    QByteArray svg() const; // text stays text, with fallbacks for the font
    QByteArray pdf() const; // one page of the size of the picture
    // Empty when `scale` is larger than largestScale(): memory and the painter bound a picture of points.
    QByteArray png(double scale) const;
    double largestScale() const;
    QImage image(double scale) const; // null as above
    QByteArray bytes(PictureFormat format, double scale) const;

private:
    double headHeight() const;

    Scene m_scene;
    PictureStyle m_style;
};

// The nodes of these ids and the edges between them.
Graph partOf(const Graph& graph, const QStringList& ids);

} // namespace penstock::canvas
