// A state as shape, word and colour; the ring of `running` turns while the label is seen.
#pragma once

#include "ui/theme/mark.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

namespace penstock::common {

class StateLabel final : public QWidget {
    Q_OBJECT

public:
    enum class Words { shown, hidden }; // hidden: the word is still the tool tip and the accessible name

    explicit StateLabel(theme::Mark mark = theme::Mark::pending, Words words = Words::shown, QWidget* parent = nullptr);

    void setMark(theme::Mark mark);
    void setText(const QString& text); // instead of the state's own word: "Running 1m 12s"
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QString shown() const;
    void animate();

    theme::Mark m_mark;
    Words m_words;
    QString m_text;
    QBasicTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace penstock::common
