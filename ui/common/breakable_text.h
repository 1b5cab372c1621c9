// Text that can be wrapped in a narrow place though it holds long names and paths.
#pragma once

#include <QString>

namespace penstock::common {

// Words that are longer than a few are given places to break at: behind '_', '.' and '/', and every so many letters.
QString breakable(const QString& text);

} // namespace penstock::common
