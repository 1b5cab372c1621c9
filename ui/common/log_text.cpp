#include "ui/common/log_text.h"

#include <array>
#include <cstring>

namespace penstock::common {
namespace {

constexpr char escape = '\x1b';

// The sequence at `at` (an ESC): where it ends, and the parameters when it is an SGR ("ESC [ ... m").
struct Sequence {
    qsizetype end = 0;
    bool isSgr = false;
    QByteArray parameters;
};

Sequence sequenceAt(const char* bytes, qsizetype size, qsizetype at)
{
    if (at + 1 >= size)
        return {size, false, {}};
    const char kind = bytes[at + 1];
    if (kind == '[') { // CSI: parameters and intermediates, then one final byte
        qsizetype end = at + 2;
        while (end < size && bytes[end] >= 0x20 && bytes[end] <= 0x3F)
            ++end;
        const bool sgr = end < size && bytes[end] == 'm';
        return {std::min(end + 1, size), sgr, sgr ? QByteArray(bytes + at + 2, end - at - 2) : QByteArray()};
    }
    if (kind == ']' || kind == 'P' || kind == '_' || kind == '^' || kind == 'X') { // strings: until BEL or ST
        for (qsizetype end = at + 2; end < size && bytes[end] != '\n'; ++end) {
            if (bytes[end] == '\a')
                return {end + 1, false, {}};
            if (bytes[end] == escape)
                return {std::min(end + (end + 1 < size && bytes[end + 1] == '\\' ? 2 : 0), size), false, {}};
        }
        return {size, false, {}};
    }
    qsizetype end = at + 1; // two or more bytes: intermediates, then a final byte
    while (end < size && bytes[end] >= 0x20 && bytes[end] <= 0x2F)
        ++end;
    return {std::min(end + 1, size), false, {}};
}

struct Pen {
    LogColor color, background;
    bool bold = false, faint = false;

    bool isPlain() const { return color.isNone() && background.isNone() && !bold && !faint; }
    bool operator==(const Pen&) const = default;
};

LogColor ofPalette(int index)
{
    if (index < 16)
        return {index, {}};
    if (index >= 232) {
        const int grey = 8 + (index - 232) * 10;
        return {-1, QColor(grey, grey, grey)};
    }
    constexpr std::array<int, 6> levels{0, 95, 135, 175, 215, 255};
    const auto level = [&](int value) { return levels[static_cast<std::size_t>(value % 6)]; };
    index -= 16;
    return {-1, QColor(level(index / 36), level(index / 6), level(index))};
}

// "38;5;N" and "38;2;R;G;B"; moves past what it used.
LogColor extendedColor(const QList<QByteArray>& codes, qsizetype& at)
{
    const auto number = [&codes](qsizetype i) { return i < codes.size() ? qBound(0, codes[i].toInt(), 255) : 0; };
    const int form = number(at + 1);
    if (form == 5) {
        at += 2;
        return ofPalette(number(at));
    }
    if (form == 2) {
        at += 4;
        return {-1, QColor(number(at - 2), number(at - 1), number(at))};
    }
    return {};
}

void apply(Pen& pen, const QByteArray& parameters)
{
    QByteArray normal = parameters;
    normal.replace(':', ';');
    const auto codes = normal.split(';');
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const int code = codes[i].toInt();
        if (code == 0)
            pen = {};
        else if (code == 1)
            pen.bold = true;
        else if (code == 2)
            pen.faint = true;
        else if (code == 22)
            pen.bold = pen.faint = false;
        else if (code >= 30 && code <= 37)
            pen.color = {code - 30, {}};
        else if (code == 38)
            pen.color = extendedColor(codes, i);
        else if (code == 39)
            pen.color = {};
        else if (code >= 40 && code <= 47)
            pen.background = {code - 40, {}};
        else if (code == 48)
            pen.background = extendedColor(codes, i);
        else if (code == 49)
            pen.background = {};
        else if (code >= 90 && code <= 97)
            pen.color = {code - 90 + 8, {}};
        else if (code >= 100 && code <= 107)
            pen.background = {code - 100 + 8, {}};
    }
}

void appendVisible(QString& text, const QByteArray& bytes)
{
    constexpr int tabWidth = 8;
    for (const QChar c : QString::fromUtf8(bytes)) {
        if (c == u'\t')
            text += QString(tabWidth - text.size() % tabWidth, u' ');
        else if (c == u'\b' && !text.isEmpty())
            text.chop(1);
        else if (c.unicode() < 0x20)
            text += QChar(0x2400 + c.unicode());
        else if (c.unicode() != 0x7F)
            text += c;
    }
}

// What a terminal would still show: the part after the last CR that something follows.
QByteArray collapsed(QByteArray line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const qsizetype carriage = line.lastIndexOf('\r');
    return carriage < 0 ? line : line.mid(carriage + 1);
}

} // namespace

LogText parseLogLine(const QByteArray& bytes)
{
    const QByteArray line = collapsed(bytes);
    LogText result;
    Pen pen;
    const auto append = [&](const QByteArray& part) {
        const auto start = static_cast<int>(result.text.size());
        appendVisible(result.text, part);
        const int length = static_cast<int>(result.text.size()) - start;
        if (length > 0 && !pen.isPlain())
            result.spans.push_back({start, length, pen.color, pen.background, pen.bold, pen.faint});
    };
    qsizetype at = 0;
    while (at < line.size()) {
        const qsizetype next = line.indexOf(escape, at);
        append(line.mid(at, next < 0 ? -1 : next - at));
        if (next < 0)
            break;
        const Sequence sequence = sequenceAt(line.constData(), line.size(), next);
        if (sequence.isSgr)
            apply(pen, sequence.parameters);
        at = sequence.end;
    }
    return result;
}

std::string plainLogBytes(const char* bytes, std::size_t size)
{
    std::string result;
    result.reserve(size);
    std::size_t lineStart = 0; // in result
    const auto count = static_cast<qsizetype>(size);
    for (qsizetype at = 0; at < count;) {
        const char c = bytes[at];
        if (c == escape) {
            at = sequenceAt(bytes, count, at).end;
            continue;
        }
        if (c == '\r') {
            const bool ends = at + 1 >= count || bytes[at + 1] == '\n' || bytes[at + 1] == '\r';
            if (!ends)
                result.resize(lineStart);
        } else {
            result += c;
            if (c == '\n')
                lineStart = result.size();
        }
        ++at;
    }
    return result;
}

} // namespace penstock::common
