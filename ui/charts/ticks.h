// Round numbers for an axis: steps of 1, 2 or 5 times a power of ten.
#pragma once

namespace penstock::charts {

struct Ticks {
    double least = 0;
    double greatest = 1;
    double step = 0.2;
    int decimals = 1; // that tell neighbouring ticks apart
};

// A range that holds least..greatest with about `count` steps. Equal or not finite ends give a range around them.
Ticks niceTicks(double least, double greatest, int count);

} // namespace penstock::charts
