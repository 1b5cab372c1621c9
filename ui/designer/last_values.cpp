#include "ui/designer/last_values.h"

#include "core/engine/scope.h"
#include "core/expression/template_text.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

using expression::Value;
using models::qt;

namespace {

constexpr qsizetype longest = 120; // characters

// An artifact is said by what made it: its digest says nothing to people.
QString shown(const Value& value)
{
    if (const auto artifact = engine::artifactOf(value))
        return qt(artifact->output + " (" + artifact->step + ')');
    const QString text = qt(expression::toText(value)).simplified();
    return text.size() > longest ? text.left(longest) + QStringLiteral("…") : text;
}

} // namespace

LastValues::LastValues(const engine::WorkspaceState& state, const engine::Run* run, const std::string& step)
    : m_state(state)
    , m_run(run)
{
    if (run && !step.empty())
        m_instance = run->newest(step);
}

QString LastValues::of(const std::string& text, bool isExpression) const
{
    if (!m_instance || text.empty())
        return {};
    const engine::RunScope scope(m_state, *m_run, *m_instance);
    Result<Value> value = Value();
    if (isExpression) {
        const auto condition = expression::parseCondition(text);
        if (!condition)
            return {};
        value = expression::evaluate(*condition, scope);
    } else {
        const auto read = expression::Template::parse(text);
        if (!read || !read->hasExpressions())
            return {};
        value = read->render(scope);
    }
    return value ? tr("= %1 · %2", "value of an expression and its run").arg(shown(*value), qt(m_run->id.text())) : QString();
}

} // namespace penstock::designer
