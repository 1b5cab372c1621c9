#include "core/edit/text_context.h"

#include <algorithm>
#include <utility>

namespace penstock::edit {

namespace {

constexpr std::size_t longestLine = 100'000;

struct Line {
    std::size_t begin = 0, end = 0; // without its end
};

Line lineAround(std::string_view text, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::size_t end = std::min(text.find('\n', offset), text.size());
    if (end > begin && text[end - 1] == '\r')
        --end;
    return {begin, std::max(begin, end)};
}

// What one line of block style says: how far its content is indented, through which dashes, and its key.
struct BlockLine {
    std::vector<std::size_t> dashes; // columns
    std::size_t indent = 0;          // column of what follows the dashes
    std::optional<std::string> key;
    std::size_t behindKey = 0; // column behind its ':'
    bool isEmpty = false;      // blank, or a comment
    bool opensScalar = false;  // "key: |": what is deeper is text
};

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

std::string unquoted(std::string_view key)
{
    if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front())
        key = key.substr(1, key.size() - 2);
    return std::string(key);
}

// The end of a quoted text that begins at `at`, behind its quote; the size of the line when it stays open.
std::size_t behindQuoted(std::string_view line, std::size_t at)
{
    const char quote = line[at];
    for (std::size_t i = at + 1; i < line.size(); ++i) {
        if (quote == '"' && line[i] == '\\')
            ++i;
        else if (line[i] == quote)
            return i + 1;
    }
    return line.size();
}

// Where a key that begins at `at` ends: the place of its ':'.
std::optional<std::size_t> colonOf(std::string_view line, std::size_t at)
{
    if (at < line.size() && (line[at] == '"' || line[at] == '\''))
        at = behindQuoted(line, at);
    for (std::size_t i = at; i < line.size(); ++i) {
        if (line[i] == ':' && (i + 1 == line.size() || line[i + 1] == ' '))
            return i;
        if (line[i] == '{' || line[i] == '[' || line[i] == ',' || line[i] == '"' || (line[i] == '#' && i > 0 && line[i - 1] == ' '))
            return std::nullopt;
    }
    return std::nullopt;
}

BlockLine readLine(std::string_view line)
{
    BlockLine read;
    std::size_t at = std::min(line.find_first_not_of(' '), line.size());
    while (at < line.size() && line[at] == '-' && (at + 1 == line.size() || line[at + 1] == ' ')) {
        read.dashes.push_back(at);
        at = std::min(line.find_first_not_of(' ', at + 1), line.size());
    }
    read.indent = at;
    read.isEmpty = read.dashes.empty() && (at == line.size() || line[at] == '#');
    if (const auto colon = colonOf(line, at)) {
        read.key = unquoted(line.substr(at, *colon - at));
        read.behindKey = *colon + 1;
        const std::size_t value = line.find_first_not_of(' ', read.behindKey);
        read.opensScalar = value != std::string_view::npos && (line[value] == '|' || line[value] == '>');
    }
    return read;
}

// A path that is found from the inside outwards: each key or dash further left than all before it holds them.
class Climb final {
public:
    // Of what begins at this column.
    explicit Climb(std::size_t column)
        : m_column(column)
    {}

    bool isAtRoot() const { return m_column == 0 && !m_isEntry; }

    // False: what was begun with is text of a block scalar.
    bool pass(const BlockLine& line)
    {
        if (line.key && (line.indent < m_column || (line.indent == m_column && m_isEntry))) { // a list may stand as deep as its key
            if (line.opensScalar && m_path.empty())
                return false;
            hold(*line.key, line.indent, false);
        } else if (line.key && line.indent == m_column && m_path.empty()) {
            m_siblings.insert(*line.key);
        }
        passDashes(line);
        return true;
    }
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

void climbFrom(Climb& climb, std::string_view text, std::size_t end, bool& isText)
{
    while (end > 0 && !climb.isAtRoot() && !isText) {
        const Line line = lineAround(text, end - 1);
        end = line.begin;
        const BlockLine read = readLine(text.substr(line.begin, std::min(line.end - line.begin, longestLine)));
        if (!read.isEmpty)
            isText = !climb.pass(read);
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

} // namespace

std::optional<TextContext> contextAt(std::string_view text, std::size_t offset)
{
    offset = std::min(offset, text.size());
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
    bool isText = false;
    climbFrom(climb, text, line.begin, isText);
    if (isText)
        return std::nullopt;
    context.path.assign(climb.path().rbegin(), climb.path().rend());
    flow->appendTo(context.path);
    context.isValue = flow->isOpen() ? !flow->isKey() : hasKey;
    if (context.isValue)
        return context;
    context.siblings = flow->isOpen() ? flow->siblings() : std::move(climb.siblings());
    if (!flow->isOpen())
        siblingsBelow(context.siblings, text, std::min(line.end + 1, text.size()), isBlank && read.dashes.empty() ? at : column);
    return context;
}

std::optional<ExpressionContext> expressionAt(std::string_view text, std::size_t offset)
{
    offset = std::min(offset, text.size());
    const Line line = lineAround(text, offset);
    const std::string_view before = text.substr(line.begin, offset - line.begin);
    const std::size_t open = before.rfind("${{");
    if (open == std::string_view::npos || before.find("}}", open) != std::string_view::npos)
        return std::nullopt;
    ExpressionContext context;
    context.begin = line.begin + open + 3;
    context.end = std::max(offset, std::min(text.find("}}", offset), line.end)); // the place may be behind a '\r'
    const BlockLine read = readLine(text.substr(line.begin, line.end - line.begin));
    const auto place = contextAt(text, line.begin + std::min(before.size(), read.indent));
    if (place && !place->path.empty() && place->path.front() == "steps")
        context.step = place->path.size() > 1 ? place->path[1] : read.key.value_or(std::string());
    return context;
}

} // namespace penstock::edit
