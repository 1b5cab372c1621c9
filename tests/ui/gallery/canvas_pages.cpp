#include "tests/ui/gallery/pages.h"
#include "ui/canvas/graph_view.h"
#include "ui/theme/icon.h"
#include "ui/theme/style.h"

#include <QPainter>

namespace penstock::gallery {

using namespace Qt::Literals::StringLiterals;
using namespace canvas;
using theme::Mark;

namespace {

Graph digits()
{
    Graph graph;
    graph.nodes = {
        {u"prepare"_s, NodeKind::command, u"prepare"_s, u"prepare.py"_s, Mark::cached, -1, true, false, {}},
        {u"train"_s, NodeKind::command, u"train"_s, u"train.py · epoch 31 of 50"_s, Mark::running, 0.62, true, false, {}},
        {u"champion"_s, NodeKind::command, u"evaluate champion"_s, u"evaluate.py · digits 1.3"_s, Mark::failed, -1, true, false, {}},
        {u"evaluate"_s, NodeKind::command, u"evaluate"_s, u"evaluate.py"_s, Mark::pending, -1, true, true, {}},
        {u"record"_s, NodeKind::registerModel, u"record"_s, u"digits v1"_s, Mark::pending, -1, true, false, {}},
        {u"better"_s, NodeKind::choice, u"better?"_s, {}, Mark::pending, -1, true, false, {}},
        {u"ask"_s, NodeKind::approve, u"ask"_s, u"policy digits · lead"_s, Mark::waitingForPerson, -1, true, false, {}},
        {u"ship"_s, NodeKind::promote, u"ship"_s, u"to Production"_s, Mark::pending, -1, true, false, {}},
        {u"stop"_s, NodeKind::end, u"stop"_s, u"ends well"_s, Mark::skipped, -1, true, false, {}},
    };
    graph.edges = {
        {u"prepare"_s, u"train"_s, EdgeKind::data, {}, true},      {u"prepare"_s, u"champion"_s, EdgeKind::data, {}, true},
        {u"train"_s, u"evaluate"_s, EdgeKind::data, {}, false},    {u"champion"_s, u"evaluate"_s, EdgeKind::order, {}, false},
        {u"prepare"_s, u"evaluate"_s, EdgeKind::data, {}, false},  {u"evaluate"_s, u"record"_s, EdgeKind::data, {}, false},
        {u"record"_s, u"better"_s, EdgeKind::order, {}, false},    {u"better"_s, u"ask"_s, EdgeKind::branch, u"yes"_s, false},
        {u"better"_s, u"stop"_s, EdgeKind::branch, u"no"_s, false},{u"ask"_s, u"ship"_s, EdgeKind::order, {}, false},
        {u"better"_s, u"train"_s, EdgeKind::back, u"not yet · back ≤ 3×"_s, false},
    };
    return graph;
}

class MarksPage final : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = theme::themeOf(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.color(theme::Role::panel));
        int y = 16;
        for (const Mark mark : theme::allMarks) {
            theme::StateMark::paint(painter, QRectF(16, y, 16, 16), mark, theme, theme::Role::panel, 0.2);
            theme::StateMark::paint(painter, QRectF(48, y - 4, 24, 24), mark, theme, theme::Role::panel, 0.2);
            painter.setPen(theme.ink(theme::StateMark::role(mark)));
            painter.setFont(theme::Theme::font(theme::Type::text));
            painter.drawText(QRectF(86, y - 2, 200, 20), Qt::AlignVCenter, theme::StateMark::word(mark));
            y += 34;
        }
        for (int i = 0; i < theme::iconCount; ++i) {
            const QRectF box(300 + i % 8 * 54, 24 + i / 8 * 54, 20, 20);
            theme::paintIcon(painter, box, static_cast<theme::Icon>(i), theme.color(i < 16 ? theme::Role::accent : theme::Role::text));
        }
        for (int i = 0; i < 12; ++i) {
            painter.setPen(QPen(theme.seriesColor(i), 2, theme::Theme::seriesPen(i)));
            painter.drawLine(300 + i % 6 * 70, 340 + i / 6 * 24, 354 + i % 6 * 70, 340 + i / 6 * 24);
        }
    }
};

} // namespace

QWidget* canvasPage()
{
    auto* view = new GraphView;
    view->setGraph(digits());
    view->select({u"train"_s});
    view->setOverviewVisible(true);
    return view;
}

QWidget* canvasFarPage()
{
    auto* view = new GraphView;
    Graph graph;
    for (int i = 0; i < 240; ++i) {
        const QString id = u"step%1"_s.arg(i);
        graph.nodes.push_back({id, static_cast<NodeKind>(i % 10), id, u"part %1 of it"_s.arg(i), theme::allMarks[static_cast<std::size_t>(i * 7 % 11)], -1, true, false, {}});
        for (int back : {9, 13}) {
            if (i - back >= 0)
                graph.edges.push_back({u"step%1"_s.arg(i - back + i % 3), id, EdgeKind::data, {}, false});
        }
    }
    view->setGraph(std::move(graph));
    view->setOverviewVisible(true);
    return view;
}

QWidget* marksPage()
{
    return new MarksPage;
}

} // namespace penstock::gallery
