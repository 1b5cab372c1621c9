#!/usr/bin/env python3
"""A map over many items: is it linear, and what does the owner take?

usage: mapped.py BIN_DIR [--items 10000,100000]
Each item is one /bin/true, two at a time. Prints seconds and milliseconds an item, the most memory that the owner and the command
that follows it had, and the ratios of the last to the first. Figures of a busy machine are noise: look at the ratios.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

PIPELINE = """penstock: 1
name: mapped
steps:
  list:
    run: [python3, -c, "import os; open(os.environ['PENSTOCK_OUTPUTS'], 'w').write('items:=' + str(list(range({count}))))"]
  sweep: {{map: {{over: "${{{{ steps.list.outputs.items }}}}"}}, run: [/bin/true], needs: [list]}}
"""


def most_memory(pid):
    """Megabytes; 0 when the process is gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as status:
            return next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


def owner_of(state):
    try:
        with open(f"{state}/owner.json", encoding="utf-8") as file:
            return json.load(file)["pid"]
    except (OSError, ValueError):
        return 0


def run(binary, scratch, environment, count):
    folder = tempfile.mkdtemp(dir=scratch)
    os.makedirs(f"{folder}/pipelines")
    with open(f"{folder}/pipelines/mapped.pipeline.yaml", "w", encoding="utf-8") as file:
        file.write(PIPELINE.format(count=count))
    begin = time.monotonic()
    watcher = subprocess.Popen([binary, "run", "pipelines/mapped.pipeline.yaml", "--workspace", folder, "--jobs", "2", "--trust"],
                               env=environment, stdout=subprocess.DEVNULL)
    memory = {"owner": 0, "watcher": 0}
    while watcher.poll() is None:
        memory["owner"] = max(memory["owner"], most_memory(owner_of(f"{folder}/.penstock")))
        memory["watcher"] = max(memory["watcher"], most_memory(watcher.pid))
        time.sleep(0.2)
    if watcher.returncode:
        sys.exit(f"the run over {count} items ended with {watcher.returncode}")
    seconds = time.monotonic() - begin
    return {"items": count, "seconds": round(seconds, 1), "ms an item": round(1000 * seconds / count, 2),
            "owner MB": round(memory["owner"]), "watcher MB": round(memory["watcher"])}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bin_dir")
    parser.add_argument("--items", default="10000,100000")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        environment = dict(os.environ, XDG_STATE_HOME=f"{scratch}/state", XDG_DATA_HOME=f"{scratch}/data", XDG_CONFIG_HOME=f"{scratch}/config")
        rows = [run(f"{options.bin_dir}/penstock", scratch, environment, int(count)) for count in options.items.split(",")]
    ratios = {name: round(rows[-1][name] / rows[0][name], 2) for name in ("items", "seconds", "owner MB")}
    print(json.dumps({"runs": rows, "last to first": ratios}, indent=2))


if __name__ == "__main__":
    main()
