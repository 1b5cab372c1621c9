#pragma once

#include <QWidget>

class QPushButton;

namespace penstock::common {
class Label;
class StateLabel;
}

namespace penstock::designer {

class PipelineEditor;

// One line above the canvas: what happened to the open file apart from the edits here, and what the person can answer. Not
// there while there is nothing to say.
class NoticeBar final : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(PipelineEditor& editor, QWidget* parent = nullptr); // the editor outlives it

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    QString text() const;
    void showDifference();

    PipelineEditor& m_editor;
    common::StateLabel* m_mark;
    common::Label* m_text;
    QPushButton *m_mine, *m_theirs, *m_difference, *m_discard, *m_close;
};

} // namespace penstock::designer
