#pragma once

#include "ui/designer/versions/revisions.h"

#include <string>

namespace penstock::studio {

// The history of pipelines in the git repository around a workspace. Nothing is executed for it.
class GitRevisions final : public designer::Revisions {
public:
    explicit GitRevisions(std::string workspace)
        : m_workspace(std::move(workspace))
    {}

    Result<std::vector<designer::Revision>> of(const std::string& file, const std::atomic<bool>& stop) const override;
    Result<std::string> read(const std::string& file, const std::string& commit) const override;

private:
    std::string m_workspace;
};

} // namespace penstock::studio
