#pragma once

#include <string>
#include <string_view>

namespace penstock::pipeline {

// A path of a document as the workspace knows it: "./a//b/../c" is "a/c", and "." is "". Purely lexical.
struct WorkspacePath {
    enum class Place { inside, absolute, outside };

    Place place = Place::inside;
    std::string path; // when inside

    static WorkspacePath of(std::string_view text);
};

// Equal to or below `folder`; both normalised. Everything is below "".
bool isWithin(std::string_view path, std::string_view folder);

} // namespace penstock::pipeline
