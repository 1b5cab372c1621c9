// A panel over the window that goes when it is left: by Escape, by a press beside it, by the focus going elsewhere. It is a child of the
// window and no window of its own: so assistive tools find it, it takes no grab, and it stands where it should on every desktop.
#pragma once

#include <QFrame>
#include <QPointer>

namespace penstock::common {

class Overlay : public QFrame {
    Q_OBJECT

public:
    // A child of the window of `asker`.
    explicit Overlay(QWidget* asker);
    ~Overlay() override;

    void showAt(const QPoint& global); // its upper left corner, as far as the window allows; has the focus
    void leave();                      // what had the focus before has it again

Q_SIGNALS:
    void left(); // for whatever reason

protected:
    void setContentHeight(int height); // it is no higher than this, whatever was wished; its corner stays
    bool eventFilter(QObject* watched, QEvent* event) override; // of the program, while it is seen
    void paintEvent(QPaintEvent* event) override;

private:
    void close(bool givesBack);
    void place();
    void followFocus(QWidget* now);

    QPointer<QWidget> m_before;
    QPoint m_corner; // as wished, in the window
    QSize m_size;    // so too
    int m_contentHeight = QWIDGETSIZE_MAX;
    bool m_isOpen = false;
};

} // namespace penstock::common
