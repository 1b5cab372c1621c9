#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/designer/form/form_source.h"
#include "ui/designer/pipeline_editor.h"

#include <vector>

namespace penstock::common {
class Label;
}

namespace penstock::designer {

class FindBar;
class YamlText;

// The text beside the canvas. Typing is taken over after a pause of a moment, and every now and then while it goes on; lines
// with problems are marked; the chosen step is shown. Undo is that of the document, not of this widget.
class YamlPanel final : public QWidget {
    Q_OBJECT

public:
    explicit YamlPanel(PipelineEditor& editor, QWidget* parent = nullptr); // the editor outlives it

    void setLastValue(FormSource::LastValue last) { m_last = std::move(last); } // asked while somebody writes an expression
    void showStep(const QString& step);
    void goTo(const pipeline::Place& place);
    void takeOver(); // what was typed and not yet taken over
    static QList<std::pair<QString, QString>> keys();

Q_SIGNALS:
    void stepReached(const QString& step); // the cursor went into it
    void left();                           // Escape
    void refused(const QString& sentence); // what was pasted

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of the text

private:
    struct StepLine {
        int line;
        QString step;
    };

    void follow();
    void judge();
    void tint();
    QString stepAt(int line) const;

    PipelineEditor& m_editor;
    QWidget* m_strip;
    YamlText* m_text;
    FindBar* m_find;
    FormSource::LastValue m_last;
    QTimer m_pause, m_longest;
    QString m_shown; // the text as it was followed or taken over; what differs from it was typed
    bool m_isTaking = false;
    std::vector<StepLine> m_steps; // by line
    QString m_step;
    bool m_isSought = false; // the step, in a text that does not have it yet
};

} // namespace penstock::designer
