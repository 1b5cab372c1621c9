#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace penstock::edit {

enum class LinkKind { order, data, branch, failure, reject };

// An edge between two steps, as people draw it: `to` comes after `from`.
struct Link {
    LinkKind kind = LinkKind::order;
    std::string from = {}, to = {};
    // Of data. An empty output is the only one there is, an empty input a free name after the output. Inputs of a command are
    // those of `inputs`; of `register` there are "artifact" and "metrics", of `promote` "version", of a sub-pipeline its
    // parameters. The outputs "metrics" and "version" are the metrics of a command and the version that `register` gives,
    // unless a file is called so.
    std::string output = {}, input = {};
    std::optional<std::size_t> branch = {}; // of branch: which one; absent: a new one is added
    std::string condition = {};             // of a new branch; empty: else
    std::optional<int> atMost = {};         // of branch and failure: leads back, so often

    bool operator==(const Link&) const = default;
};

} // namespace penstock::edit
