#include "core/edit/text_context.h"

#include "core/edit/block_line.h"

#include <algorithm>
#include <utility>

namespace penstock::edit {

namespace {

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// A path that is found from the inside outwards: each key or dash further left than all before it holds them.
class Climb final {
public:
    // Of what begins at this column.
    explicit Climb(std::size_t column)
        : m_column(column)
    {}

    bool isAtRoot() const { return m_column == 0 && !m_isEntry; }

    // A line above what was begun with.
    void pass(const BlockLine& line)
    {
        const std::size_t before = m_path.size();
        if (line.key && (line.indent < m_column || (line.indent == m_column && m_isEntry))) { // a list may stand as deep as its key
            m_isText = m_isText || (line.opensScalar && !m_isHeld);
            hold(*line.key, line.indent, false);
        } else if (line.key && line.indent == m_column && m_path.empty()) {
            m_siblings.insert(*line.key);
        }
        passDashes(line);
        m_isHeld = m_isHeld || m_path.size() > before;
    }
    bool isText() const { return m_isText; } // what was begun with stands in a block scalar
    void passDashes(const BlockLine& line)
    {
        for (auto dash = line.dashes.rbegin(); dash != line.dashes.rend(); ++dash) {
            if (*dash < m_column)
                hold("-", *dash, true);
        }
    }
    void hold(std::string key, std::size_t column, bool isEntry)
    {
        m_path.push_back(std::move(key));
        m_column = column;
        m_isEntry = isEntry;
    }

    const std::vector<std::string>& path() const { return m_path; } // the innermost first
    std::set<std::string>& siblings() { return m_siblings; }

private:
    std::size_t m_column;
    bool m_isEntry = false;
    bool m_isHeld = false, m_isText = false;
    std::vector<std::string> m_path;
    std::set<std::string> m_siblings;
};

// The brackets of a value in one line, up to the place: which keys and lists it is in.
class Flow final {
public:
    // Nothing when the place is in a comment or in quotes.
    static std::optional<Flow> of(std::string_view line, std::size_t from, std::size_t to)
    {
        Flow flow;
        for (std::size_t i = from; i < to; ++i) {
            const char c = line[i];
            if ((c == '"' || c == '\'') && flow.isAtStart(line, from, i)) {
                const std::size_t end = behindQuoted(line, i);
                const bool isClosed = end > i + 1 && line[end - 1] == c;
                if (end > to || !isClosed)
                    return std::nullopt;
                i = end - 1;
            } else if (c == '#' && (i == from || line[i - 1] == ' ')) {
                return std::nullopt;
            } else {
                flow.take(line, from, i);
            }
        }
        return flow;
    }

    // From the outside inwards.
    void appendTo(std::vector<std::string>& path) const
    {
        for (const Frame& frame : m_open) {
            if (!frame.isMapping)
                path.emplace_back("-");
            else if (frame.key)
                path.push_back(*frame.key);
        }
    }
    bool isOpen() const { return !m_open.empty(); }
    bool isKey() const { return isOpen() && m_open.back().isMapping && !m_open.back().key; }
    std::set<std::string> siblings() const { return isKey() ? m_open.back().known : std::set<std::string>(); }

private:
    struct Frame {
        bool isMapping = false;
        std::optional<std::string> key;
        std::set<std::string> known;
    };

    bool isAtStart(std::string_view line, std::size_t from, std::size_t at) const
    {
        const std::size_t last = at == from ? std::string_view::npos : line.find_last_not_of(' ', at - 1);
        return last == std::string_view::npos || last < from || line[last] == ':' || (isOpen() && (line[last] == ',' || line[last] == '{' || line[last] == '['));
    }
    void take(std::string_view line, std::size_t from, std::size_t i)
    {
        const char c = line[i];
        if ((c == '{' || c == '[') && isAtStart(line, from, i)) {
            m_open.push_back({c == '{', std::nullopt, {}});
        } else if (!isOpen()) {
            return;
        } else if (c == '}' || c == ']') {
            m_open.pop_back();
        } else if (c == ',') {
            m_open.back().key.reset();
        } else if (c == ':' && m_open.back().isMapping && !m_open.back().key && (i + 1 == line.size() || line[i + 1] == ' ')) {
            const std::size_t first = line.find_last_of("{,", i) + 1;
            const std::size_t begin = line.find_first_not_of(' ', first);
            m_open.back().key = unquoted(line.substr(begin, i - begin));
            m_open.back().known.insert(*m_open.back().key);
        }
    }

