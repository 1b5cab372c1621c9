#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;

namespace penstock::designer {

// Through which pipelines one came to the one that is open: "digits / clean". Not there while that one was opened by itself.
class TrailBar final : public QWidget {
    Q_OBJECT

public:
    explicit TrailBar(QWidget* parent = nullptr);

    void setTrail(const QStringList& names); // from the outermost to the one that is open

Q_SIGNALS:
    void chosen(int place); // one of the outer ones

private:
    QStringList m_names;
    QHBoxLayout* m_row;
};

} // namespace penstock::designer
