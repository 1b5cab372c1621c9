#pragma once

#include "core/base/result.h"
#include "core/edit/link.h"
#include "core/pipeline/document.h"

#include <memory>
#include <string>
#include <vector>

namespace penstock::edit {

// What may be linked in one pipeline. Made once per gesture (it reads all expressions) and then asked at each move of the
// mouse: an answer is found at once, except for the first after another `from`, which walks over the edges. Keeps what it
// needs of the pipeline. Not thread-safe.
class LinkRules final {
public:
    explicit LinkRules(const pipeline::Pipeline& pipeline);
    ~LinkRules();
    LinkRules(LinkRules&&) noexcept;
    LinkRules& operator=(LinkRules&&) noexcept;

    // Errors: invalid or notFound with a sentence that says why not ("edit.link_*").
    Result<void> may(const Link& link) const;
    // Whether the link would close a circle, so that only a branch or a failure edge with `atMost` may be drawn.
    bool leadsBack(const Link& link) const;
    // What a step gives and takes: the names that Link::output and Link::input can have.
    std::vector<std::string> outputsOf(const std::string& step) const;
    std::vector<std::string> inputsOf(const std::string& step) const;

private:
    class Knowledge;
    std::unique_ptr<Knowledge> m_knowledge;
};

// One question of LinkRules.
Result<void> mayConnect(const pipeline::Pipeline& pipeline, const Link& link);

} // namespace penstock::edit
