#pragma once

#include <QObject>

#include "core/base/file_system.h"
#include "core/check/check.h"
#include "core/edit/history.h"

#include <QString>

#include <optional>

namespace penstock::designer {

// The pipeline file that is open in Design: reading, editing with undo, saving, and what somebody else did to the file meanwhile.
// GUI thread.
class PipelineEditor final : public QObject {
    Q_OBJECT

public:
    PipelineEditor(QString workspace, FileSystem& files, QObject* parent = nullptr);

    QString file() const { return m_file; } // relative to the workspace; empty: nothing is open
    bool isOpen() const { return m_history.has_value(); }
    bool isSaved() const { return !m_history || m_history->isSaved(); }
    const edit::Document& document() const { return m_history->now(); }
    const edit::History& history() const { return *m_history; }
    // Of reading and checking, by place.
    const pipeline::Issues& issues() const { return m_issues; }
    // The newest pipeline that made sense: what the canvas shows while the text is broken.
    const pipeline::Pipeline& lastGood() const { return m_lastGood; }

    // Sentences for people; empty when all is well.
    QString open(const QString& file);
    QString apply(const edit::Edit& edit);
    QString save();
    void undo();
    void redo();
    void endGesture();

    // Looks at the file on disk again. Takes over what changed when nothing here is unsaved.
    enum class Outside { same, taken, conflict };
    Outside look();
    QString takeOutside(); // gives up unsaved edits

Q_SIGNALS:
    void changed(); // the document, saved or not, undo and redo

private:
    QString absolute(const QString& relative) const { return m_workspace + QLatin1Char('/') + relative; }
    void settle();
    void saveLayout();

    QString m_workspace;
    FileSystem& m_files;
    QString m_file;
    std::optional<edit::History> m_history;
    pipeline::Issues m_issues;
    pipeline::Pipeline m_lastGood;
    std::string m_onDisk; // text as last read or written
    std::string m_layoutOnDisk;
};

} // namespace penstock::designer
