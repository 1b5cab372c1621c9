#pragma once

#include <QCompleter>
#include <QObject>

#include "core/edit/text_completion.h"

#include <functional>
#include <string>
#include <vector>

class QKeyEvent;
class QStandardItemModel;

namespace penstock::designer {

class PipelineEditor;
class YamlText;

// What can be written in an expression: `expression` is what is between its brackets, `cursor` a byte offset in it, and so are
// `begin` and `end` of the answer. `path` is that of the value in which it stands (edit::ExpressionContext).
using ExpressionCompletion =
    std::function<edit::Completions(const pipeline::Pipeline& known, const std::vector<std::string>& path, std::string_view expression, std::size_t cursor)>;

// Proposes what can be written at the cursor: while somebody types, and when asked for.
class YamlCompleter final : public QObject {
    Q_OBJECT

public:
    // Both outlive it.
    YamlCompleter(YamlText& text, const PipelineEditor& editor, QObject* parent = nullptr);

    // Without one there is no completion in expressions.
    void setExpressions(ExpressionCompletion completion) { m_expressions = std::move(completion); }
    static bool isWanted(const QKeyEvent& key); // Ctrl+Space

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of the text

private:
    void propose(bool wasAsked);
    edit::Completions look(const std::string& text, std::size_t offset) const;
    void write(const QString& insert, std::size_t caret);

    YamlText& m_text;
    const PipelineEditor& m_editor;
    ExpressionCompletion m_expressions;
    QCompleter m_completer;
    QStandardItemModel* m_model;
    std::size_t m_begin = 0, m_end = 0;
    bool m_isTyping = false;
};

} // namespace penstock::designer
