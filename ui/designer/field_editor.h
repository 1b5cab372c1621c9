#pragma once

#include <QWidget> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/format/yaml_scalar.h"
#include "core/pipeline/kinds.h"

#include <optional>

namespace penstock::designer {

class FormSource;
class LastValues;

// One field of a step as an editor, made from its description alone. Commits when a person leaves it or presses Enter, never while
// typing: then it tells what the value would be.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Absent: the key is not in the document.
    virtual void setValue(const std::optional<format::YamlValue>& value) = 0;
    // Several steps are shown, and they differ. What is set then is set in all of them.
    virtual void setMixed() { setValue(std::nullopt); }
    // What is being typed is committed now, without the field being left.
    virtual void takeOver() {}
    // Of several entries: into the one of that name; without a name into a new one.
    virtual void focusEntry(const QString& name) { Q_UNUSED(name) setFocus(Qt::OtherFocusReason); }
    // What the expressions in it were in the last run; what is to be said about that below the field.
    virtual QString lastValue(const LastValues&) { return {}; }
    // What belongs behind the name of the field where that is shown; the caller takes it.
    virtual QWidget* headButton() { return nullptr; }

Q_SIGNALS:
    void committed(const std::optional<penstock::format::YamlValue>& value); // absent: remove the key
    void typed(const std::optional<penstock::format::YamlValue>& value);
    void refused(const QString& why); // what was typed cannot be a value of the field
    void entryRenamed(const QString& from, const QString& to); // of a mapping: where it stands
};

// Where an editor stands.
struct FieldPlace {
    const FormSource& source;  // outlives the editor
    format::YamlPath below;    // the path below the base of the form
    bool isShort = false;      // beside others: a list is written with commas
    bool hasHistory = true;    // a value of the last run may be shown
};

// Never null; what has no editor of its own is edited as a piece of YAML.
FieldEditor* makeEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent);

} // namespace penstock::designer
