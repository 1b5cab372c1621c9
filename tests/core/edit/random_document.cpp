#include "tests/core/edit/random_document.h"

#include "core/edit/clipboard.h"
#include "core/edit/names.h"

namespace penstock::edit {

namespace {

bool once(Random& random, unsigned in) { return random() % in == 0; }

template <class List>
auto oneOf(Random& random, const List& list)
{
    return list[random() % std::size(list)];
}

std::string quoted(Random& random, const std::string& text)
{
    return once(random, 3) ? '"' + text + '"' : once(random, 3) ? '\'' + text + '\'' : text;
}

class Writer final {
public:
    explicit Writer(Random& random)
        : m_random(random)
        , m_step(once(random, 3) ? 4 : 2)
        , m_isFlow(once(random, 6))
        , m_isSpaced(once(random, 2))
    {}

    std::string write()
    {
        odd(0);
        line(0, "penstock: 1");
        line(0, quoted(m_random, "name") + ": p");
        odd(0);
        if (once(m_random, 2))
            line(0, "parameters: {rows: {type: integer, default: 3}}");
        if (m_isFlow)
            line(0, "steps: {" + flowSteps() + "}");
        else
            blockSteps();
        if (once(m_random, 3))
            line(0, "frames: [{title: f, steps: [s0, s1]}]");
        odd(0);
        if (once(m_random, 4))
            m_text.pop_back(); // no line end at the end
        return once(m_random, 4) ? withReturns(m_text) : m_text;
    }

private:
    static std::string withReturns(const std::string& text)
    {
        std::string result;
        for (const char c : text)
            result.append(c == '\n' ? "\r\n" : std::string(1, c));
        return result;
    }

    void line(int depth, const std::string& text)
    {
        m_text.append(static_cast<std::size_t>(depth * m_step), ' ').append(text);
        if (once(m_random, 8))
            m_text += "   # beside: it {is} [said]";
        else if (once(m_random, 8))
            m_text += "  ";
        m_text += '\n';
    }

    // Where a comment or a blank line may stand.
    void odd(int depth)
    {
        if (once(m_random, 5))
            m_text += once(m_random, 2) ? "\n" : "  \n";
        if (once(m_random, 4))
            m_text.append(static_cast<std::size_t>(depth * m_step), ' ').append("# - key: 'of a comment\n");
        if (once(m_random, 12))
            m_text += "# far left\n";
    }

    std::string before(int index) { return "s" + std::to_string(m_random() % static_cast<unsigned>(index)); }

    std::string flowSteps()
    {
        std::string text = "s0: {run: [a]}";
        for (int i = 1; i < 4; ++i)
            text += ", s" + std::to_string(i) + ": {run: x, needs: [" + before(i) + "]}";
        return text;
    }

    void blockSteps()
    {
        line(0, "steps:");
        const int count = 2 + static_cast<int>(m_random() % 6);
        for (int i = 0; i < count; ++i) {
            odd(1);
            if (m_isSpaced && i > 0)
                m_text += '\n';
            step(i);
        }
    }

    void step(int index)
    {
        const std::string key = quoted(m_random, "s" + std::to_string(index));
        if (index > 0 && once(m_random, 5))
            return line(1, key + ": {run: [x], needs: [" + before(index) + "]}");
        line(1, key + ":");
        odd(2);
        if (index > 0 && once(m_random, 2))
            needs(index);
        if (index > 1 && once(m_random, 6))
            return choose(index);
        command(index);
        if (once(m_random, 3))
            line(2, "timeout: 2h");
        odd(2);
        if (index > 0 && once(m_random, 3))
            inputs(index);
        line(2, "outputs: {o: {path: out/" + std::to_string(index) + "}}");
        if (once(m_random, 3))
            odd(3);
    }

    void needs(int index)
    {
        if (once(m_random, 4))
            return line(2, "needs: " + before(index));
        if (once(m_random, 3)) {
            line(2, "needs:");
            return line(2, "- " + before(index));
        }
        if (m_anchored.empty() && once(m_random, 3)) {
            m_anchored = before(index);
            return line(2, "needs: &n [" + m_anchored + "]");
        }
        line(2, m_anchored.empty() ? "needs: [" + before(index) + "]" : "needs: *n");
    }

