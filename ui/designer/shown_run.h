// The run whose states and values Design shows, and where in it the pipeline stands that is open. A value, for the moment only.
#pragma once

#include "core/engine/state.h"

#include <QString>

#include <string>
#include <utility>

namespace penstock::designer {

struct ShownRun {
    ShownRun(const engine::Run* of = nullptr, std::string inside = {}) // a run is one that shows itself
        : run(of)
        , within(std::move(inside))
    {}

    const engine::Run* run;
    std::string within; // the steps that opened the pipeline, "clean/deep/"; empty: the run began with it

    const engine::Instance* newest(const std::string& step) const { return run ? run->newest(within + step) : nullptr; }
    QString name() const; // "digits-42", "digits-42 (in clean/deep)"; empty without a run
    bool operator==(const ShownRun&) const = default;
};

} // namespace penstock::designer
