#include "ui/designer/drafts/notice_bar.h"

#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/common/state_label.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/designer/versions/difference_dialog.h"
#include "ui/models/qt_text.h"
#include "ui/models/time_text.h"
#include "ui/theme/style.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace penstock::designer {

using Kind = FileNotice::Kind;
using theme::Metrics;

namespace {

QString timeOf(Instant at) { return models::TimeText::when(at, Instant(Duration(QDateTime::currentMSecsSinceEpoch()))); }

} // namespace

NoticeBar::NoticeBar(PipelineEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_mark(new common::StateLabel(theme::Mark::warning, common::StateLabel::Words::hidden))
    , m_text(new common::Label)
    , m_mine(common::button(tr("Keep mine")))
    , m_theirs(common::button(tr("Take theirs")))
    , m_difference(common::button(tr("Show the difference")))
    , m_discard(common::button(tr("Discard them")))
    , m_close(common::button(tr("Close")))
{
    m_text->setFit(common::Label::Fit::wrap);
    m_text->setSurface(theme::Role::selection);
    m_mine->setToolTip(tr("Saving then writes over what the file holds now."));
    m_theirs->setToolTip(tr("The text here becomes that of the file. Undo brings yours back."));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::margin, 8, Metrics::margin, 8);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    for (QPushButton* button : {m_mine, m_theirs, m_difference, m_discard, m_close}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_mine, &QPushButton::clicked, &editor, &PipelineEditor::keepMine);
    connect(m_theirs, &QPushButton::clicked, &editor, &PipelineEditor::takeTheirs);
    connect(m_difference, &QPushButton::clicked, this, &NoticeBar::showDifference);
    connect(m_discard, &QPushButton::clicked, &editor, &PipelineEditor::discardRecovered);
    connect(m_close, &QPushButton::clicked, &editor, &PipelineEditor::closeNotice);
    connect(&editor, &PipelineEditor::noticeChanged, this, &NoticeBar::follow);
    follow();
}

QString NoticeBar::text() const
{
    const FileNotice& notice = m_editor.notice();
    const QString file = m_editor.file();
    switch (notice.kind) {
    case Kind::none: return {};
    case Kind::recovered:
        return notice.isMerged ? tr("Edits of %1 were recovered. %2 was changed since: both changes are in the text.").arg(timeOf(notice.at), file)
                               : tr("Edits of %1 were recovered. They are not saved yet.").arg(timeOf(notice.at));
    case Kind::merged: return tr("%1 was changed by another program too: both changes are in the text.").arg(file);
    case Kind::conflict:
        return notice.at == Instant{} ? tr("%1 was changed by another program, and the two changes do not fit together.").arg(file)
                                      : tr("Edits of %1 were recovered, but %2 was changed since, and the two do not fit together.").arg(timeOf(notice.at), file);
    case Kind::deleted: return tr("%1 is no longer there. Saving makes it again.").arg(file);
    }
    return {};
}

void NoticeBar::follow()
{
    const Kind kind = m_editor.notice().kind;
    m_text->setText(text());
    m_mark->setVisible(kind == Kind::conflict || kind == Kind::deleted);
    for (QPushButton* button : {m_mine, m_theirs, m_difference})
        button->setVisible(kind == Kind::conflict);
    m_discard->setVisible(kind == Kind::recovered);
    m_close->setVisible(kind != Kind::conflict);
    setVisible(kind != Kind::none);
}

void NoticeBar::showDifference()
{
    auto* dialog = new DifferenceDialog(m_editor.file(), models::qt(m_editor.fileText()), models::qt(m_editor.document().text()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const theme::Theme& theme = theme::themeOf(this);
    painter.fillRect(rect(), theme.color(theme::Role::selection));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(theme::Role::hairline));
}

} // namespace penstock::designer
