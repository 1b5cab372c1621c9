#pragma once

#include "ui/designer/form/field_editor.h"

namespace penstock::designer {

class GrowingText;

// What the fields of several lines have in common: the text is taken over when it is left or with Ctrl+Enter, if it is a value; what is
// being typed stays when the same value is shown again.
class ParagraphEditor : public FieldEditor {
    Q_OBJECT

public:
    ParagraphEditor(const QString& example, QWidget* parent);

    void setMixed(const std::optional<format::YamlValue>& shared) override;
    void takeOver() override { commit(); }

protected:
    // The text as a value; nothing and no problem: the key goes. Nothing and a sentence when it cannot be one.
    virtual std::optional<format::YamlValue> valueOf(const QString& text, QString& problem) const = 0;

    GrowingText& text() const { return *m_text; }
    const QString& shown() const { return m_shown; }
    void showText(const QString& text);
    void commit();

private:
    void tell(); // while it is typed

    QString m_example;
    GrowingText* m_text;
    QString m_shown;
};

} // namespace penstock::designer
