// Pipelines as text: "a -> b, a -> c, b c -> d" gives four commands, d needing b and c.
#pragma once

#include "core/pipeline/document.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace penstock::engine::test {

class Graph final {
public:
    explicit Graph(std::string_view text);

    // The step of that name; a fresh command when there is none yet.
    pipeline::Step& operator[](const std::string& name);
    pipeline::Command& command(const std::string& name);
    void choose(const std::string& name, std::initializer_list<pipeline::Branch> branches);
    const pipeline::Pipeline& pipeline() const { return m_pipeline; }
    pipeline::Pipeline& pipeline() { return m_pipeline; }

private:
    pipeline::Pipeline m_pipeline;
};

} // namespace penstock::engine::test
