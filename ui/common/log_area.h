// The lines of a log, drawn only where they are seen. Follows the end until somebody scrolls up.
// Keys: arrows, pages, Home and End (which follows again), Ctrl+A, Ctrl+C; Shift extends the selection.
#pragma once

#include "ui/common/log_index.h"
#include "ui/common/log_search.h"
#include "ui/common/log_text.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QTextLayout>
#include <QTimer>

#include <optional>

namespace penstock::common {

// A place in the text: a line, and a position between its UTF-16 units.
struct LogPlace {
    qint64 line = 0;
    int column = 0;

    auto operator<=>(const LogPlace&) const = default;
};

class LogArea final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LogArea(QWidget* parent = nullptr);
    ~LogArea() override;

    void setSource(std::shared_ptr<const LogSource> source); // null: empty
    std::shared_ptr<const LogSource> source() const { return m_source; }
    qint64 lineCount() const { return m_lines; }
    bool isIndexed() const;
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    qint64 newLines() const { return m_following ? 0 : m_lines - m_seenLines; } // since following stopped

    // Lines of the hits are marked; the one shown stands out. Does not own the search.
    void setSearch(const LogSearch* search, const QString& pattern, CaseRule rule);
    void showLine(qint64 line);
    qint64 topLine() const;
    QString lineText(qint64 line) const;

    void selectAll();
    QString selectedText() const; // at most 16 MiB
    void copy() const;

Q_SIGNALS:
    void linesChanged();
    void followingChanged(bool following);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void takeLines();
    void updateScrollBars();
    const LogText& text(qint64 line) const;
    LogPlace placeAt(const QPoint& position) const;
    QList<QTextLayout::FormatRange> formats(qint64 line) const;
    int paintLine(QPainter& painter, qint64 line, const QRect& row) const; // its width
    int lineHeight() const;

    std::shared_ptr<const LogSource> m_source;
    std::unique_ptr<LogIndex> m_index;
    mutable QCache<qint64, LogText> m_texts; // of lines that have ended, and the last one until it changes
    qint64 m_lines = 0;
    qint64 m_seenLines = 0;
    bool m_following = true;
    bool m_scrolling = false; // by us, not by a person
    QTimer m_poll;            // sources do not say when they grow
    std::optional<LogPlace> m_anchor, m_caret;
    const LogSearch* m_search = nullptr;
    QString m_pattern;
    CaseRule m_rule = CaseRule::ignore;
    qint64 m_shownHit = -1;
    qint64 m_polledSize = -1;
    int m_widest = 0; // pixels, of the lines seen so far
};

} // namespace penstock::common
