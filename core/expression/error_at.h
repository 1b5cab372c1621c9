#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace penstock::expression {

using Arguments = std::vector<std::pair<std::string, std::string>>;

inline Error errorAt(std::size_t offset, std::string id, Arguments arguments = {}, ErrorCode code = ErrorCode::invalid)
{
    arguments.emplace_back("offset", std::to_string(offset));
    return Error{code, {std::move(id), std::move(arguments)}, {}};
}

// A sentence that names a likely word is another sentence ("..., did you mean ...?"), so it has its own id: ID_near.
inline Error errorNear(std::size_t offset, std::string id, Arguments arguments, std::optional<std::string> near,
                       ErrorCode code = ErrorCode::invalid)
{
    if (near) {
        id += "_near";
        arguments.emplace_back("nearest", std::move(*near));
    }
    return errorAt(offset, std::move(id), std::move(arguments), code);
}

} // namespace penstock::expression
