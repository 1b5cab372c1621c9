#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "core/edit/document.h"
#include "ui/designer/drafts/draft_folder.h"

#include <optional>

namespace penstock::designer {

// Brings unsaved edits to disk within five seconds, also while the person goes on. Written in another thread, one after the
// other. GUI thread; its end keeps what is not kept yet.
class DraftKeeper final : public QObject {
    Q_OBJECT

public:
    // `files` outlives this.
    DraftKeeper(const DraftPlace& place, FileSystem& files, QObject* parent = nullptr);
    ~DraftKeeper() override;

    // Edits of a window that is gone, the oldest first; they are this one's from now on. Waits for the disk.
    std::vector<edit::Draft> adopt(const QString& file);
    void edited(const QString& file, std::shared_ptr<const std::string> base, const edit::Document& now);
    void settled(const QString& file); // nothing is unsaved any more
    void look();                       // writes what is due; a timer does it, too
    void leave();                      // writes all, waits, and lets others adopt it

Q_SIGNALS:
    void failed(const QString& sentence); // once, until it works again

private:
    struct Unsaved {
        QString file;
        std::shared_ptr<const std::string> base;
        edit::Document now;
    };

    void write();
    void start(std::function<Result<void>(DraftFolder&)> work, const QString& file);
    void take(const Result<void>& result, const QString& file);

    const Clock* m_clock;
    DraftFolder m_folder; // of the thread of the pool, and of this one while the pool is idle
    std::optional<Unsaved> m_unsaved;
    std::optional<Duration> m_since; // of the oldest edit that is not written
    QString m_written;               // file of the draft that may be there
    bool m_failing = false;
    QTimer m_timer;
    QThreadPool m_pool;
};

} // namespace penstock::designer
