// Takes the test reports that an attempt wrote: files and folders of files into the store, their cases into one document
// beside them. Runs on a worker.
#pragma once

#include "core/host/preparation.h"

namespace penstock::host {

inline constexpr std::size_t mostReportFiles = 1'000; // of a folder, its *.xml

struct TakenReports {
    Json record; // "tests" of the attempt's record (docs/formats.md); null when none is declared
    Message why; // the one sentence to say of them: tests that failed, else a report that is missing or cannot be read
};

// Never fails: what is missing or wrong is said in the record, report by report.
TakenReports takeReports(const Preparation& preparation, ArtifactStore& artifacts, const std::atomic<bool>& stop);

} // namespace penstock::host
