#pragma once

#include "ui/designer/pipeline_editor.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace penstock::designer {

class YamlHighlighter;

// The text beside the canvas. Typing is taken over after a pause of a moment; lines with problems are marked; the chosen step is
// shown. Undo is that of the document, not of this widget.
class YamlPanel final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit YamlPanel(PipelineEditor& editor, QWidget* parent = nullptr);

    void showStep(const QString& step);
    void goTo(const pipeline::Place& place);
    void takeOver(); // what was typed and not yet taken over

Q_SIGNALS:
    void stepReached(const QString& step); // the cursor went into it
    void left();                           // Escape

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void markProblems();
    QString stepAtCursor() const;

    PipelineEditor& m_editor;
    YamlHighlighter* m_highlighter = nullptr;
    QTimer m_pause;
    bool m_isFollowing = false;
};

} // namespace penstock::designer
