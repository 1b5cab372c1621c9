#pragma once

#include <QDialog>

#include "core/pipeline/document.h"

#include <vector>

class QLineEdit;
class QPushButton;

namespace penstock::common {
class FormRow;
}

namespace penstock::studio {

// The parameters of a run as a form, checked as they are typed with the same rules as everywhere (acceptParameter).
class ParameterForm final : public QDialog {
    Q_OBJECT

public:
    // `last` are values to begin with where they are still accepted; else the defaults.
    // In a workspace that is not trusted yet, to accept is to trust it, and the form says so.
    ParameterForm(const pipeline::Pipeline& pipeline, const Json& last, bool trusted = true, QWidget* parent = nullptr);

    const Json& values() const { return m_values; } // accepted, once the form was accepted
    QString revision() const; // of the code; empty: as it stands in the workspace

private:
    struct Field {
        pipeline::Parameter parameter;
        common::FormRow* row;
    };

    QWidget* editorOf(const pipeline::Parameter& parameter, const Json& value);
    static Json valueIn(const Field& field);
    void check();

    std::vector<Field> m_fields;
    QLineEdit* m_revision;
    QPushButton* m_run;
    Json m_values = Json::object();
};

} // namespace penstock::studio
