#include "ui/common/log_view.h"

#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/log_area.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace penstock::common {

using theme::Metrics;

LogView::LogView(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QHBoxLayout)
    , m_pattern(new QLineEdit)
    , m_exact(new QToolButton)
    , m_hits(secondary({}))
    , m_status(secondary({}))
    , m_area(new LogArea)
    , m_news(button(theme::Icon::follow, {}, theme::Prominence::primary, this))
    , m_empty(new Label({}, theme::Type::text, theme::Role::muted, m_area->viewport()))
{
    m_pattern->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_pattern->setAccessibleName(tr("Search in the log"));
    m_pattern->setClearButtonEnabled(true);
    m_pattern->setFixedWidth(220);
    m_exact->setText(QStringLiteral("Aa"));
    m_exact->setCheckable(true);
    m_exact->setAutoRaise(true);
    m_exact->setToolTip(tr("Match upper and lower case"));
    m_exact->setAccessibleName(m_exact->toolTip());
    auto* up = iconButton(theme::Icon::chevronUp, tr("Previous hit (Shift+Enter)"));
    auto* down = iconButton(theme::Icon::chevronDown, tr("Next hit (Enter)"));
    m_bar->setContentsMargins(Metrics::margin, 4, Metrics::margin, 4);
    m_bar->setSpacing(Metrics::gap);
    m_bar->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_hits, m_pattern, m_exact, up, down})
        m_bar->addWidget(widget);
    m_bar->addSpacing(Metrics::margin);
    m_bar->addWidget(m_status);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_bar);
    column->addWidget(new Hairline);
    column->addWidget(m_area, 1);
    m_news->hide();
    m_empty->move(Metrics::margin, 12);
    setEmptyText(tr("Nothing was printed yet."));

    connect(m_area, &LogArea::linesChanged, this, &LogView::showStatus);
    connect(m_area, &LogArea::followingChanged, this, &LogView::showStatus);
    connect(m_news, &QPushButton::clicked, this, [this] { m_area->setFollowing(true); });
    connect(m_pattern, &QLineEdit::textChanged, this, &LogView::search);
    connect(m_exact, &QToolButton::toggled, this, [this] { search(m_pattern->text()); });
    connect(up, &QToolButton::clicked, this, &LogView::findPrevious);
    connect(down, &QToolButton::clicked, this, &LogView::findNext);
    m_pattern->installEventFilter(this);
    auto* find = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_pattern->setFocus(Qt::ShortcutFocusReason);
        m_pattern->selectAll();
    });
    showStatus();
}

LogView::~LogView() = default;

void LogView::setSource(std::shared_ptr<const LogSource> source)
{
    m_search.reset();
    m_area->setSource(std::move(source));
    search(m_pattern->text());
}

void LogView::setEmptyText(const QString& text)
{
    m_empty->setText(text);
    m_empty->adjustSize();
}

QString LogView::status() const
{
    const QString lines = tr("%Ln line(s)", nullptr, static_cast<int>(m_area->lineCount()));
    if (!m_area->isIndexed())
        return tr("reading · %1").arg(lines);
    return m_area->isFollowing() ? tr("following · %1").arg(lines) : lines;
}

void LogView::showStatus()
{
    m_status->setText(m_area->source() ? status() : QString());
    m_empty->setVisible(m_area->lineCount() == 0);
    const qint64 news = m_area->newLines();
    m_news->setVisible(news > 0);
    if (news > 0) {
        m_news->setText(tr("%Ln new line(s)", nullptr, static_cast<int>(news)));
        m_news->adjustSize();
        resizeEvent(nullptr);
    }
}

void LogView::resizeEvent(QResizeEvent*)
{
    m_news->move((width() - m_news->width()) / 2, height() - m_news->height() - Metrics::margin);
    m_news->raise();
}

void LogView::search(const QString& pattern)
{
    if (m_pattern->text() != pattern) {
        m_pattern->setText(pattern); // comes back here
        return;
    }
    const auto rule = m_exact->isChecked() ? CaseRule::exact : CaseRule::ignore;
    m_area->setSearch(nullptr, {}, rule);
    m_search.reset();
    m_hit = -1;
    if (!pattern.isEmpty() && m_area->source()) {
        m_search = std::make_unique<LogSearch>(m_area->source(), pattern, rule, [this] { QMetaObject::invokeMethod(this, &LogView::showHits, Qt::QueuedConnection); });
        m_area->setSearch(m_search.get(), pattern, rule);
    }
    showHits();
}

void LogView::showHits()
{
    if (m_search && m_hit < 0) {
        const qint64 first = m_search->next(m_area->topLine());
        if (first >= 0 || m_search->isFinished())
            goTo(first >= 0 ? first : m_search->next(0));
    }
    m_hits->setText(searchStatus());
}

QString LogView::searchStatus() const
{
    if (!m_search)
        return {};
    const QLocale locale;
    const QString count = locale.toString(m_search->count()) + (m_search->isFinished() ? QString() : QStringLiteral("…"));
    return tr("%1 of %2").arg(locale.toString(m_hit < 0 ? 0 : m_search->numberOf(m_hit)), count);
}

void LogView::goTo(qint64 line)
{
    if (line < 0)
        return;
    m_hit = line;
    m_area->showLine(line);
    m_hits->setText(searchStatus());
}

void LogView::findNext()
{
    if (!m_search)
        return;
    const qint64 next = m_search->next(m_hit + 1);
    goTo(next >= 0 ? next : m_search->next(0));
}

void LogView::findPrevious()
{
    if (!m_search)
        return;
    const qint64 previous = m_search->previous(std::max<qint64>(0, m_hit));
    goTo(previous >= 0 ? previous : m_search->previous(m_area->lineCount()));
}

QList<std::pair<QString, QString>> LogView::keys()
{
    const auto named = [](auto key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    return {{named(QKeySequence::Find), tr("search")},
            {named(Qt::Key_Return) % QStringLiteral(", ") % named(Qt::SHIFT | Qt::Key_Return), tr("next hit, previous hit")},
            {named(Qt::Key_Escape), tr("end the search")},
            {named(Qt::Key_End), tr("to the end, and follow it")},
            {named(QKeySequence::SelectAll) % QStringLiteral(", ") % named(QKeySequence::Copy), tr("select all, copy")}};
}

bool LogView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_pattern && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            key->modifiers() & Qt::ShiftModifier ? findPrevious() : findNext();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            m_pattern->clear();
            m_area->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace penstock::common
