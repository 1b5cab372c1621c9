#pragma once

namespace penstock::bench {

// The layered layout, beside `dot` where that is installed: times, and the crossings of both.
void benchLayouts();
// Reading, checking, drawing a pipeline file of ten thousand steps that has no layout file.
void benchOpening(int steps);
// From taking hold of a port to the first frame with the link, and each further one.
void benchPulling(int steps);

} // namespace penstock::bench
