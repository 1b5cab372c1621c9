#pragma once

#include "app/cli/workspace.h"

#include <QString>

#include <string>
#include <vector>

namespace penstock::cli {

struct Finding {
    enum class Health { fine, warning, problem };

    std::string id; // "state", "owner", …: stable
    Health health = Health::fine;
    QString title, text;
    QString mend; // empty when there is nothing to do
};

// Looks at everything Penstock needs; changes nothing of the workspace and starts nothing but the shell and the
// interpreter that it asks.
std::vector<Finding> diagnose(const Result<Workspace>& workspace, const std::string& program, bool unicodeLocale);

} // namespace penstock::cli
