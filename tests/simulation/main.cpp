// engine_simulation [--seeds N] [--first N]   plays N histories; prints the first seed whose history broke a promise
// engine_simulation --seed N                  plays one again, exactly, and prints its log
#include "history.h"

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

using penstock::simulation::History;

bool plays(std::uint64_t seed, bool talkative, std::size_t& events)
{
    History history(seed);
    const std::string trouble = history.play();
    events += history.events();
    if (talkative)
        std::cout << history.log();
    if (!trouble.empty())
        std::cout << "seed " << seed << ": " << trouble << "\nrun it again with --seed " << seed << std::endl;
    return trouble.empty();
}

} // namespace

int main(int argc, char** argv)
{
    std::uint64_t first = 1, seeds = 1000;
    bool one = false;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view option = argv[i];
        const std::uint64_t value = std::strtoull(argv[i + 1], nullptr, 10);
        if (option == "--seed") {
            first = value;
            seeds = 1;
            one = true;
        } else if (option == "--seeds") {
            seeds = value;
        } else if (option == "--first") {
            first = value;
        } else {
            std::cerr << "unknown option " << option << '\n';
            return 2;
        }
    }
    std::size_t events = 0;
    for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
        if (!plays(seed, one, events))
            return 1;
    }
    std::cout << seeds << " histories, " << events << " events: every promise held\n";
    return 0;
}
