#pragma once

#include <QCompleter>
#include <QObject>

#include "core/edit/text_completion.h"

#include <functional>

class QKeyEvent;
class QStandardItemModel;

namespace penstock::designer {

class PipelineEditor;
class YamlText;

// What can be written in an expression: `expression` is what is between its brackets, `cursor` a byte offset in it, and so are
// `begin` and `end` of the answer. `step` is the one in which it stands, or empty.
using ExpressionCompletion = std::function<edit::Completions(const pipeline::Pipeline& known, const std::string& step, std::string_view expression, std::size_t cursor)>;

// Proposes what can be written at the cursor: while somebody types, and when asked for.
class YamlCompleter final : public QObject {
    Q_OBJECT

public:
    // Both outlive it.
    YamlCompleter(YamlText& text, const PipelineEditor& editor, QObject* parent = nullptr);

    void setExpressions(ExpressionCompletion completion) { m_expressions = std::move(completion); }
    static bool isWanted(const QKeyEvent& key); // Ctrl+Space

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of the text

private:
    void propose(bool wasAsked);
    edit::Completions look(const std::string& text, std::size_t offset) const;
    void write(const QString& insert);

    YamlText& m_text;
    const PipelineEditor& m_editor;
    ExpressionCompletion m_expressions;
    QCompleter m_completer;
    QStandardItemModel* m_model;
    std::size_t m_begin = 0, m_end = 0;
    bool m_isTyping = false;
};

} // namespace penstock::designer
