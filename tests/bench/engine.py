#!/usr/bin/env python3
"""Penstock beside ninja and a bare posix_spawn loop: the same no-op commands, the same number at a time, in one run.

usage: engine.py BIN_DIR [--steps 5000] [--chain 1000] [--rounds 3]
Prints the best time of each and the ratios of docs/architecture.md's budgets. Figures of a busy machine are noise: look at the
ratios, not at the seconds.
"""

import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time


def fan(count):
    return {f"s{i}": [] for i in range(count)}


def chain(count):
    return {f"s{i}": [f"s{i - 1}"] if i else [] for i in range(count)}


def write_pipeline(folder, graph):
    os.makedirs(f"{folder}/pipelines")
    lines = ["penstock: 1", "name: bench", "steps:"]
    for name, needs in graph.items():
        tail = f", needs: [{', '.join(needs)}]" if needs else ""
        lines.append(f"  {name}: {{run: [/bin/true]{tail}}}")
    with open(f"{folder}/pipelines/bench.pipeline.yaml", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def write_ninja(folder, graph):
    os.makedirs(folder)
    lines = ["rule noop", "  command = /bin/true"]
    for name, needs in graph.items():
        lines.append(f"build {name}: noop {' '.join(needs)}".rstrip())
    with open(f"{folder}/build.ninja", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def timed(command, **more):
    begin = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=600, **more)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return time.monotonic() - begin


def penstock(binary, folder, graph, environment):
    write_pipeline(folder, graph)
    command = [binary, "run", "pipelines/bench.pipeline.yaml", "--workspace", folder, "--jobs", "2", "--trust"]
    return timed(command, env=environment)


def gaps(binary, folder, environment):
    """Milliseconds from the end of each step of a chain to the start of the next, as their supervisor saw them."""
    shown = subprocess.check_output([binary, "show", "bench-1", "--json", "--workspace", folder], env=environment)
    attempts = {step["step"]: step["attempts"][-1] for step in json.loads(shown)["steps"]}
    moment = lambda text: datetime.datetime.fromisoformat(text).timestamp()  # noqa: E731
    found = sorted(1000 * (moment(attempts[f"s{i + 1}"]["started"]) - moment(attempts[f"s{i}"]["ended"])) for i in range(len(attempts) - 1))
    return {"p50 ms": round(found[len(found) // 2], 1), "p99 ms": round(found[len(found) * 99 // 100], 1)}


def ninja(scratch, graph):
    folder = tempfile.mkdtemp(dir=scratch) + "/n"
    write_ninja(folder, graph)
    return timed(["ninja", "-j2", "-C", folder])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bin_dir")
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--chain", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not shutil.which("ninja"):
        sys.exit("ninja is not installed: it is the peer of this benchmark")
    result = {}
    with tempfile.TemporaryDirectory() as scratch:
        environment = dict(os.environ, XDG_STATE_HOME=f"{scratch}/state", XDG_DATA_HOME=f"{scratch}/data", XDG_CONFIG_HOME=f"{scratch}/config")
        for name, graph, jobs in (("fan", fan(options.steps), 2), ("chain", chain(options.chain), 1)):
            times = {"penstock": [], "ninja": [], "posix_spawn": []}
            for _ in range(options.rounds):  # in turns, so that a slow minute hits all alike
                folder = tempfile.mkdtemp(dir=scratch)
                times["penstock"].append(penstock(f"{options.bin_dir}/penstock", folder, graph, environment))
                times["ninja"].append(ninja(scratch, graph))
                times["posix_spawn"].append(float(subprocess.check_output([f"{options.bin_dir}/spawn_floor", str(len(graph)), str(jobs)])))
            best = {who: min(all_of) for who, all_of in times.items()}
            result[name] = {**{who: round(seconds, 3) for who, seconds in best.items()},
                            "to ninja": round(best["penstock"] / best["ninja"], 2),
                            "to posix_spawn": round(best["penstock"] / best["posix_spawn"], 2)}
            if name == "chain":
                result[name]["end to start"] = gaps(f"{options.bin_dir}/penstock", folder, environment)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
