#pragma once

#include <QObject>

#include "core/base/file_system.h"
#include "core/check/check.h"
#include "core/edit/history.h"
#include "ui/designer/background.h"
#include "ui/designer/drafts/draft_keeper.h"
#include "ui/designer/drafts/file_notice.h"
#include "ui/designer/opened_pipelines.h"

#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace penstock::designer {

// The pipeline file that is open in Design: reading, editing with undo, saving, and what somebody else did to the file meanwhile.
// What is not saved reaches a draft within seconds, what is being typed, too. Large texts are read and checked in another thread: then `changed` follows
// `textChanged` a moment later. GUI thread.
class PipelineEditor final : public QObject {
    Q_OBJECT

public:
    // `files` outlives this; so does the clock of `drafts`.
    PipelineEditor(QString workspace, FileSystem& files, const DraftPlace& drafts = {}, QObject* parent = nullptr);
    ~PipelineEditor() override;

    QString file() const { return m_file; } // relative to the workspace; empty: nothing is open
    QString path() const { return absolute(m_file); }
    bool isOpen() const { return m_history.has_value(); }
    bool isSaved() const { return !m_history || m_history->isSaved(); }
    bool hasEdits() const { return m_history && m_history->now().text() != *m_base; } // differs from isSaved() when there is no file
    bool isReading() const { return m_reading.isBusy(); } // what the text means is not known yet
    const edit::Document& document() const { return m_history->now(); }
    const edit::History& history() const { return *m_history; }
    // Of reading and checking, by place.
    const pipeline::Issues& issues() const { return m_issues; }
    // The newest pipeline that made sense: what the canvas shows while the text is broken.
    const pipeline::Pipeline& lastGood() const { return m_lastGood.pipeline(); }
    const check::Library& opened() const { return m_opened->library(); } // what its steps open, as it was when it was last read
    bool showsLastGood() const { return !isReading() && m_isBroken; } // the text makes no sense now

    // Sentences for people; empty when all is well.
    QString open(const QString& file);
    QString apply(const edit::Edit& edit);
    QString save();
    void undo();
    void redo();
    void goTo(std::size_t position); // of the history
    void endGesture();
    // What a person is writing and is no edit yet: no step of undo, but kept like what is unsaved. Empty: nothing is.
    void setUnfinished(std::vector<edit::Edit> edits);
    void leave(); // the window goes: what is unsaved is kept

    // Looks at the file on disk again. What changed there is taken over as a step of undo, together with what is unsaved here.
    void look();
    const FileNotice& notice() const { return m_notice; }
    const std::string& fileText() const { return m_theirs; } // of a conflict: what the file holds
    void keepMine();         // the next saving writes over what the file holds
    void takeTheirs();       // gives up what is unsaved; undo brings it back
    void discardRecovered(); // so does this
    void closeNotice();

Q_SIGNALS:
    // Before anything else happens to the document: what a person has begun to write, and is no edit yet, becomes one now.
    void editsWanted();
    void textChanged();   // the text, what is saved, what can be undone
    void changed();       // what it means and what is wrong with it, too
    void travelled(const QStringList& steps); // through the history, after changed(): what is now another way; not of a large text
    void noticeChanged();
    void troubleMet(const QString& sentence); // unsaved edits cannot be kept

private:
    struct Meaning {
        pipeline::Issues issues;
        bool isGood = false;
        std::shared_ptr<const OpenedPipelines> opened = {};
    };

    QString absolute(const QString& relative) const { return m_workspace + QLatin1Char('/') + relative; }
    static Meaning meaningOf(const edit::Document& document, const FileSystem& files, const std::string& workspace, const std::string& file);
    void travel(const std::function<void()>& move);
    void settle();
    void take(Meaning meaning, const edit::Document& document);
    void saveLayout();
    void keepDraft();
    void keepUnfinished();
    void recover();
    void recover(const edit::Draft& draft);
    void meet(std::string theirs, bool canWait);
    void bringTogether(const std::string& theirs, const std::optional<std::string>& merged);
    void takeText(std::string text, const Message& name);
    void rememberFile(std::string text);
    void setNotice(const FileNotice& notice);

    QString m_workspace;
    FileSystem& m_files;
    DraftKeeper m_drafts;
    Background m_reading, m_merging, m_writing; // the last: what is unfinished
    std::vector<edit::Edit> m_unfinished;
    QTimer m_pause; // while it is written
    QString m_file;
    std::optional<edit::History> m_history;
    pipeline::Issues m_issues;
    edit::Document m_lastGood{std::string(), std::string()};
    std::shared_ptr<const OpenedPipelines> m_opened = std::make_shared<const OpenedPipelines>(); // never null
    bool m_isBroken = false;
    std::shared_ptr<const std::string> m_base; // what the file held when it was last read, written or answered for
    bool m_isThere = true;
    std::string m_theirs; // of a conflict
    std::string m_layoutOnDisk;
    FileNotice m_notice;
    const Clock* m_clock;
};

} // namespace penstock::designer
