"""Trains a support vector machine on the training table.

Writes a folder with model.joblib (the fitted estimator) and model.json (what it is and how it was made).
Equal data and parameters give equal bytes, so that an unchanged model is recognised by its digest.
"""

import argparse
import json
import os
import platform
from pathlib import Path

from interpreter import require

require("sklearn", "joblib", "numpy")

import joblib  # noqa: E402
import numpy  # noqa: E402
import sklearn  # noqa: E402
from sklearn.model_selection import StratifiedKFold  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import MinMaxScaler  # noqa: E402
from sklearn.svm import SVC  # noqa: E402

SEED = 20
FOLDS = 5


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kernel", choices=["rbf", "poly", "linear"], default="rbf")
    parser.add_argument("--c", type=float, default=1.0, help="penalty of a wrong training row; larger fits closer")
    parser.add_argument("--data", default=os.environ.get("PENSTOCK_INPUT_DATA", "data/train.csv"))
    parser.add_argument("--out", default=os.environ.get("PENSTOCK_OUTPUT_MODEL", "build/model"))
    return parser.parse_args()


def read_table(path):
    table = numpy.loadtxt(path, delimiter=",", skiprows=1, dtype=numpy.int64)
    return table[:, :-1], table[:, -1]


def estimator(arguments, probability):
    machine = SVC(kernel=arguments.kernel, C=arguments.c, probability=probability, random_state=SEED)
    return make_pipeline(MinMaxScaler(), machine)


def report(name, value, step):
    """One live point: Penstock reads these lines while the step runs and draws them."""
    path = os.environ.get("PENSTOCK_METRICS")
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(json.dumps({name: value, "step": step}) + "\n")


def cross_validate(arguments, pixels, labels):
    folds = StratifiedKFold(n_splits=FOLDS, shuffle=True, random_state=SEED)
    scores = []
    for number, (fit, judge) in enumerate(folds.split(pixels, labels), start=1):
        model = estimator(arguments, probability=False).fit(pixels[fit], labels[fit])
        scores.append(float(model.score(pixels[judge], labels[judge])))
        report("fold_accuracy", scores[-1], number)
        print(f"fold {number} of {FOLDS}: accuracy {scores[-1]:.4f}")
    return sum(scores) / len(scores)


def main():
    arguments = read_arguments()
    pixels, labels = read_table(arguments.data)
    print(f"{len(labels)} rows from {arguments.data}; kernel {arguments.kernel}, C {arguments.c:g}")
    fold_accuracy = cross_validate(arguments, pixels, labels)
    model = estimator(arguments, probability=True).fit(pixels, labels)

    folder = Path(arguments.out)
    folder.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, folder / "model.joblib", compress=3)
    card = {
        "model": "digits",
        "kind": "support vector machine",
        "parameters": {"kernel": arguments.kernel, "c": arguments.c},
        "trained_on_rows": len(labels),
        "mean_fold_accuracy": round(fold_accuracy, 4),
        "python": platform.python_version(),
        "scikit_learn": sklearn.__version__,
    }
    (folder / "model.json").write_text(json.dumps(card, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{folder}: model with {int(model[-1].n_support_.sum())} support vectors")


if __name__ == "__main__":
    main()
