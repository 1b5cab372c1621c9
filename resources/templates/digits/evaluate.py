"""Judges the model on the test table and writes build/metrics.json.

accuracy and macro_f1: larger is better; log_loss, latency_p95_ms (one picture at a time) and model_size_mb: smaller is.
"""

import json
import os
import time
from pathlib import Path

from interpreter import require

require("sklearn", "joblib", "numpy")

import joblib  # noqa: E402
import numpy  # noqa: E402
from sklearn.metrics import accuracy_score, f1_score, log_loss  # noqa: E402

METRICS = Path("build/metrics.json")
TIMED_ROWS = 200
BATCH = 60


def read_table(path):
    table = numpy.loadtxt(path, delimiter=",", skiprows=1, dtype=numpy.int64)
    return table[:, :-1], table[:, -1]


def latency_p95(model, pixels):
    """Milliseconds within which 95 of 100 single pictures are classified."""
    spans = []
    for row in pixels[:TIMED_ROWS]:
        start = time.perf_counter()
        model.predict(row.reshape(1, -1))
        spans.append((time.perf_counter() - start) * 1000)
    return float(numpy.percentile(spans, 95))


def folder_size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def report(name, value, step):
    """One live point: Penstock reads these lines while the step runs and draws them."""
    path = os.environ.get("PENSTOCK_METRICS")
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(json.dumps({"name": name, "value": value, "step": step}) + "\n")


def classify(model, pixels, labels):
    guesses = numpy.empty_like(labels)
    for start in range(0, len(labels), BATCH):
        rows = slice(start, start + BATCH)
        guesses[rows] = model.predict(pixels[rows])
        done = min(start + BATCH, len(labels))
        right = int((guesses[:done] == labels[:done]).sum())
        report("accuracy_so_far", round(right / done, 4), done)
        print(f"{done} of {len(labels)} classified, {done - right} misread")
    return guesses


def main():
    folder = Path(os.environ.get("PENSTOCK_INPUT_MODEL", "build/model"))
    data = os.environ.get("PENSTOCK_INPUT_DATA", "data/test.csv")
    model = joblib.load(folder / "model.joblib")
    pixels, labels = read_table(data)
    print(f"{len(labels)} rows from {data}")

    guesses = classify(model, pixels, labels)
    metrics = {
        "accuracy": round(float(accuracy_score(labels, guesses)), 4),
        "macro_f1": round(float(f1_score(labels, guesses, average="macro")), 4),
        "log_loss": round(float(log_loss(labels, model.predict_proba(pixels), labels=model.classes_)), 4),
        "latency_p95_ms": round(latency_p95(model, pixels), 3),
        "model_size_mb": round(folder_size(folder) / 1e6, 3),
    }
    METRICS.parent.mkdir(parents=True, exist_ok=True)
    METRICS.write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")

    for name, value in metrics.items():
        print(f"{name:>15} {value:g}")


if __name__ == "__main__":
    main()
