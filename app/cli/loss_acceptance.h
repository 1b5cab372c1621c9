#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace penstock::cli {

// Going on with a log that lost its end. The lost runs and attempts may have left folders, and their names are about to
// be given again, so those folders go where the copy of the log is.
struct LossAccepted {
    Seq after = 0, until = 0; // of the events between the two nothing is known
    std::string copy;         // folder: the log as it was found, and under `runs` what was moved there
    std::vector<std::string> moved; // "digits-43", "digits-42/train/2"
};

// Holds the owner's lock meanwhile. Errors: invalid ("cli.loss_other") unless `until` is what the log was known up to;
// conflict (nothing is lost; an owner is at work), busy (a step may still run), those of the store.
Result<LossAccepted> acceptLoss(const std::string& stateFolder, Seq until, const std::string& comment);

} // namespace penstock::cli
