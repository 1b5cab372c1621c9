#include "ui/designer/form/complaints.h"

#include "core/messages/messages.h"

namespace penstock::designer {

Complaints complaintsOf(const pipeline::Issues& issues, const std::string& path)
{
    Complaints complaints;
    for (const pipeline::Issue& issue : issues) {
        if (issue.severity != pipeline::Severity::error)
            continue;
        if (issue.path == path)
            complaints.try_emplace({}, messages::sentence(issue.what));
        else if (issue.path.starts_with(path + '.'))
            complaints.try_emplace(issue.path.substr(path.size() + 1), messages::sentence(issue.what));
    }
    return complaints;
}

Complaints complaintsBelow(const Complaints& complaints, const std::string& key)
{
    Complaints below;
    for (const auto& [path, sentence] : complaints) {
        if (path == key)
            below.emplace(std::string(), sentence);
        else if (path.starts_with(key + '.'))
            below.emplace(path.substr(key.size() + 1), sentence);
    }
    return below;
}

} // namespace penstock::designer