    std::vector<Frame> m_open;
};

void climbFrom(Climb& climb, std::string_view text, std::size_t end)
{
    while (end > 0 && !climb.isAtRoot()) {
        const Line line = lineAround(text, end - 1);
        end = line.begin;
        const BlockLine read = readLine(text.substr(line.begin, std::min(line.end - line.begin, longestLine)));
        if (!read.isEmpty)
            climb.pass(read);
    }
}

// Keys of the same mapping in the lines below.
void siblingsBelow(std::set<std::string>& siblings, std::string_view text, std::size_t begin, std::size_t column)
{
    while (begin < text.size()) {
        const Line line = lineAround(text, begin);
        begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
        const BlockLine read = readLine(text.substr(line.begin, std::min(line.end - line.begin, longestLine)));
        if (read.isEmpty)
            continue;
        if (read.indent < column || (!read.dashes.empty() && read.dashes.front() < column))
            return;
        if (read.key && read.indent == column)
            siblings.insert(*read.key);
    }
}

void findWord(TextContext& context, std::string_view text, std::size_t offset, const Line& line)
{
    context.begin = context.end = offset;
    while (context.begin > line.begin && isWordByte(text[context.begin - 1]))
        --context.begin;
    while (context.end < line.end && isWordByte(text[context.end]))
        ++context.end;
}

std::optional<TextContext> locate(std::string_view text, std::size_t offset, bool& isText)
{
    const Line line = lineAround(text, offset);
    if (line.end - line.begin > longestLine)
        return std::nullopt;
    const std::string_view whole = text.substr(line.begin, line.end - line.begin);
    const std::size_t at = std::min(offset - line.begin, whole.size());
    const BlockLine read = readLine(whole);
    TextContext context;
    findWord(context, text, offset, line);
    const bool isBlank = at <= read.indent && whole.find_first_not_of(' ') >= at;
    const bool hasKey = read.key && read.behindKey <= at;
    const auto flow = Flow::of(whole, hasKey ? read.behindKey : std::min(read.indent, at), at);
    if (!flow || (at < read.indent && !isBlank))
        return std::nullopt;
    Climb climb(isBlank && read.dashes.empty() ? at : read.indent);
    if (hasKey)
        climb.hold(*read.key, read.indent, false);
    climb.passDashes(read);
    const std::size_t column = read.indent;
    const auto own = static_cast<std::ptrdiff_t>(climb.path().size());
    climbFrom(climb, text, line.begin);
    isText = climb.isText();
    context.path.assign(climb.path().rbegin(), climb.path().rend() - (isText ? own : 0)); // what looks like keys in a text is none
    if (isText)
        return context;
    flow->appendTo(context.path);
    context.isValue = flow->isOpen() ? !flow->isKey() : hasKey;
    if (context.isValue)
        return context;
    context.siblings = flow->isOpen() ? flow->siblings() : std::move(climb.siblings());
    if (!flow->isOpen())
        siblingsBelow(context.siblings, text, std::min(line.end + 1, text.size()), isBlank && read.dashes.empty() ? at : column);
    return context;
}

// What is between "${{" and "}}", in bytes of the line.
std::optional<Line> templateAround(std::string_view line, std::size_t at)
{
    const std::size_t open = line.substr(0, at).rfind("${{");
    if (open == std::string_view::npos || line.substr(0, at).find("}}", open) != std::string_view::npos)
        return std::nullopt;
    return Line{open + 3, std::min(line.find("}}", at), line.size())};
}

// The value of an `if`, without its quotes.
std::optional<Line> conditionAround(std::string_view line, std::size_t at)
{
    constexpr std::string_view key = "if: ";
    const std::size_t found = line.substr(0, at).rfind(key);
    if (found == std::string_view::npos || (found > 0 && line[found - 1] != ' ' && line[found - 1] != '{'))
        return std::nullopt;
    const std::size_t first = std::min(line.find_first_not_of(' ', found + key.size()), line.size());
    const bool isQuoted = first < line.size() && (line[first] == '"' || line[first] == '\'');
    const bool isFlow = line.substr(0, found).find('{') != std::string_view::npos;
    const std::size_t begin = isQuoted ? first + 1 : std::min(first, at);
    const std::size_t end = isQuoted ? line.find(line[first], begin) : line.find_first_of(isFlow ? ",}#" : "#", begin);
    return begin <= at && at <= std::min(end, line.size()) ? std::optional(Line{begin, std::min(end, line.size())}) : std::nullopt;
}

} // namespace

std::optional<TextContext> contextAt(std::string_view text, std::size_t offset)
{
    bool isText = false;
    auto context = locate(text, std::min(offset, text.size()), isText);
    return isText ? std::nullopt : context;
}

std::optional<ExpressionContext> expressionAt(std::string_view text, std::size_t offset)
{
    offset = std::min(offset, text.size());
    const Line line = lineAround(text, offset);
    const std::string_view whole = text.substr(line.begin, line.end - line.begin);
    const std::size_t at = std::min(offset - line.begin, whole.size());
    const auto range = templateAround(whole, at);
    const auto value = range ? range : conditionAround(whole, at);
    if (!value)
        return std::nullopt;
    ExpressionContext context{line.begin + value->begin, std::max(offset, line.begin + value->end), {}};
    bool isText = false;
    // In quotes nothing is known of the place, so it is asked for where they open.
    const std::size_t quote = whole.substr(0, value->begin).find_last_of("\"'");
    auto place = locate(text, context.begin, isText);
    if (!place && quote != std::string_view::npos)
        place = locate(text, line.begin + quote, isText);
    if (place)
        context.path = std::move(place->path);
    return context;
}

} // namespace penstock::edit
