#include "core/edit/inlining.h"

#include "core/check/texts.h"
#include "core/edit/patching.h"
#include "core/expression/template_text.h"
#include "core/pipeline/parameters.h"

#include <algorithm>

namespace penstock::edit {

using expression::Reference;
using expression::Root;

namespace {

// The one expression that a text is, or nothing.
std::optional<std::string> onlyExpression(const std::string& text)
{
    const auto parsed = expression::Template::parse(text);
    if (!parsed || !parsed->isTyped())
        return std::nullopt;
    std::string inner = std::get<expression::Expression>(parsed->pieces().front().content).text();
    inner.erase(0, inner.find_first_not_of(" \t\r\n"));
    inner.erase(inner.find_last_not_of(" \t\r\n") + 1);
    return inner;
}

// So that it can stand inside of another expression.
std::string enclosed(const std::string& expression)
{
    const auto parsed = expression::parse(expression);
    const bool isPath = parsed && expression::references(*parsed).size() == 1 && expression::references(*parsed).front().length == expression.size();
    return isPath ? expression : '(' + expression + ')';
}

std::string literal(const Json& value)
{
    if (!value.is_string())
        return dumpJson(value);
    std::string text = "'";
    for (const char c : value.get_ref<const std::string&>())
        text.append(c == '\'' ? 2 : 1, c);
    return text += '\'';
}

} // namespace

Inlining::Inlining(const pipeline::Step& step, const pipeline::Pipeline& inner, Renames names)
    : m_step(step)
    , m_inner(inner)
    , m_names(std::move(names))
{}

Result<void> Inlining::read(const pipeline::Pipeline& outer)
{
    auto done = readParameters();
    return done ? readOutputs(outer) : done;
}

Result<std::string> Inlining::valueOf(const std::string& name) const
{
    const Error refusal = editError(ErrorCode::invalid, "edit.expand_parameter", {{"name", name}});
    const pipeline::Parameter* parameter = m_inner.parameter(name);
    if (!parameter)
        return refusal;
    const auto& given = std::get<pipeline::SubPipeline>(m_step.body).parameters;
    const auto found = std::ranges::find(given, name, &std::pair<std::string, Json>::first);
    if (found == given.end())
        return parameter->standard.is_null() ? Result<std::string>(refusal) : literal(parameter->standard);
    const std::string text = found->second.is_string() ? found->second.get<std::string>() : std::string();
    if (text.find("${{") != std::string::npos) {
        const auto expression = onlyExpression(text);
        return expression ? Result<std::string>(enclosed(*expression)) : refusal;
    }
    const auto accepted = pipeline::acceptParameter(*parameter, found->second);
    return accepted ? Result<std::string>(literal(*accepted)) : refusal;
}

Result<void> Inlining::readParameters()
{
    for (const check::Text& text : check::textsOf(m_inner)) {
        for (const Reference& reference : text.references) {
            const std::string name(reference.nameAt(0));
            if (reference.root != Root::params || m_parameters.count(name) > 0)
                continue;
            auto value = valueOf(name);
            if (!value)
                return value.error();
            m_parameters[name] = std::move(*value);
        }
    }
    return {};
}

Result<std::string> Inlining::output(const Reference& reference) const
{
    const Error refusal = editError(ErrorCode::invalid, "edit.expand_result", {{"path", reference.text()}});
    const auto found = std::ranges::find(m_inner.outputs, reference.nameAt(2), &std::pair<std::string, std::string>::first);
    const auto expression = found == m_inner.outputs.end() || reference.nameAt(1) != "outputs" ? std::nullopt : onlyExpression(found->second);
    if (!expression || reference.root == Root::previous)
        return refusal;
    Reference whole = reference;
    whole.segments.resize(3);
    return enclosed(rewritten(*expression, TextRole::condition, inward())) + reference.text().substr(whole.text().size());
}

Result<void> Inlining::readOutputs(const pipeline::Pipeline& outer)
{
    for (const check::Text& text : check::textsOf(outer)) {
        for (const Reference& reference : text.references) {
            if ((reference.root != Root::steps && reference.root != Root::previous) || reference.nameAt(0) != m_step.name)
                continue;
            auto value = output(reference);
            if (!value)
                return value.error();
            m_results[reference.text()] = std::move(*value);
        }
    }
    return {};
}

Rewrite Inlining::inward() const
{
    return [this, rename = renaming(m_names)](const Reference& reference, std::string_view spelled) -> std::optional<std::string> {
        if (reference.root != Root::params)
            return rename(reference, spelled);
        const auto found = m_parameters.find(reference.nameAt(0));
        return found == m_parameters.end() ? std::nullopt : std::optional(found->second);
    };
}

Rewrite Inlining::outward() const
{
    return [this](const Reference& reference, std::string_view) -> std::optional<std::string> {
        const auto found = m_results.find(reference.text());
        return found == m_results.end() ? std::nullopt : std::optional(found->second);
    };
}

} // namespace penstock::edit
