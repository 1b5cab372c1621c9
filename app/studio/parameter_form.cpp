#include "app/studio/parameter_form.h"

#include "core/messages/messages.h"
#include "core/pipeline/parameters.h"
#include "ui/common/button.h"
#include "ui/common/form_row.h"
#include "ui/common/label.h"
#include "ui/common/scrolled.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using pipeline::ParameterType;
using theme::Metrics;

namespace {

QString hintOf(const pipeline::Parameter& parameter)
{
    QStringList parts;
    if (!parameter.about.empty())
        parts.append(qt(parameter.about));
    if (parameter.minimum)
        parts.append(ParameterForm::tr("at least %1").arg(*parameter.minimum));
    if (parameter.maximum)
        parts.append(ParameterForm::tr("at most %1").arg(*parameter.maximum));
    if (parameter.type == ParameterType::integer)
        parts.append(ParameterForm::tr("a whole number"));
    return parts.join(u" · "_s);
}

} // namespace

ParameterForm::ParameterForm(const pipeline::Pipeline& pipeline, session::StartRun wish, bool trusted, QWidget* parent)
    : QDialog(parent)
    , m_wish(std::move(wish))
    , m_revision(new QLineEdit)
    , m_run(common::button(theme::Icon::play, trusted ? tr("Run") : tr("Trust and run"), theme::Prominence::primary))
{
    const QString name = qt(pipeline.title.empty() ? pipeline.name : pipeline.title);
    setWindowTitle(tr("Run %1").arg(name));
    auto* rows = new QWidget;
    auto* form = new QVBoxLayout(rows);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(12);
    for (const pipeline::Parameter& parameter : pipeline.parameters) {
        const Json& before = memberAt(m_wish.parameters, parameter.name.c_str());
        const auto known = before.is_null() ? Result<Json>(parameter.standard) : pipeline::acceptParameter(parameter, before);
        auto* row = new common::FormRow(qt(parameter.name), editorOf(parameter, known.valueOr(parameter.standard)));
        row->setHint(hintOf(parameter));
        form->addWidget(row);
        m_fields.push_back({parameter, row});
    }
    m_revision->setPlaceholderText(tr("as it stands in the workspace"));
    m_revision->setObjectName(u"revision"_s);
    auto* revision = new common::FormRow(tr("Code at"), m_revision);
    revision->setHint(tr("a branch, tag or commit: the run works in a clean checkout of it"));
    form->addWidget(revision);
    form->addStretch(1);
    QScrollArea* scroll = common::scrolled(rows, windowTitle());
    scroll->setBackgroundRole(QPalette::Base);

    QPushButton* cancel = common::button(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_run->setDefault(true);
    m_run->setAccessibleName(m_run->text());
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::gap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_run);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(Metrics::margin);
    if (!pipeline.about.empty()) {
        auto* about = common::secondary(qt(pipeline.about));
        about->setFit(common::Label::Fit::wrap);
        column->addWidget(about);
    }
    if (!trusted) {
        auto* warning = new common::Label(tr("You have not run this workspace before. Its pipelines can run any program as you: trust it if you know "
                                             "where its files come from."));
        warning->setFit(common::Label::Fit::wrap);
        column->addWidget(warning);
    }
    column->addWidget(scroll, 1);
    addChoices(column);
    column->addLayout(buttons);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    resize(420, std::min(640, 104 + rows->sizeHint().height() + (pipeline.about.empty() ? 0 : 48) + (trusted ? 0 : 64) + (m_reuses ? 72 : 0)));
    check();
}

void ParameterForm::addChoices(QVBoxLayout* column)
{
    if (m_wish.reuse.empty())
        return;
    m_reuses = new QCheckBox(tr("Take over from %1 what would be the same").arg(qt(m_wish.reuse)));
    m_reuses->setToolTip(tr("What succeeded there is not executed again where its step, its parameters and all it needs are the same now."));
    m_noCache = new QCheckBox(tr("Take nothing from the cache"));
    for (QCheckBox* box : {m_reuses, m_noCache})
        column->addWidget(box);
}

session::StartRun ParameterForm::order() const
{
    session::StartRun order = m_wish;
    order.parameters = m_values;
    if (m_reuses && !m_reuses->isChecked())
        order.reuse.clear();
    order.noCache = m_noCache && m_noCache->isChecked();
    order.revision = models::utf8(m_revision->text().trimmed());
    return order;
}

QWidget* ParameterForm::editorOf(const pipeline::Parameter& parameter, const Json& value)
{
    if (!parameter.choices.empty()) {
        auto* box = new QComboBox;
        for (const Json& choice : parameter.choices)
            box->addItem(models::shown(choice), qt(dumpJson(choice)));
        box->setCurrentIndex(std::max(0, box->findData(qt(dumpJson(value)))));
        connect(box, &QComboBox::currentIndexChanged, this, &ParameterForm::check);
        return box;
    }
    if (parameter.type == ParameterType::boolean) {
        auto* box = new QCheckBox(qt(parameter.about));
        box->setChecked(value.is_boolean() && value.get<bool>());
        connect(box, &QCheckBox::toggled, this, &ParameterForm::check);
        return box;
    }
    auto* field = new QLineEdit(models::shown(value));
    connect(field, &QLineEdit::textChanged, this, &ParameterForm::check);
    return field;
}

Json ParameterForm::valueIn(const Field& field)
{
    if (const auto* box = qobject_cast<QComboBox*>(field.row->editor()))
        return parseJson(models::utf8(box->currentData().toString())).valueOr(Json());
    if (const auto* box = qobject_cast<QCheckBox*>(field.row->editor()))
        return box->isChecked();
    return models::utf8(qobject_cast<QLineEdit*>(field.row->editor())->text());
}

void ParameterForm::check()
{
    bool fine = true;
    Json values = Json::object();
    for (const Field& field : m_fields) {
        const auto accepted = pipeline::acceptParameter(field.parameter, valueIn(field));
        field.row->setError(accepted ? QString() : messages::sentence(accepted.error()));
        fine &= accepted.ok();
        if (accepted)
            values[field.parameter.name] = *accepted;
    }
    m_values = std::move(values);
    m_run->setEnabled(fine);
}

} // namespace penstock::studio
