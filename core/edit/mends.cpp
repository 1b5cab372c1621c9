#include "core/edit/mends.h"

#include "core/edit/obvious_forms.h"

#include <algorithm>

namespace penstock::edit {

using format::YamlNode;
using format::YamlPath;
using format::YamlValue;
using pipeline::Issue;

namespace {

std::string argument(const Message& message, std::string_view name)
{
    const auto found = std::ranges::find(message.arguments, name, [](const auto& pair) { return std::string_view(pair.first); });
    return found == message.arguments.end() ? std::string() : found->second;
}

bool continuesName(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

// Every `before` that stands as a whole path or its beginning becomes `after`; nothing when there is none.
std::optional<std::string> withPath(std::string text, const std::string& before, const std::string& after)
{
    bool found = false;
    for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
        const std::size_t end = at + before.size();
        const bool isWhole = (at == 0 || (!continuesName(text[at - 1]) && text[at - 1] != '.')) && (end == text.size() || !continuesName(text[end]));
        if (isWhole)
            text.replace(at, before.size(), after);
        found = found || isWhole;
        at += isWhole ? after.size() : before.size();
    }
    return found ? std::optional(std::move(text)) : std::nullopt;
}

class Mender final {
public:
    Mender(const Document& document, const Issue& issue, YamlPath path)
        : m_document(document)
        , m_issue(issue)
        , m_path(std::move(path))
        , m_value(format::valueOf(*m_document.read().tree->find(m_path)))
    {}

    std::optional<Edit> mend() const
    {
        const std::string& what = m_issue.what.id;
        if (what == "format.unknown_key" || what == "check.opened_parameter_unknown")
            return renamed();
        if (what.starts_with("format.expects_"))
            return set(obviousForm(what, m_path.back(), m_value));
        if (what == "format.not_a_choice")
            return m_issue.mend.id == "format.write" ? set(behindColon(argument(m_issue.mend, "example"))) : std::nullopt;
        if (what == "check.need_twice" || what == "check.choice_twice")
            return Edit(RemoveValue{m_path});
        if (what == "check.limits_crossed")
            return swappedLimits();
        if (what == "check.branch_after_else")
            return elseLast();
        if (what == "check.exclusive_needs")
            return Edit(SetValue{below(m_path, "join"), "any"});
        if (what == "check.unknown_version")
            return set(YamlValue(1));
        if (what == "check.bound_leads_forward")
            return withoutBound();
        if (what == "check.bad_pipeline_name" || m_issue.mend.id == "check.mend.write")
            return written();
        return inText();
    }

private:
    static YamlPath below(YamlPath path, const std::string& key)
    {
        path.push_back(key);
        return path;
    }
    YamlPath parent() const { return {m_path.begin(), m_path.end() - 1}; }
    const YamlNode* at(const YamlPath& path) const { return m_document.read().tree->find(path); }

    std::optional<Edit> set(std::optional<YamlValue> value) const
    {
        return value ? std::optional<Edit>(SetValue{m_path, std::move(*value)}) : std::nullopt;
    }

    static std::optional<YamlValue> behindColon(const std::string& example)
    {
        const std::size_t colon = example.find(": ");
        return colon == std::string::npos ? std::nullopt : std::optional(YamlValue(example.substr(colon + 2)));
    }

    std::optional<Edit> renamed() const
    {
        std::string key = argument(m_issue.mend, m_issue.mend.id == "check.mend.nearest" ? "nearest" : "key");
        const bool isKnown = m_issue.mend.id == "format.did_you_mean" || m_issue.mend.id == "check.mend.nearest";
        if (!isKnown || at(below(parent(), key)))
            return std::nullopt;
        return Edit(RenameKey{m_path, std::move(key)});
    }

    std::optional<Edit> swappedLimits() const
    {
        YamlValue parameter = format::valueOf(*at(parent()));
        std::swap(parameter["minimum"], parameter["maximum"]);
        return Edit(SetValue{parent(), std::move(parameter)});
    }

    std::optional<Edit> elseLast() const
    {
        YamlValue branches = format::valueOf(*at(parent()));
        const auto isElse = [](const YamlValue& branch) { return branch.is_object() && branch.contains("else"); };
        if (!branches.is_array() || std::ranges::count_if(branches, isElse) != 1)
            return std::nullopt;
        std::stable_partition(branches.begin(), branches.end(), [&](const YamlValue& branch) { return !isElse(branch); });
        return Edit(SetValue{parent(), std::move(branches)});
    }

    // The issue stands at the target of the way.
    std::optional<Edit> withoutBound() const
    {
        const YamlPath bound = below(parent(), "at_most");
        return at(bound) ? std::optional<Edit>(RemoveValue{bound}) : std::nullopt;
    }

    std::optional<Edit> written() const
    {
        const std::string text = argument(m_issue.mend, "text");
        if (m_issue.what.id == "check.bad_pipeline_name")
            return set(YamlValue(text));
        if (m_issue.what.id == "check.never_equal")
            return quoted(text);
        // The default of a text that was written as a number.
        const bool isText = m_issue.what.id.starts_with("parameter.") && text.starts_with('"') && m_value.is_primitive() && !m_value.is_string();
        return isText ? set(YamlValue(text.substr(1, text.size() - 2))) : std::nullopt;
    }

