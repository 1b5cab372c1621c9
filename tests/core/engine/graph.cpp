#include "graph.h"

#include <algorithm>
#include <sstream>

namespace penstock::engine::test {

namespace {

std::vector<std::string> words(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

} // namespace

Graph::Graph(std::string_view text)
{
    m_pipeline.name = "g";
    std::istringstream clauses{std::string(text)};
    for (std::string clause; std::getline(clauses, clause, ',');) {
        const auto arrow = clause.find("->");
        const auto before = words(clause.substr(0, arrow));
        for (const std::string& name : before)
            (*this)[name];
        if (arrow == std::string::npos)
            continue;
        for (const std::string& name : words(clause.substr(arrow + 2))) {
            auto& needs = (*this)[name].needs;
            needs.insert(needs.end(), before.begin(), before.end());
        }
    }
}

pipeline::Step& Graph::operator[](const std::string& name)
{
    const auto found = std::ranges::find(m_pipeline.steps, name, &pipeline::Step::name);
    if (found != m_pipeline.steps.end())
        return *found;
    pipeline::Command command;
    command.arguments = {"true"};
    pipeline::Step step;
    step.name = name;
    step.body = command;
    return m_pipeline.steps.emplace_back(std::move(step));
}

pipeline::Command& Graph::command(const std::string& name) { return std::get<pipeline::Command>((*this)[name].body); }

void Graph::choose(const std::string& name, std::initializer_list<pipeline::Branch> branches)
{
    (*this)[name].body = pipeline::Choose{branches};
}

} // namespace penstock::engine::test
