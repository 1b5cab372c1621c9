#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace penstock::host {

// What a step shows at the tracking port. A token is made from the attempt's id and a secret of the workspace, so that
// none has to be written down and the next owner knows those of the steps that outlived this one. Immutable; any
// thread.
class AttemptTokens final {
public:
    // The secret is a file that only its user can read; made when absent. Errors: denied, full, io.
    static Result<AttemptTokens> open(const std::string& stateFolder);

    std::string tokenOf(const AttemptId& attempt) const;
    std::optional<AttemptId> attemptOf(std::string_view token) const;

private:
    explicit AttemptTokens(std::string secret) : m_secret(std::move(secret)) {}

    std::string m_secret;
};

} // namespace penstock::host
