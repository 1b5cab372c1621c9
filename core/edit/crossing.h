// What crosses the border of a group of steps that is to become a pipeline of its own. For this folder only.
#pragma once

#include "core/check/facts.h"
#include "core/edit/mentions.h"

#include <map>
#include <set>
#include <string>

namespace penstock::edit {

class Crossing final {
public:
    // `steps` exist and are not empty; `facts` must outlive this.
    Crossing(const Document& document, const check::Facts& facts, const std::set<std::string>& steps, std::string name);

    // Errors: "edit.collapse_*", what crosses and cannot.
    Result<void> read();

    bool isInside(const std::string& step) const { return m_steps.count(step) > 0; }
    const format::YamlValue& parameters() const { return m_parameters; } // of the new pipeline
    const format::YamlValue& given() const { return m_given; }           // what the new step gives them
    const format::YamlValue& outputs() const { return m_outputs; }       // of the new pipeline
    Rewrite inward() const { return byText(m_inward); }                  // of what stands inside
    Rewrite outward() const { return byText(m_outward); }                // of what stands outside

private:
    using Texts = std::map<std::string, std::string>; // a reference -> what is written instead

    static Rewrite byText(const Texts& texts);
    Result<void> edges() const;
    Result<void> mayLeadIn(const check::Edge& edge) const;
    Result<void> noWayAround() const;
    std::set<std::size_t> reached(bool forward) const;
    Result<void> text(const check::Text& text, bool parametersOnly);
    Result<void> fromInside(const check::Text& text, const expression::Reference& reference, bool parametersOnly);
    Result<void> fromOutside(const check::Text& text, const expression::Reference& reference);
    Result<void> takeParameter(const expression::Reference& reference);
    Result<void> takeValue(const check::Text& text, const expression::Reference& reference);
    void nameLine(const expression::Reference& reference, bool isInside);
    std::string typeOf(const pipeline::Step& step, const expression::Reference& reference) const;

    const Document& m_document;
    const check::Facts& m_facts;
    const std::set<std::string>& m_steps;
    std::string m_name;
    format::YamlValue m_parameters = format::YamlValue::object(), m_given = format::YamlValue::object(), m_outputs = format::YamlValue::object();
    Texts m_inward, m_outward;
    std::map<std::string, std::string> m_exported; // a reference inside -> the output that gives it
};

} // namespace penstock::edit
