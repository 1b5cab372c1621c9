#pragma once

#include <QPlainTextEdit>

#include "core/pipeline/source_map.h"
#include "ui/designer/text/line_marks.h"

#include <vector>

namespace penstock::designer {

class YamlGutter;
class YamlHighlighter;

struct VisibleLine {
    int number = 0; // from 1
    int top = 0, height = 0; // pixels
};

// A text editor for YAML: line numbers, marks where something is wrong, indentation by spaces, comments. It has no undo of its
// own. What is costly is done for visible lines only, so that a text may have 100,000 of them.
class YamlText final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit YamlText(QWidget* parent = nullptr);

    // The part that differs is replaced, so that cursor and scroll position survive a change elsewhere; edited() is not emitted.
    void follow(const QString& text);
    void setMarks(LineMarks marks);
    const LineMarks& marks() const { return m_marks; }
    void setTinted(int first, int last); // lines, from 1; 0: none
    void goTo(const pipeline::Place& place);
    std::vector<VisibleLine> visibleLines() const;

Q_SIGNALS:
    void edited(); // by the person
    void moved();  // the cursor, by the person
    void refused(const QString& sentence); // what was pasted
    void left();   // Escape

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;

private:
    bool editLines(const QKeyEvent& event);
    void decorate(); // of what is visible
    void placeGutter();

    YamlHighlighter* m_highlighter;
    YamlGutter* m_gutter;
    LineMarks m_marks;
    int m_firstTinted = 0, m_lastTinted = 0;
    bool m_isFollowing = false;
};

} // namespace penstock::designer
