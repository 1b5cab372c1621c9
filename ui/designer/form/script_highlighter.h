#pragma once

#include <QSyntaxHighlighter>

namespace penstock::designer {

// A shell script, or a command line, with its ${{ }}: words of the shell, quotes, variables, comments.
class ScriptHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

public:
    // `widget` says which theme, and outlives this. A command line has no words of the shell and no comments.
    enum class Language { script, commandLine };
    ScriptHighlighter(QTextDocument* document, const QWidget* widget, Language language);

    void setLanguage(Language language);

protected:
    void highlightBlock(const QString& text) override;

private:
    const QWidget* m_widget;
    Language m_language;
};

} // namespace penstock::designer
