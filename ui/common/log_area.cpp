#include "ui/common/log_area.h"

#include "ui/theme/contrast.h"
#include "ui/theme/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QTextLayout>

#include <array>

namespace penstock::common {

using theme::Role;

namespace {

constexpr int margin = 16;
constexpr int pollInterval = 150; // ms
constexpr qsizetype mostCopied = 16 << 20;

// The terminal's sixteen in colours of the theme where it has one of that meaning.
QColor terminalColor(const LogColor& color, const theme::Theme& theme)
{
    if (color.index < 0)
        return color.rgb;
    constexpr std::array roles{Role::text, Role::failed, Role::succeeded, Role::warning, Role::running, Role::waiting, Role::cached, Role::muted};
    return theme.color(roles[static_cast<std::size_t>(color.index % 8)]);
}

QTextCharFormat formatOf(const LogSpan& span, const theme::Theme& theme)
{
    QTextCharFormat format;
    const QColor text = theme.color(Role::text);
    const QColor ground = span.background.isNone() ? theme.color(Role::panel) : theme::mix(theme.color(Role::panel), terminalColor(span.background, theme), 0.35);
    if (!span.background.isNone())
        format.setBackground(ground);
    if (!span.color.isNone())
        format.setForeground(theme::readable(terminalColor(span.color, theme), ground, text));
    else if (span.faint)
        format.setForeground(theme.ink(Role::muted));
    if (span.bold)
        format.setFontWeight(QFont::Bold);
    return format;
}

} // namespace

LogArea::LogArea(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_texts(512)
{
    setFrameShape(QFrame::NoFrame);
    setFont(theme::Theme::font(theme::Type::mono));
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Log"));
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!isVisible() || !m_source || m_source->size() == m_polledSize)
            return;
        m_polledSize = m_source->size();
        m_index->grow();
    });
}

LogArea::~LogArea() = default;

void LogArea::setSource(std::shared_ptr<const LogSource> source)
{
    m_search = nullptr;
    m_index.reset();
    m_source = std::move(source);
    m_texts.clear();
    m_lines = m_seenLines = 0;
    m_widest = 0;
    m_polledSize = -1;
    m_anchor.reset();
    m_caret.reset();
    m_shownHit = -1;
    if (m_source) {
        // The index's thread may report while this dies; the event is then dropped with its receiver.
        m_index = std::make_unique<LogIndex>(m_source, [this] { QMetaObject::invokeMethod(this, &LogArea::takeLines, Qt::QueuedConnection); });
        m_poll.start();
    } else {
        m_poll.stop();
    }
    setFollowing(true);
    updateScrollBars();
    viewport()->update();
    Q_EMIT linesChanged();
}

bool LogArea::isIndexed() const
{
    return !m_index || m_index->isComplete();
}

void LogArea::takeLines()
{
    if (!m_index)
        return;
    const qint64 lines = m_index->lineCount();
    m_texts.remove(m_lines - 1); // it may not have ended
    m_lines = lines;
    updateScrollBars();
    viewport()->update();
    Q_EMIT linesChanged();
}

void LogArea::setFollowing(bool following)
{
    if (following) {
        m_scrolling = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_scrolling = false;
    }
    if (following == m_following)
        return;
    m_following = following;
    m_seenLines = m_lines;
    Q_EMIT followingChanged(following);
}

void LogArea::updateScrollBars()
{
    const int page = qMax(1, viewport()->height() / lineHeight());
    m_scrolling = true;
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, static_cast<int>(std::clamp<qint64>(m_lines - page, 0, 2'000'000'000)));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    horizontalScrollBar()->setRange(0, qMax(0, m_widest + 2 * margin - viewport()->width()));
    // A big log shows its beginning at once, and its end when it is known where that is.
    if (m_following && isIndexed())
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_scrolling = false;
}

void LogArea::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    if (!m_scrolling && dy != 0) {
        const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
        setFollowing(atEnd);
    }
    viewport()->update();
}

int LogArea::lineHeight() const
{
    return qMax(1, qRound(fontMetrics().height() * 1.3));
}

qint64 LogArea::topLine() const
{
    return verticalScrollBar()->value();
}

const LogText& LogArea::text(qint64 line) const
{
    if (const LogText* known = m_texts.object(line))
        return *known;
    auto* parsed = new LogText(m_index ? parseLogLine(m_index->line(line)) : LogText());
    m_texts.insert(line, parsed);
    return *parsed;
}

QString LogArea::lineText(qint64 line) const
{
    return text(line).text;
}

void LogArea::setSearch(const LogSearch* search, const QString& pattern, CaseRule rule)
{
    m_search = search;
    m_pattern = pattern;
    m_rule = rule;
    m_shownHit = -1;
    viewport()->update();
}

void LogArea::showLine(qint64 line)
{
    setFollowing(false);
    m_shownHit = line;
    const int page = verticalScrollBar()->pageStep();
    const int top = verticalScrollBar()->value();
    m_scrolling = true;
    if (line < top || line >= top + page)
        verticalScrollBar()->setValue(static_cast<int>(std::max<qint64>(0, line - page / 3)));
    m_scrolling = false;
    viewport()->update();
}

void LogArea::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const auto& theme = theme::themeOf(this);
    painter.fillRect(event->rect(), theme.color(Role::panel));
    const int height = lineHeight();
    const qint64 top = topLine();
    const int widestBefore = m_widest;
    for (int row = event->rect().top() / height; row * height < event->rect().bottom() + 1 && top + row < m_lines; ++row)
        m_widest = qMax(m_widest, paintLine(painter, top + row, {0, row * height, viewport()->width(), height}));
    if (m_widest > widestBefore)
        QMetaObject::invokeMethod(this, &LogArea::updateScrollBars, Qt::QueuedConnection);
}

