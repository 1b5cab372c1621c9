// The floor under any engine: start COUNT no-op processes, JOBS at a time, and wait for them. Nothing is recorded.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 5'000;
    const int jobs = argc > 2 ? std::atoi(argv[2]) : 2;
    char program[] = "/bin/true";
    char* const arguments[] = {program, nullptr};
    const auto begin = std::chrono::steady_clock::now();
    int running = 0;
    for (int started = 0; started < count || running > 0;) {
        if (started < count && running < jobs) {
            pid_t pid = 0;
            if (posix_spawn(&pid, program, nullptr, nullptr, arguments, environ) != 0)
                return 1;
            ++started;
            ++running;
            continue;
        }
        if (wait(nullptr) > 0)
            --running;
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    std::printf("%.3f\n", seconds.count());
}