    void choose(int index)
    {
        line(2, "choose:");
        line(3, "- if: \"steps." + before(index) + ".state == 'succeeded'\"");
        m_text.append(static_cast<std::size_t>(3 * m_step) + 2, ' ').append("then: s0\n");
        m_text.append(static_cast<std::size_t>(3 * m_step) + 2, ' ').append("at_most: 2\n");
        odd(3);
        line(3, "- {else: s0, at_most: 3}");
    }

    void command(int index)
    {
        const std::string expression = index > 0 ? "${{ steps." + before(index) + ".outputs.v }}" : "1";
        switch (m_random() % 4) {
        case 0:
            line(2, "run: |");
            m_text.append(static_cast<std::size_t>(3 * m_step), ' ').append("# a line of the script\n\n");
            m_text.append(static_cast<std::size_t>(3 * m_step), ' ').append("echo " + expression + "\n");
            break;
        case 1:
            line(2, "run: >-");
            m_text.append(static_cast<std::size_t>(3 * m_step), ' ').append("echo\n");
            m_text.append(static_cast<std::size_t>(3 * m_step), ' ').append(expression + "\n");
            break;
        case 2: line(2, "run: [x, \"" + expression + "\", 'it''s']"); break;
        default:
            m_text.append(static_cast<std::size_t>(2 * m_step), ' ').append("run: [x, # first\n");
            m_text.append(static_cast<std::size_t>(3 * m_step), ' ').append("'" + expression + "'\n");
            m_text.append(static_cast<std::size_t>(2 * m_step), ' ').append("]\n");
        }
    }

    void inputs(int index)
    {
        const std::string text = "${{ steps." + before(index) + ".outputs.o }}";
        if (once(m_random, 2))
            return line(2, "inputs: {i: \"" + text + "\"}");
        line(2, "inputs:");
        odd(3);
        line(3, "i: " + quoted(m_random, text));
        line(3, "'j': " + text);
    }

    Random& m_random;
    int m_step;
    bool m_isFlow, m_isSpaced;
    std::string m_anchored, m_text;
};

Link randomLink(Random& random, const std::string& from, const std::string& to)
{
    Link link{.kind = LinkKind::order, .from = from, .to = to};
    switch (random() % 4) {
    case 0: link.kind = LinkKind::data; break;
    case 1:
        link.kind = LinkKind::failure;
        link.atMost = 2;
        break;
    case 2:
        link.kind = LinkKind::branch;
        link.condition = "params.rows > " + std::to_string(random() % 5);
        link.atMost = 3;
        break;
    default: break;
    }
    return link;
}

format::YamlValue randomStep(Random& random, const std::string& other)
{
    switch (random() % 3) {
    case 0: return {{"wait", "1s"}};
    case 1: return {{"needs", {other}}, {"run", {"python3", "x.py"}}, {"outputs", {{"o", "out/x"}}}};
    default: return {{"run", "set -e\necho \"${{ steps." + other + ".outputs.v }}\"\n"}};
    }
}

} // namespace

std::string randomDocument(Random& random) { return Writer(random).write(); }

Edit randomEdit(Random& random, const Document& document)
{
    std::vector<std::string> names;
    for (const pipeline::Step& step : document.pipeline().steps)
        names.push_back(step.name);
    if (names.size() < 2 || (names.size() < 12 && once(random, 6)))
        return AddSteps{{{freeName(document.pipeline(), "s9"), randomStep(random, names.empty() ? "s0" : names.front()), format::NodePosition{1, 2}, {}}},
                        names.empty() ? std::string() : oneOf(random, names)};
    const std::string one = oneOf(random, names), other = oneOf(random, names);
    switch (random() % 10) {
    case 0: return SetValue{{"steps", one, "timeout"}, std::to_string(1 + random() % 50) + "m"};
    case 1: return RemoveValue{{"steps", one, "timeout"}};
    case 2: return RenameStep{one, freeName(document.pipeline(), "renamed")};
    case 3: return RemoveSteps{{one}, once(random, 2)};
    case 4: return SetEnabled{{one, other}, once(random, 2)};
    case 5: return Disconnect{randomLink(random, one, other)};
    case 6: return Reconnect{randomLink(random, one, other), randomLink(random, other, one)};
    case 7: return MoveNodes{{{one, {double(random() % 500), 7}}}};
    case 8: {
        const auto add = pasted(document, copied(document, {one, other}), format::NodePosition{5, 5});
        return add ? Edit(*add) : Edit(ForgetPositions{});
    }
    default: return Connect{randomLink(random, one, other)};
    }
}

} // namespace penstock::edit
