#include "ui/designer/form/form_section.h"

#include "ui/common/breakable_text.h"
#include "ui/common/form_row.h"
#include "ui/common/label.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

namespace {

constexpr int mostPerLine = 3;
constexpr int gap = 8;

constexpr QLatin1String usual("timeout, lost"); // as long as what is usually in a short field

} // namespace

FormSection::FormSection(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_body(new QWidget)
    , m_more(new QToolButton)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (!title.isEmpty()) {
        m_title = new QToolButton;
        m_title->setAutoRaise(true);
        m_title->setText(title.toUpper());
        m_title->setFont(theme::Theme::font(theme::Type::caption));
        m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_title->setIconSize({12, 12});
        m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_title->setAccessibleName(title);
        column->addWidget(m_title);
        connect(m_title, &QToolButton::clicked, this, [this] {
            setOpen(!m_isOpen);
            Q_EMIT folded(m_isOpen);
        });
    }
    m_more->setAutoRaise(true);
    m_more->setFont(theme::Theme::font(theme::Type::secondary));
    m_more->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_more->setMinimumWidth(1); // its words are cut before the form gets wider
    connect(m_more, &QToolButton::clicked, this, &FormSection::moreWanted);
    column->addWidget(m_body);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    showState();
}

// A row that stays is not touched: it may have the focus.
void FormSection::arrange(const QList<Row>& rows, const QStringList& hidden)
{
    if (m_grid && rows == m_rows && hidden == m_hidden)
        return;
    for (const Row& before : std::as_const(m_rows))
        before.widget->setVisible(rows.contains(before));
    m_rows = rows;
    m_hidden = hidden;
    place();
    m_more->setToolTip(hidden.join(tr(", ")));
    showMore();
    showState();
}

void FormSection::place()
{
    delete m_grid; // widgets stay
    qDeleteAll(m_complaints);
    m_complaints.clear();
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(8);
    for (int column = 0; column < m_perLine; ++column)
        m_grid->setColumnStretch(column, 1);
    int line = 0;
    QList<common::FormRow*> side; // by side
    const auto endLine = [&] {
        if (!side.isEmpty())
            addComplaint(side, line + 1);
        line += 2;
        side.clear();
    };
    for (const Row& row : std::as_const(m_rows)) {
        if (side.size() == m_perLine || ((!row.isShort || row.startsLine) && !side.isEmpty()))
            endLine();
        row.widget->setBrief(row.isShort);
        if (row.isShort) {
            m_grid->addWidget(row.widget, line, static_cast<int>(side.size()), Qt::AlignTop);
            side.append(row.widget);
        } else {
            m_grid->addWidget(row.widget, line, 0, 1, m_perLine);
            line += 2;
        }
        row.widget->show();
    }
    if (!side.isEmpty())
        endLine();
}

// One of them at a time, across the whole line.
void FormSection::addComplaint(const QList<common::FormRow*>& line, int at)
{
    auto* complaint = new common::Label({}, theme::Type::secondary, theme::Role::failed, m_body);
    complaint->setFit(common::Label::Fit::wrap);
    m_grid->addWidget(complaint, at, 0, 1, m_perLine);
    m_complaints.append(complaint);
    const auto show = [line, complaint] {
        QString first;
        for (const common::FormRow* row : line)
            first = first.isEmpty() ? row->error() : first;
        complaint->setText(common::breakable(first));
        complaint->setVisible(!first.isEmpty());
    };
    for (common::FormRow* row : line)
        connect(row, &common::FormRow::complained, complaint, show);
    show();
}

// As many names as there is room for.
void FormSection::showMore()
{
    const int room = width() - m_more->style()->pixelMetric(QStyle::PM_ButtonMargin) - 2 * gap;
    const QString all = tr("More: %1").arg(m_hidden.mid(0, 3).join(tr(", "))) + (m_hidden.size() > 3 ? QStringLiteral("…") : QString());
    m_more->setText(m_more->fontMetrics().elidedText(all, Qt::ElideRight, std::max(room, 1)));
    m_more->setAccessibleName(all);
}

// Where three have no room for what is usually in them, two have.
void FormSection::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showMore();
    const int wanted = fontMetrics().horizontalAdvance(usual) + gap;
    const int fits = std::clamp((width() + gap) / std::max(wanted, 1), 1, mostPerLine);
    if (fits == m_perLine)
        return;
    m_perLine = fits;
    if (m_grid)
        place();
}

void FormSection::setOpen(bool open)
{
    m_isOpen = open;
    showState();
}

void FormSection::showState()
{
    m_body->setVisible(m_isOpen && !m_rows.isEmpty());
    m_more->setVisible(m_isOpen && !m_hidden.isEmpty());
    if (m_title) {
        m_title->setIcon(theme::icon(m_isOpen ? theme::Icon::chevronDown : theme::Icon::chevronRight));
        m_title->setAccessibleDescription(m_isOpen ? tr("unfolded") : tr("folded"));
    }
}

} // namespace penstock::designer
