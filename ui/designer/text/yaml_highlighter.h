#pragma once

#include <QPointer>
#include <QSyntaxHighlighter>
#include <QWidget>

namespace penstock::designer {

// Keys, texts, comments and expressions of a pipeline file, line by line; only those that were shown are looked at.
class YamlHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

public:
    // Colours are those of the theme of `widget`.
    YamlHighlighter(QTextDocument* document, const QWidget* widget);

    void show(int first, int last); // lines, from 0
    void forget();                  // of other colours from now on

protected:
    void highlightBlock(const QString& text) override;

private:
    QPointer<const QWidget> m_widget;
    int m_first = 0, m_last = -1; // what is seen
};

} // namespace penstock::designer
