#pragma once

#include "core/pipeline/document.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace penstock::edit {

// A legal name made of anything, such as the name of a file: "my model (2).py" -> "my_model_2". Texts of which nothing is left
// become "step".
std::string legalName(std::string_view wanted);

// A legal name that no step has: train, train_2, ...
std::string freeName(const pipeline::Pipeline& pipeline, std::string_view wanted);
// The same among any names.
std::string freeName(const std::set<std::string, std::less<>>& taken, std::string_view wanted);

// For many new names: none is looked for twice.
class FreeNames final {
public:
    explicit FreeNames(std::set<std::string, std::less<>> taken)
        : m_taken(std::move(taken))
    {}

    bool take(std::string_view name) { return m_taken.insert(std::string(name)).second; } // false: it is taken
    std::string give(std::string_view wanted);                                             // and take it

private:
    std::set<std::string, std::less<>> m_taken;
    std::map<std::string, std::size_t, std::less<>> m_next; // by what stands before the number
};

} // namespace penstock::edit
