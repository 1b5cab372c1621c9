#pragma once

#include <QWidget> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/format/yaml_scalar.h"
#include "core/pipeline/kinds.h"

#include <optional>

namespace penstock::designer {

// One field of a step as an editor, made from its description alone. Commits when a person leaves it or presses Enter,
// never while typing.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Absent: the key is not in the document.
    virtual void setValue(const std::optional<format::YamlValue>& value) = 0;

Q_SIGNALS:
    void committed(const std::optional<penstock::format::YamlValue>& value); // absent: remove the key
    void refused(const QString& why);                                        // what was typed cannot be a value of the field
};

// Never null; what has no editor of its own is edited as a piece of YAML.
FieldEditor* makeEditor(const pipeline::Field& field, const QString& placeholder, QWidget* parent);

} // namespace penstock::designer
