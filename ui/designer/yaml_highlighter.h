#pragma once

#include <QPointer>
#include <QSyntaxHighlighter>
#include <QWidget>

namespace penstock::designer {

// Keys, texts, comments and expressions of a pipeline file, line by line.
class YamlHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

public:
    // Colours are those of the theme of `widget`.
    YamlHighlighter(QTextDocument* document, const QWidget* widget);

protected:
    void highlightBlock(const QString& text) override;

private:
    QPointer<const QWidget> m_widget;
};

} // namespace penstock::designer
