#pragma once

#include <QDialog>

#include "core/pipeline/document.h"
#include "core/session/command.h"

#include <vector>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace penstock::common {
class FormRow;
}

namespace penstock::studio {

// The parameters of a run as a form, checked as they are typed with the same rules as everywhere (acceptParameter).
class ParameterForm final : public QDialog {
    Q_OBJECT

public:
    // The values of `wish` are to begin with where they are still accepted; else the defaults. Where it names a run to reuse, the form
    // asks whether to. In a workspace that is not trusted yet, to accept is to trust it, and the form says so.
    ParameterForm(const pipeline::Pipeline& pipeline, session::StartRun wish, bool trusted = true, QWidget* parent = nullptr);

    session::StartRun order() const; // once the form was accepted

private:
    struct Field {
        pipeline::Parameter parameter;
        common::FormRow* row;
    };

    QWidget* editorOf(const pipeline::Parameter& parameter, const Json& value);
    static Json valueIn(const Field& field);
    void addChoices(QVBoxLayout* column);
    void check();

    session::StartRun m_wish;
    std::vector<Field> m_fields;
    QLineEdit* m_revision;
    QPushButton* m_run;
    QCheckBox* m_reuses = nullptr; // only where there is a run to reuse
    QCheckBox* m_noCache = nullptr;
    Json m_values = Json::object(); // accepted
};

} // namespace penstock::studio
