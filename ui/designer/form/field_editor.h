#pragma once

#include <QWidget> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/format/yaml_scalar.h"
#include "core/pipeline/kinds.h"
#include "ui/designer/form/complaints.h"

#include <optional>

namespace penstock::designer {

class FormSource;
class LastValues;

// One field of a step as an editor, made from its description alone. Commits when a person leaves it or presses Enter, never while
// typing: then it tells what the value would be, which is checked and kept for the case of a crash.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Absent: the key is not in the document.
    virtual void setValue(const std::optional<format::YamlValue>& value) = 0;
    // Several steps are shown, and they differ. What is set then is set in all of them. `shared`: what mappings have in common.
    virtual void setMixed(const std::optional<format::YamlValue>& shared);
    // What is being typed is committed now, without the field being left.
    virtual void takeOver() {}
    // Of several entries: into the one of that name; without a name into a new one.
    virtual void focusEntry(const QString& name) { Q_UNUSED(name) setFocus(Qt::OtherFocusReason); }
    // What the expressions in it were in the last run; what is to be said about that below the field.
    virtual QString lastValue(const LastValues&) { return {}; }
    // Where in it something is wrong; what is wrong is said below the field.
    virtual void showComplaints(const Complaints& complaints);
    // What belongs behind the name of the field where that is shown; the caller takes it.
    virtual QWidget* headButton() { return nullptr; }

Q_SIGNALS:
    void committed(const std::optional<penstock::format::YamlValue>& value); // absent: remove the key
    void typed(const std::optional<penstock::format::YamlValue>& value); // what cannot be a value of the field is told as its text
    void unfinished(const std::optional<penstock::format::YamlValue>& value); // typed, and too early to say what is wrong with it
    void refused(const QString& why); // what was typed cannot be a value of the field
    void entryCommitted(const QString& name, const std::optional<penstock::format::YamlValue>& value); // of mappings that differ otherwise
    void entryRenamed(const QString& from, const QString& to); // of a mapping: where it stands
    void entryNameTyped(const QString& from, const QString& to);
    void entryMoved(const QString& name, int by);              // of a mapping: among its neighbours
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