    // What is wrong in an expression, or a name that is the whole value.
    std::optional<Edit> inText() const
    {
        if (!m_value.is_string())
            return std::nullopt;
        if (m_issue.what.id.starts_with("expression."))
            return set(atOffset());
        if (m_issue.mend.id == "check.mend.default")
            return set(withDefault());
        if (m_issue.mend.id == "check.mend.declare_input")
            return declaredInput();
        if (m_issue.mend.id != "check.mend.nearest")
            return std::nullopt;
        const std::string nearest = argument(m_issue.mend, "nearest");
        if (m_issue.what.id == "check.never_equal")
            return quoted('\'' + nearest + '\'');
        const std::string name = argument(m_issue.what, m_issue.what.id == "check.bad_retry_outcome" ? "word" : m_issue.what.id == "check.unknown_stage" ? "stage" : "name");
        if (!name.empty() && m_value == name)
            return set(YamlValue(nearest));
        for (const std::string& before : pathsBefore()) {
            if (const auto text = withPath(this->text(), before + name, before + nearest))
                return set(YamlValue(*text));
        }
        return std::nullopt;
    }

    std::string text() const { return m_value.get<std::string>(); }

    // What stands before the wrong name.
    std::vector<std::string> pathsBefore() const
    {
        const std::string& what = m_issue.what.id;
        const std::string step = argument(m_issue.what, "step");
        if (what == "check.unknown_step")
            return {"steps.", "previous."};
        if (what == "check.unknown_parameter")
            return {"params."};
        if (what == "check.unknown_input")
            return {"inputs."};
        if (what == "check.unknown_output_place")
            return {"outputs."};
        if (what == "check.no_run_member")
            return {"run."};
        if (what == "check.no_production_member")
            return {"production."};
        if (what == "check.no_such_result")
            return {"steps." + step + '.', "previous." + step + '.'};
        if (what == "check.unknown_output")
            return {"steps." + step + ".outputs.", "previous." + step + ".outputs."};
        return {};
    }

    std::optional<YamlValue> atOffset() const
    {
        const std::string place = argument(m_issue.what, "offset");
        std::string wrong = argument(m_issue.what, "operator"), right = argument(m_issue.what, "instead");
        if (m_issue.what.id.ends_with("_near")) {
            wrong = argument(m_issue.what, "name");
            right = argument(m_issue.what, "nearest");
        } else if (m_issue.what.id == "expression.word_operator") {
            wrong = argument(m_issue.what, "word");
        }
        std::string text = this->text();
        const std::size_t offset = place.empty() || place.size() > 9 ? std::string::npos : std::stoul(place);
        if (wrong.empty() || right.empty() || offset > text.size() || text.compare(offset, wrong.size(), wrong) != 0)
            return std::nullopt;
        return YamlValue(text.replace(offset, wrong.size(), right));
    }

    // Within a text a missing value is best no text at all; what it is in a condition a person has to say.
    std::optional<YamlValue> withDefault() const
    {
        const std::string path = argument(m_issue.mend, "path");
        const bool isText = text().find("${{") != std::string::npos && m_path.back() != "if" && text() != "${{ " + path + " }}";
        if (!isText || text().find("default(") != std::string::npos)
            return std::nullopt;
        const auto text = withPath(this->text(), path, "default(" + path + ", '')");
        return text ? std::optional(YamlValue(*text)) : std::nullopt;
    }

    std::optional<Edit> declaredInput() const
    {
        const std::string name = argument(m_issue.mend, "name"), path = argument(m_issue.mend, "path");
        const auto text = withPath(this->text(), path, "inputs." + name);
        if (!text || m_path.size() < 3 || at({"steps", m_path[1], "inputs", name}))
            return std::nullopt;
        const YamlPath step{m_path[0], m_path[1]};
        YamlValue value = format::valueOf(*at(step));
        YamlValue* place = &value;
        for (std::size_t i = 2; i < m_path.size(); ++i)
            place = place->is_array() ? &(*place)[std::stoul(m_path[i])] : &(*place)[m_path[i]];
        *place = *text;
        value["inputs"][name] = "${{ " + path + " }}";
        return Edit(SetValue{step, std::move(value)});
    }

    // A compared value that stands there once.
    std::optional<Edit> quoted(const std::string& right) const
    {
        std::string text = this->text();
        const std::string value = argument(m_issue.what, "value");
        for (const char quote : {'\'', '"'}) {
            const std::string wrong = quote + value + quote;
            const std::size_t found = text.find(wrong);
            if (found != std::string::npos && text.find(wrong, found + 1) == std::string::npos)
                return set(YamlValue(text.replace(found, wrong.size(), right)));
        }
        return std::nullopt;
    }

    const Document& m_document;
    const Issue& m_issue;
    YamlPath m_path;
    YamlValue m_value;
};

// Keys without which there is no pipeline, and that can only be this.
std::optional<Edit> missing(const Document& document, const Issue& issue)
{
    const std::size_t dot = issue.path.rfind('.');
    const auto parent = pathOf(document, dot == std::string::npos ? std::string_view() : std::string_view(issue.path).substr(0, dot));
    const std::string key = argument(issue.what, "key");
    if (!parent)
        return std::nullopt;
    YamlPath path = *parent;
    path.push_back(key);
    if (issue.path == "penstock")
        return Edit(SetValue{path, 1});
    if (path.size() == 4 && path[2] == "promote" && key == "to")
        return Edit(SetValue{path, "production"});
    return std::nullopt;
}

} // namespace

std::optional<Edit> mendOf(const Document& document, const Issue& issue)
{
    if (!document.isEditable())
        return std::nullopt;
    if (issue.what.id == "format.missing_key")
        return missing(document, issue);
    auto path = pathOf(document, issue.path);
    if (!path || path->empty())
        return std::nullopt;
    return Mender(document, issue, std::move(*path)).mend();
}

} // namespace penstock::edit
