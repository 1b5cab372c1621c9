#include "ui/designer/difference_dialog.h"

#include "core/edit/line_changes.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/models/qt_text.h"
#include "ui/theme/style.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

namespace penstock::designer {

namespace {

// Lines of one side only; the sign at their beginning says which, the colour says it again.
class Signs final : public QSyntaxHighlighter {
public:
    Signs(QTextDocument* document, const theme::Theme& theme)
        : QSyntaxHighlighter(document)
        , m_theme(theme)
    {}

protected:
    void highlightBlock(const QString& text) override
    {
        const auto paint = [&](theme::Role role) { setFormat(0, static_cast<int>(text.size()), m_theme.ink(role)); };
        if (text.startsWith(QLatin1Char('+')))
            paint(theme::Role::succeeded);
        else if (text.startsWith(QLatin1Char('-')))
            paint(theme::Role::failed);
        else if (text.startsWith(QLatin1String("@@")))
            paint(theme::Role::muted);
    }

private:
    theme::Theme m_theme;
};

} // namespace

DifferenceDialog::DifferenceDialog(const QString& file, const QString& theirs, const QString& mine, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Difference – %1").arg(file));
    auto* text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setFont(theme::Theme::font(theme::Type::mono));
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(tr("Difference"));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    new Signs(text->document(), theme::themeOf(this));
    text->setPlainText(models::qt(edit::unifiedDifference(models::utf8(theirs), models::utf8(mine))));
    auto* legend = common::secondary(tr("− only in the file   + only here"));
    auto* close = common::button(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(legend);
    column->addWidget(text, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(840, 560);
}

} // namespace penstock::designer
