#include "core/expression/script.h"

#include "core/expression/error_at.h"
#include "core/expression/shell_scanner.h"
#include "core/expression/template_text.h"

namespace penstock::expression {

namespace {

constexpr std::string_view escapedMark = "$${{";

// The id of what is wrong with an expression at such a place, or "".
std::string_view troubleAt(ShellPlace place)
{
    switch (place) {
    case ShellPlace::singleQuoted: return "expression.in_single_quotes";
    case ShellPlace::quotedHereDocument: return "expression.in_quoted_here_document";
    case ShellPlace::escaped: return "expression.after_backslash";
    default: return {};
    }
}

class ScriptReader final {
public:
    explicit ScriptReader(std::string_view text)
        : m_text(text)
        , m_scanner(text)
    {}

    Script read()
    {
        while (!m_scanner.atEnd() && m_script.issues.size() < maximumScriptIssues) {
            const std::string_view rest = m_text.substr(m_scanner.offset());
            if (m_scanner.place() != ShellPlace::comment && rest.starts_with(escapedMark)) {
                m_script.text += escapedMark.substr(1);
                m_scanner.skip(escapedMark.size());
            } else if (m_scanner.place() != ShellPlace::comment && rest.starts_with("${{")) {
                readMark(markAt(m_text, m_scanner.offset()));
            } else {
                m_scanner.step();
                m_script.text += rest.substr(0, m_scanner.offset() - (m_text.size() - rest.size()));
            }
        }
        return std::move(m_script);
    }

private:
    void readMark(const Mark& mark)
    {
        const std::string_view trouble = troubleAt(m_scanner.place());
        m_scanner.skip(mark.length);
        if (!mark.closed)
            return complain(mark, errorAt(mark.offset, "expression.unclosed"));
        auto expression = parse(mark.inner(m_text));
        if (!expression)
            return complain(mark, shifted(expression.error(), mark.innerOffset()));
        if (!trouble.empty())
            return complain(mark, errorAt(mark.offset, std::string(trouble), {{"expression", expression->text()}}));
        std::string name = "PENSTOCK_X" + std::to_string(m_script.variables.size() + 1);
        m_script.text += "${" + name + '}';
        m_script.variables.push_back({std::move(name), std::move(*expression), mark.offset, mark.length});
    }

    void complain(const Mark& mark, Error error)
    {
        m_script.text += m_text.substr(mark.offset, mark.length);
        m_script.issues.push_back({mark.offset, mark.length, std::move(error)});
    }

    std::string_view m_text;
    ShellScanner m_scanner;
    Script m_script;
};

} // namespace

Script readScript(std::string_view text) { return ScriptReader(text).read(); }

std::vector<Reference> references(const Script& script)
{
    std::vector<Reference> all;
    for (const ScriptVariable& variable : script.variables) {
        for (Reference reference : references(variable.expression)) {
            reference.offset += variable.offset + 3;
            all.push_back(std::move(reference));
        }
    }
    return all;
}

} // namespace penstock::expression
