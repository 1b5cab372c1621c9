#include "ui/canvas/picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace penstock::canvas;
using namespace penstock;
using namespace Qt::Literals::StringLiterals;

namespace {

Node node(const QString& id, double x, double y, NodeKind kind = NodeKind::command)
{
    Node result;
    result.id = id;
    result.title = id;
    result.subtitle = id % u".py"_s;
    result.kind = kind;
    result.position = QPointF(x, y);
    return result;
}

Graph sample()
{
    Graph graph{{node(u"prepare"_s, -40, 20), node(u"train <1> & \"2\""_s, 260, 0), node(u"better?"_s, 560, 0, NodeKind::choice), node(u"选择"_s, 260, 140)},
                {{u"prepare"_s, u"train <1> & \"2\""_s, EdgeKind::data, {}, false},
                 {u"train <1> & \"2\""_s, u"better?"_s, EdgeKind::branch, u"yes"_s, true},
                 {u"better?"_s, u"prepare"_s, EdgeKind::back, u"not yet"_s, false}}};
    graph.nodes[1].mark = theme::Mark::running;
    graph.nodes[3].enabled = false;
    return graph;
}

struct Svg {
    QStringList texts, elements;
    QString title, metadata, families;
    bool isWhole = false;

    explicit Svg(const QByteArray& bytes)
    {
        QXmlStreamReader reader(bytes);
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            elements.append(reader.name().toString());
            families += reader.attributes().value("font-family"_L1).toString();
            if (reader.name() == "text"_L1)
                texts.append(reader.readElementText().trimmed());
            else if (reader.name() == "title"_L1)
                title = reader.readElementText();
            else if (reader.name() == "metadata"_L1)
                metadata = reader.readElementText();
        }
        isWhole = !reader.hasError();
    }
};

int inkIn(const QImage& image, const QRect& area)
{
    int count = 0;
    const QRgb ground = image.pixel(0, 0);
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixel(x, y) != ground;
    }
    return count;
}

} // namespace

class PictureTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDrawingHasEveryNameAsTextAndNothingAsPoints()
    {
        PictureStyle style;
        style.title = u"digits <v1> & more"_s;
        style.source = u"name: digits # a < b && c\nsteps: {}\x01\n"_s;
        const Svg svg(Picture(sample(), style).svg());
        QVERIFY(svg.isWhole);
        for (const Node& each : sample().nodes)
            QVERIFY2(svg.texts.contains(each.title), qPrintable(svg.texts.join(u'|')));
        for (const QString& label : {u"yes"_s, u"not yet"_s, style.title})
            QVERIFY2(svg.texts.contains(label), qPrintable(label));
        QVERIFY(!svg.elements.contains(u"image"_s));
        QCOMPARE(svg.title, style.title);
        QCOMPARE(svg.metadata, u"name: digits # a < b && c\nsteps: {}\n"_s);
        QVERIFY(svg.families.contains(u"sans-serif"_s));
    }

    void withoutTitleAndSourceTheFileHasNone()
    {
        const Svg svg(Picture(sample()).svg());
        QVERIFY(svg.isWhole);
        QVERIFY(!svg.elements.contains(u"title"_s) && !svg.elements.contains(u"metadata"_s) && !svg.elements.contains(u"desc"_s));
    }

    void pointsAreWhereTheNodesAre()
    {
        const Picture picture({{node(u"a"_s, 100, 50), node(u"b"_s, 500, 250)}, {}});
        const QImage image = picture.image(2);
        QCOMPARE(image.size(), (picture.size() * 2).toSize());
        const QSize size = sizeOf(node({}, 0, 0)).toSize() * 2;
        const QRect first(QPoint(32, 32) * 2, size), second(QPoint(432, 232) * 2, size);
        QVERIFY(inkIn(image, first) > size.width() * size.height() / 2);
        QVERIFY(inkIn(image, second) > size.width() * size.height() / 2);
        const QRect between(first.right() + 20, 0, second.left() - first.right() - 40, image.height());
        QCOMPARE(inkIn(image, between), 0);
        QCOMPARE(inkIn(image, QRect(0, 0, image.width(), 40)), 0);
    }

    void eachNodeLeavesInkOfItsOwn()
    {
        const Graph whole = sample();
        const QImage all = Picture(whole).image(1);
        for (const Node& each : whole.nodes) {
            Graph without = whole;
            for (Node& other : without.nodes) {
                if (other.id == each.id) {
                    other.title.clear();
                    other.subtitle.clear();
                }
            }
            QVERIFY2(Picture(without).image(1) != all, qPrintable(each.id));
        }
    }

    void theFileOfPointsSaysWhereItIsFrom()
    {
        PictureStyle style;
        style.title = u"digits"_s;
        style.source = u"name: digits\n# größer 选择\n"_s;
        QByteArray bytes = Picture(sample(), style).png(1);
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, "png");
        const QImage image = reader.read();
        QCOMPARE(image.text(u"Title"_s), style.title);
        QCOMPARE(image.text(u"Source"_s).trimmed(), style.source.trimmed());
    }

    void aPictureThatWouldBeTooLargeIsRefused()
    {
        Graph wide = sample();
        wide.nodes[2].position = QPointF(900'000, 0);
        const Picture picture(std::move(wide));
        QVERIFY(picture.largestScale() < 0.04);
        QVERIFY(picture.png(1).isEmpty());
        QVERIFY(picture.png(0).isEmpty());
        QVERIFY(picture.png(std::nan("")).isEmpty());
        QVERIFY(!picture.png(picture.largestScale()).isEmpty());
        QVERIFY(picture.pdf().startsWith("%PDF"));
    }

    void aPageIsAsLargeAsThePicture()
    {
        const Picture picture(sample());
        const QByteArray pdf = picture.pdf();
        QVERIFY(pdf.startsWith("%PDF"));
        const qsizetype at = pdf.indexOf("/MediaBox [0 0 ");
        QVERIFY(at > 0);
        const QList<QByteArray> numbers = pdf.mid(at + 15, 40).split(']').first().simplified().split(' ');
        QVERIFY(std::abs(numbers[0].toDouble() - picture.size().width() * 0.75) < 1.5);
        QVERIFY(std::abs(numbers[1].toDouble() - picture.size().height() * 0.75) < 1.5);
    }

    void onPaperTheGroundStaysWhite()
    {
        QImage paper(800, 600, QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        Picture(sample()).paint(painter, QRectF(0, 0, 800, 600), Picture::Ground::paper);
        painter.end();
        QCOMPARE(paper.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY(inkIn(paper, QRect(0, 0, 800, 300)) > 100);
    }

    void manyWiresAreStillCurves()
    {
        Graph graph;
        for (int i = 0; i < 60; ++i)
            graph.nodes.push_back(node(QString::number(i), i / 30 * 600, i % 30 * 90));
        for (int i = 0; i < 30; ++i) {
            for (int k = 30; k < 60; ++k) {
                graph.edges.push_back({QString::number(i), QString::number(k), EdgeKind::data, {}, false});
                graph.edges.push_back({QString::number(i), QString::number(k), EdgeKind::order, {}, false});
                graph.edges.push_back({QString::number(i), QString::number(k), EdgeKind::branch, {}, false});
            }
        }
        const Svg svg(Picture(std::move(graph)).svg());
        QVERIFY(svg.isWhole);
        QVERIFY(svg.elements.count(u"path"_s) >= 2'700);
    }

    void aPartHasItsNodesAndTheEdgesBetweenThem()
    {
        const Graph part = partOf(sample(), {u"prepare"_s, u"better?"_s, u"unknown"_s});
        QCOMPARE(part.nodes.size(), 2U);
        QCOMPARE(part.edges.size(), 1U);
        QCOMPARE(part.edges[0].kind, EdgeKind::back);
    }

    void nodesWithoutPlaceAreLaidOut()
    {
        Graph graph = sample();
        for (Node& each : graph.nodes)
            each.position.reset();
        QVERIFY(Picture(std::move(graph)).size().width() > 500);
    }

    void anEmptyGraphIsAnEmptyPicture()
    {
        const Picture nothing{Graph{}};
        QVERIFY(Svg(nothing.svg()).isWhole);
        QVERIFY(!nothing.png(1).isEmpty());
    }

    void formatsFollowTheSuffix()
    {
        QVERIFY(pictureFormatOf(u"a.b/out.SVG"_s) == PictureFormat::svg);
        QVERIFY(pictureFormatOf(u"out.png"_s) == PictureFormat::png);
        QVERIFY(pictureFormatOf(u"out.pdf"_s) == PictureFormat::pdf);
        QVERIFY(!pictureFormatOf(u"out.svg.txt"_s).has_value());
        QVERIFY(!pictureFormatOf(u"svg/out"_s).has_value());
    }
};

QTEST_MAIN(PictureTest)
#include "picture_test.moc"
