#!/usr/bin/env python3
"""How long until the owner answers and until Studio's window is there, beside a bare window with docks and a chart.

usage: start.py BIN_DIR [--rounds 5]. Needs a display for Studio; `xvfb-run -s -noreset` will do:
without -noreset the server starts anew each time that the search for the window was its only client.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import tempfile
import time


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def owner_start(binary, folder, environment):
    """From exec of `serve` to owner.json: written when the socket listens."""
    checks = json.loads(subprocess.check_output([binary, "doctor", "--json", "--workspace", folder], env=environment))["checks"]
    state = next(each["text"] for each in checks if each["check"] == "state")
    begin = time.monotonic()
    owner = subprocess.Popen([binary, "serve", "--workspace", folder], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not os.path.exists(f"{state}/owner.json"):
            if time.monotonic() - begin > 10:
                raise SystemExit("the owner did not answer within 10 s")
            time.sleep(0.001)
        return time.monotonic() - begin
    finally:
        owner.send_signal(signal.SIGTERM)
        owner.wait(timeout=10)


def window_start(command, environment):
    """From exec to the window on the screen, and what the program holds then."""
    begin = time.monotonic()
    studio = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    find = ["xdotool", "search", "--onlyvisible", "--pid", str(studio.pid)]
    try:
        while not subprocess.run(find, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout:  # --sync looks twice a second
            if time.monotonic() - begin > 30:
                raise SystemExit("the window did not come within 30 s")
            time.sleep(0.005)
        return time.monotonic() - begin, resident_megabytes(studio.pid)
    finally:
        studio.send_signal(signal.SIGTERM)
        studio.wait(timeout=10)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bin_dir")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        environment = dict(os.environ, XDG_STATE_HOME=f"{scratch}/state", XDG_DATA_HOME=f"{scratch}/data", XDG_CONFIG_HOME=f"{scratch}/config")
        folder = f"{scratch}/demo"
        subprocess.run([f"{options.bin_dir}/penstock", "init", folder, "--template", "digits"], env=environment, check=True, stdout=subprocess.DEVNULL)
        result = {"owner ms": round(1000 * statistics.median(owner_start(f"{options.bin_dir}/penstock", folder, environment) for _ in range(options.rounds)), 1)}
        if os.environ.get("DISPLAY"):
            for name, command in {"bare window": [f"{options.bin_dir}/bare_window"], "studio": [f"{options.bin_dir}/penstock-studio", "--workspace", folder]}.items():
                if not os.path.exists(command[0]):
                    continue
                starts = [window_start(command, environment) for _ in range(options.rounds)]
                result[f"{name} ms"] = round(1000 * statistics.median(seconds for seconds, _ in starts), 1)
                result[f"{name} MB"] = round(statistics.median(megabytes for _, megabytes in starts), 1)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
