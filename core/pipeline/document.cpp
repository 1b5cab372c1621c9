#include "core/pipeline/document.h"

#include <algorithm>

namespace penstock::pipeline {

static_assert(std::variant_size_v<Body> == static_cast<std::size_t>(Kind::end) + 1);
static_assert(std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(Kind::register_), Body>, Register>);

Kind Step::kind() const { return static_cast<Kind>(body.index()); }

const Step* Pipeline::step(const std::string& wanted) const
{
    const auto found = std::ranges::find(steps, wanted, &Step::name);
    return found == steps.end() ? nullptr : &*found;
}

const Parameter* Pipeline::parameter(const std::string& wanted) const
{
    const auto found = std::ranges::find(parameters, wanted, &Parameter::name);
    return found == parameters.end() ? nullptr : &*found;
}

} // namespace penstock::pipeline
