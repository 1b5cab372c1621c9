#include "ui/designer/versions/difference_text.h"

#include "ui/theme/style.h"

#include <QSyntaxHighlighter>

namespace penstock::designer {

namespace {

class Signs final : public QSyntaxHighlighter {
public:
    explicit Signs(DifferenceText& text)
        : QSyntaxHighlighter(text.document())
        , m_text(text)
    {}

protected:
    void highlightBlock(const QString& line) override
    {
        const theme::Theme& theme = theme::themeOf(&m_text);
        const auto paint = [&](theme::Role role) { setFormat(0, static_cast<int>(line.size()), theme.ink(role)); };
        if (line.startsWith(QLatin1Char('+')))
            paint(theme::Role::succeeded);
        else if (line.startsWith(QLatin1Char('-')))
            paint(theme::Role::failed);
        else if (line.startsWith(QLatin1String("@@")))
            paint(theme::Role::muted);
    }

private:
    DifferenceText& m_text;
};

} // namespace

DifferenceText::DifferenceText(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFont(theme::Theme::font(theme::Type::mono));
    setLineWrapMode(NoWrap);
    setAccessibleName(tr("Difference"));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    new Signs(*this);
}

} // namespace penstock::designer
