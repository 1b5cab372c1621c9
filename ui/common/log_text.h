// One line of a log as people see it: escape sequences taken out (ECMA-48; colours of SGR kept as spans, OSC and all
// others dropped), progress that overwrote itself with CR collapsed to its last state, tabs widened, invalid UTF-8 as
// U+FFFD, other control characters as their pictures. Each line begins in the plain state. Any thread.
#pragma once

#include <QByteArray>
#include <QColor>
#include <QString>

#include <string>
#include <vector>

namespace penstock::common {

// A colour as a program asked for it: one of the 16 of the terminal, or its own.
struct LogColor {
    int index = -1; // 0..15; -1: none, or `rgb`
    QColor rgb;

    bool isNone() const { return index < 0 && !rgb.isValid(); }
    bool operator==(const LogColor&) const = default;
};

struct LogSpan {
    int start = 0; // in UTF-16 units
    int length = 0;
    LogColor color;
    LogColor background;
    bool bold = false;
    bool faint = false;

    bool operator==(const LogSpan&) const = default;
};

struct LogText {
    QString text;
    std::vector<LogSpan> spans; // only where something differs from the plain state
};

LogText parseLogLine(const QByteArray& bytes);

// The same without colours, bytes to bytes, for searching: what is not seen is not found. Line ends stay.
std::string plainLogBytes(const char* bytes, std::size_t size);

} // namespace penstock::common
