#pragma once

#include <QLineEdit>

namespace penstock::tools {

// A field on the canvas in which one text is changed where it stands: Enter takes it, Escape and leaving it do not.
class InlineEditor final : public QLineEdit {
    Q_OBJECT

public:
    // `what` is changed, for people who do not see it. Deletes itself when it is done.
    InlineEditor(const QString& text, const QString& what, const QRect& over, QWidget* canvas);

Q_SIGNALS:
    void changed(const QString& text); // not empty, and another one than before

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void leave();

    QString m_before;
};

} // namespace penstock::tools
