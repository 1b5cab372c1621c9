#include "app/cli/line_diff.h"

#include <algorithm>

namespace penstock::cli {

void tellDiff(Console& console, const std::string& diff)
{
    for (std::size_t at = 0; at < diff.size();) {
        const std::size_t end = std::min(diff.find('\n', at), diff.size());
        const QString line = fromUtf8(diff.substr(at, end - at - (end > at && diff[end - 1] == '\r' ? 1 : 0)));
        const bool isHead = line.startsWith(u"---") || line.startsWith(u"+++");
        const Tone tone = isHead ? Tone::bold : line.startsWith(u'+') ? Tone::succeeded : line.startsWith(u'-') ? Tone::failed : Tone::plain;
        console.line(console.toned(line, tone));
        at = end + 1;
    }
}

} // namespace penstock::cli
