// Names of series beside their colours, in one or more rows above a plot.
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace penstock::charts {

struct LegendEntry {
    QString name;
    QColor color;
    Qt::PenStyle pen = Qt::SolidLine;
};

class Legend final : public QWidget {
    Q_OBJECT

public:
    explicit Legend(QWidget* parent);

    void setEntries(std::vector<LegendEntry> entries); // none: takes no room

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    // Where each entry stands at a width; the bottom of the last row.
    int place(int width, std::vector<QRect>* places) const;

    std::vector<LegendEntry> m_entries;
};

} // namespace penstock::charts
