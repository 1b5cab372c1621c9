// What came of making the results of a run again: step by step, what is the same and what is not.
#pragma once

#include "core/session/view.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::session {

struct ReproducedPart {
    enum class What { output, metric, value, input, code };

    What what = What::output;
    std::string name;
    Json was, is; // digests as hex; null where there was or is none
    bool isSame() const { return was == is; }
};

struct ReproducedStep {
    // same: it ended alike and made the same; missing: it was not run again; added: it did not run then; open: it has not ended yet.
    enum class Verdict { same, differs, missing, added, open };

    InstanceId instance;
    Verdict verdict = Verdict::same;
    std::optional<engine::InstanceState> was, is;
    std::vector<ReproducedPart> parts; // results first, then what it was made from: that explains, and is no part of the verdict
};

struct Reproduction {
    std::string of;       // text of the run
    bool isKnown = false; // the log still has it
    std::vector<ReproducedStep> steps; // of commands: in the order of that run, then what was added
    bool isSame() const;  // all of it
};

const char* name(ReproducedPart::What what);
const char* name(ReproducedStep::Verdict verdict);

// Nothing for a run that reproduces none.
std::optional<Reproduction> reproductionOf(const View& view, const engine::Run& run);
Json toJson(const Reproduction& reproduction);

} // namespace penstock::session
