#pragma once

#include <QPlainTextEdit>

namespace penstock::designer {

// A monospaced field of one line that becomes higher with its text, up to ten lines. Long lines are folded, so that all of a
// value is seen. Tab goes on to the next field.
class GrowingText final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit GrowingText(const QString& example, QWidget* parent = nullptr);

    void setExample(const QString& example);

Q_SIGNALS:
    void finished(); // the person left it, or pressed Ctrl+Enter

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitHeight();

    QString m_example;
};

} // namespace penstock::designer
