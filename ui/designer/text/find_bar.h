#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace penstock::common {
class Label;
}

namespace penstock::designer {

// One line below a text: what is looked for in it, and how often it is there. Enter goes to the next place, Escape back to the
// text.
class FindBar final : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QPlainTextEdit& text, QWidget* parent = nullptr); // hidden at first; the text outlives it

    void open(); // with what is selected
    void step(bool forward);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of the field

private:
    void close();
    void look(); // from where the cursor is
    void count();

    QPlainTextEdit& m_text;
    QLineEdit* m_field;
    common::Label* m_count;
};

} // namespace penstock::designer
