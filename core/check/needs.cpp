#include "core/check/rules.h"

#include <unordered_set>

namespace penstock::check {

void checkNeeds(const Facts& facts, Findings& findings)
{
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        const std::vector<std::string>& needs = facts.step(i).needs;
        std::unordered_set<std::string> seen;
        for (std::size_t n = 0; n < needs.size(); ++n) {
            const std::string path = facts.path(i) + ".needs." + std::to_string(n);
            if (!seen.insert(needs[n]).second)
                findings.warning(path, {"check.need_twice", {{"name", needs[n]}}}, {"check.mend.remove", {}});
            if (facts.find(needs[n]))
                continue;
            const auto near = facts.nearestStep(needs[n]);
            findings.error(path, {"check.unknown_step", {{"name", needs[n]}}}, near ? didYouMean(*near) : Message{});
        }
    }
}

} // namespace penstock::check