QList<QTextLayout::FormatRange> LogArea::formats(qint64 line) const
{
    const auto& theme = theme::themeOf(this);
    const LogText& content = text(line);
    QList<QTextLayout::FormatRange> result;
    for (const LogSpan& span : content.spans)
        result.append({span.start, span.length, formatOf(span, theme)});
    if (m_search && !m_pattern.isEmpty()) {
        QTextCharFormat hit;
        hit.setBackground(theme::mix(theme.color(Role::panel), theme.color(Role::warning), 0.35));
        hit.setForeground(theme.color(Role::text));
        const auto rule = m_rule == CaseRule::exact ? Qt::CaseSensitive : Qt::CaseInsensitive;
        for (qsizetype at = content.text.indexOf(m_pattern, 0, rule); at >= 0; at = content.text.indexOf(m_pattern, at + m_pattern.size(), rule))
            result.append({static_cast<int>(at), static_cast<int>(m_pattern.size()), hit});
    }
    if (!m_anchor || !m_caret || *m_anchor == *m_caret)
        return result;
    const auto [from, to] = std::minmax(*m_anchor, *m_caret);
    if (line >= from.line && line <= to.line) {
        QTextCharFormat selected;
        selected.setBackground(theme::mix(theme.color(Role::panel), theme.color(Role::accent), 0.3));
        const int start = line == from.line ? from.column : 0;
        const int end = line == to.line ? to.column : static_cast<int>(content.text.size());
        result.append({start, end - start, selected});
    }
    return result;
}

int LogArea::paintLine(QPainter& painter, qint64 line, const QRect& row) const
{
    const auto& theme = theme::themeOf(this);
    if (line == m_shownHit)
        painter.fillRect(row, theme.color(Role::selection));
    const LogText& content = text(line);
    QTextLayout layout(content.text, font());
    layout.setFormats(formats(line));
    layout.beginLayout();
    QTextLine laid = layout.createLine();
    if (laid.isValid())
        laid.setNumColumns(static_cast<int>(content.text.size()) + 1);
    layout.endLayout();
    if (!laid.isValid())
        return 0;
    painter.setPen(theme.color(Role::text));
    layout.draw(&painter, QPointF(margin - horizontalScrollBar()->value(), row.top() + (row.height() - laid.height()) / 2));
    return qCeil(laid.naturalTextWidth());
}

void LogArea::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void LogArea::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    if (m_index)
        m_index->grow();
}

void LogArea::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void LogArea::selectAll()
{
    if (m_lines == 0)
        return;
    m_anchor = LogPlace{0, 0};
    m_caret = LogPlace{m_lines - 1, static_cast<int>(text(m_lines - 1).text.size())};
    viewport()->update();
}

QString LogArea::selectedText() const
{
    if (!m_anchor || !m_caret)
        return {};
    const auto [from, to] = std::minmax(*m_anchor, *m_caret);
    QString result;
    for (qint64 line = from.line; line <= to.line && result.size() < mostCopied / 2; ++line) {
        const QString whole = m_index ? parseLogLine(m_index->line(line)).text : QString();
        const int start = line == from.line ? from.column : 0;
        const auto end = line == to.line ? qsizetype{to.column} : whole.size();
        result += whole.mid(start, end - start);
        if (line < to.line)
            result += u'\n';
    }
    return result;
}

void LogArea::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace penstock::common
