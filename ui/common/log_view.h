// A log with its bar: search with counts, the number of lines, and whether it follows. Draws only what is seen and
// indexes in another thread: the first screen of a log of 10 million lines is there at once.
// Ctrl+F searches, Enter and Shift+Enter step, Escape ends the search.
#pragma once

#include "ui/common/log_source.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace penstock::common {

class Label;
class LogArea;
class LogSearch;

class LogView final : public QWidget {
    Q_OBJECT

public:
    explicit LogView(QWidget* parent = nullptr);
    ~LogView() override;

    // The source is read from other threads while it is shown; null shows the empty text.
    void setSource(std::shared_ptr<const LogSource> source);
    void setEmptyText(const QString& text); // "Nothing was printed yet."
    LogArea* area() const { return m_area; }
    QHBoxLayout* bar() const { return m_bar; } // for what a screen puts at its left

    static QList<std::pair<QString, QString>> keys(); // names of keys and what they do, for people
    void search(const QString& pattern);
    void findNext();
    void findPrevious();
    QString searchStatus() const; // "3 of 120"
    QString status() const;       // "following · 4,212 lines"

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showStatus();
    void showHits();
    void goTo(qint64 line);

    QHBoxLayout* m_bar;
    QLineEdit* m_pattern;
    QToolButton* m_exact;
    Label* m_hits;
    Label* m_status;
    LogArea* m_area;
    QPushButton* m_news; // "12 new lines"
    Label* m_empty;
    std::unique_ptr<LogSearch> m_search;
    qint64 m_hit = -1;
};

} // namespace penstock::common
