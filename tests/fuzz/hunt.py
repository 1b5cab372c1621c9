#!/usr/bin/env python3
"""hunt.py PROGRAM CORPUS   lets a libFuzzer program look for a bad input for a while, beginning with the kept ones.

PENSTOCK_FUZZ_SECONDS says how long (10). What it learnt stays beside the program for the next time. A bad input is written to
bad/ beside the program; once the fault is mended it belongs into the corpus.
"""

import os
import pathlib
import subprocess
import sys


def main():
    program, corpus = map(pathlib.Path, sys.argv[1:])
    seconds = int(os.environ.get("PENSTOCK_FUZZ_SECONDS", "10"))
    learnt = program.parent / "learnt" / program.name
    bad = program.parent / "bad"
    for folder in (learnt, bad):
        folder.mkdir(parents=True, exist_ok=True)
    command = [str(program), str(learnt), str(corpus), f"-max_total_time={seconds}", "-max_len=4096", "-timeout=20", "-rss_limit_mb=2048",
               "-print_final_stats=1", f"-artifact_prefix={bad}/{program.name}-"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    lines = done.stdout.decode(errors="replace").splitlines()
    interesting = [line for line in lines if line.startswith(("Seed", "INFO: Seed", "stat::number_of_executed", "stat::new_units"))]
    print("\n".join(interesting if done.returncode == 0 else lines[-80:]))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
