#pragma once

#include <QWidget>

class QPushButton;

namespace penstock::common {
class Label;
}

namespace penstock::studio {

// One line above the screens, for what concerns the whole window: restricted workspace, a command that failed.
class Banner final : public QWidget {
    Q_OBJECT

public:
    enum class Kind { restricted, problem };

    explicit Banner(Kind kind, QWidget* parent = nullptr);

    void setText(const QString& text); // empty hides it

Q_SIGNALS:
    void accepted(); // Trust, or Close

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    common::Label* m_text;
    QPushButton* m_button;
};

} // namespace penstock::studio
