// All that may be written at one place of an expression. For this folder only.
#pragma once

#include "core/check/completion.h"
#include "core/check/completion_site.h"
#include "core/check/facts.h"
#include "core/expression/expression.h"

#include <optional>

namespace penstock::check {

// For the moment only: holds on to what it is given. `dotFollows`: the path goes on behind the word.
class Offers final {
public:
    Offers(const pipeline::Pipeline& pipeline, const Library& opened, const CompletionPlace& place, const CompletionSite& site, bool dotFollows);

    std::vector<Completion> all();
    std::vector<Completion> artifacts(); // whole texts, for a field that holds exactly one output

private:
    const pipeline::Step* self() const { return m_self ? &m_facts.step(*m_self) : nullptr; }
    const pipeline::Command* command() const;
    void put(Completion::Kind kind, std::string insert, Message about = {}, std::string shown = {});
    void putValue(Completion::Kind kind, const std::string& name, Message about); // known once it has run
    void putWithMore(Completion::Kind kind, const std::string& name, Message about);
    void roots();
    bool isOffered(expression::Root root) const;
    void below(expression::Root root);
    void words(const std::vector<std::string>& names, const std::string& id);
    void parameters();
    void steps(bool previous);
    void members(const pipeline::Step& step);
    void results(const pipeline::Step& step, bool artifactsToo);
    void given(const pipeline::SubPipeline& sub);
    void wholeOutput(const pipeline::Step& step, const std::string& name, const pipeline::Output& output);
    void places(bool inputs);
    void item();
    void values();

    Facts m_facts;
    const Library& m_opened;
    const CompletionPlace& m_place;
    const CompletionSite& m_site;
    bool m_dotFollows;
    std::optional<std::size_t> m_self;
    std::vector<bool> m_isLater; // with the step itself
    std::vector<Completion> m_items;
};

} // namespace penstock::check
