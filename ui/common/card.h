// A panel with a hairline around it, a title at the left and a muted remark at the right of its head.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace penstock::common {

class Label;

class Card final : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setRemark(const QString& remark);
    void addToHead(QWidget* widget);             // at the right of the title
    QVBoxLayout* body() const { return m_body; } // what the card holds

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_title;
    Label* m_remark;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

// A hairline between two parts of a panel.
class Hairline final : public QWidget {
    Q_OBJECT

public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace penstock::common
