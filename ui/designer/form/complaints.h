#pragma once

#include "core/pipeline/issue.h"

#include <QString>

#include <map>
#include <string>

namespace penstock::designer {

// What is wrong within a field (errors only), in sentences, by the path below it: "0.if"; the empty path is the field itself.
using Complaints = std::map<std::string, QString>;

Complaints complaintsOf(const pipeline::Issues& issues, const std::string& path); // of the document; the first of each place
Complaints complaintsBelow(const Complaints& complaints, const std::string& key);

} // namespace penstock::designer
