// What a window costs before it does anything: a main window with docks, a text and a chart; the peer of Studio's start.
#include <QApplication>
#include <QChartView>
#include <QDockWidget>
#include <QLineSeries>
#include <QMainWindow>
#include <QPlainTextEdit>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setWindowTitle(QStringLiteral("bare"));
    auto* series = new QLineSeries;
    series->append({{0, 1}, {1, 2}, {2, 1}});
    auto* chart = new QChart;
    chart->addSeries(series);
    chart->createDefaultAxes();
    window.setCentralWidget(new QChartView(chart));
    for (const Qt::DockWidgetArea area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea}) {
        auto* dock = new QDockWidget(QStringLiteral("dock"));
        dock->setWidget(new QPlainTextEdit);
        window.addDockWidget(area, dock);
    }
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
