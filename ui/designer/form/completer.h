#pragma once

#include <QObject>
#include <QRect>

#include "core/check/completion.h"

#include <functional>

class QKeyEvent;
class QLineEdit;
class QPlainTextEdit;

namespace penstock::designer {

class CompletionModel;
class CompletionPopup;

// Completion in one field: asked while a person types and with Ctrl+Space, in a field of one line also with Down; Enter or Tab take what is chosen, Escape closes.
// Belongs to the field.
class Completer final : public QObject {
    Q_OBJECT

public:
    using Ask = std::function<check::Completions(const std::string& text, std::size_t cursor)>; // bytes
    using LastValue = std::function<QString(const std::string& path)>;                          // of a whole expression, in the last run
    Completer(QLineEdit* field, Ask ask);
    Completer(QPlainTextEdit* field, Ask ask);

    void setLastValue(LastValue last);
    bool isOpen() const;
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void inserted(); // what was taken stands in the field

private:
    // What differs between a field of one line and one of several.
    struct Field {
        QWidget* widget;
        std::function<QString()> text;
        std::function<int()> size; // at least that of the text, without a copy of it
        std::function<int()> cursor;
        std::function<bool()> hasSelection;
        std::function<void(int begin, int end, const QString& text, int caret)> replace;
        std::function<QRect()> word; // where the cursor is, in coordinates of the widget
        bool isLine = false;
    };
    Completer(Field field, Ask ask);

    bool isForList(const QKeyEvent& key) const;
    bool isAsking(const QKeyEvent& key) const;
    bool press(const QKeyEvent& key);
    void offer(bool wanted);
    void take(int row);
    static bool isWorthIt(const check::Completions& found, const std::string& text, std::size_t cursor);
    void close();

    Field m_field;
    Ask m_ask;
    CompletionModel* m_model;
    CompletionPopup* m_popup = nullptr; // once there is something to offer
    std::size_t m_begin = 0, m_end = 0;
};

} // namespace penstock::designer
