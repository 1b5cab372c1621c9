// What the expressions of an opened pipeline become in the pipeline that opens it. For this folder only.
#pragma once

#include "core/edit/mentions.h"

#include <map>
#include <string>

namespace penstock::edit {

class Inlining final {
public:
    // `step` opens a pipeline; its steps get these names.
    Inlining(const pipeline::Step& step, const pipeline::Pipeline& inner, Renames names);

    // Errors: "edit.expand_*", what cannot be put in.
    Result<void> read(const pipeline::Pipeline& outer);

    Rewrite inward() const; // of the opened pipeline
    Rewrite outward() const; // of the one that opens it

private:
    Result<std::string> valueOf(const std::string& parameter) const;
    Result<void> readParameters();
    Result<void> readOutputs(const pipeline::Pipeline& outer);
    Result<std::string> output(const expression::Reference& reference) const;

    const pipeline::Step& m_step;
    const pipeline::Pipeline& m_inner;
    Renames m_names;
    std::map<std::string, std::string, std::less<>> m_parameters; // their expressions
    std::map<std::string, std::string> m_results;                 // by reference outside
};

} // namespace penstock::edit
