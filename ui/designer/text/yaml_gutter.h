#pragma once

#include <QWidget>

namespace penstock::designer {

class YamlText;

// The margin left of the text: line numbers, and beside them a mark where something is wrong, told by a tool tip. The list of
// problems is its twin for who does not see it.
class YamlGutter final : public QWidget {
    Q_OBJECT

public:
    explicit YamlGutter(YamlText& text); // its child

    int neededWidth() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    int lineAt(int y) const; // 0: none

    YamlText& m_text;
};

} // namespace penstock::designer
