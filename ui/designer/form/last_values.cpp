#include "ui/designer/form/last_values.h"

#include "core/engine/scope.h"
#include "core/expression/template_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>
#include <array>
#include <utility>

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

bool isOfAnyStep(const std::string& path)
{
    return std::ranges::any_of(std::array{"steps.", "params.", "run."}, [&](const char* root) { return path.starts_with(root); });
}

} // namespace

LastValues::LastValues(const engine::WorkspaceState& state, ShownRun run, const std::string& step)
    : m_state(state)
    , m_run(std::move(run))
    , m_instance(step.empty() ? nullptr : m_run.newest(step))
{}

QString LastValues::of(const std::string& text, bool isExpression) const
{
    if (!m_instance || text.empty())
        return {};
    const engine::RunScope scope(m_state, *m_run.run, *m_instance);
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
    return value ? tr("= %1 · %2", "value of an expression and its run").arg(shown(*value), m_run.name()) : QString();
}

QString LastValues::at(const std::string& path) const
{
    const engine::Instance* self = m_instance;
    if (!self && m_run.run && m_run.within.empty() && !m_run.run->instances.empty() && isOfAnyStep(path))
        self = &m_run.run->instances.front();
    const auto parsed = self ? expression::parse(path) : Result<expression::Expression>(Error{ErrorCode::notFound, {}, {}});
    if (!parsed)
        return {};
    const auto value = expression::evaluate(*parsed, engine::RunScope(m_state, *m_run.run, *self));
    const bool isShort = value && (engine::artifactOf(*value) || !value->is_structured());
    return isShort ? tr("= %1", "value of an expression").arg(shown(*value)) : QString();
}

} // namespace penstock::designer
