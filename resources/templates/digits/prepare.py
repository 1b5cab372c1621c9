"""Splits the handwritten digits that scikit-learn carries into a training and a test table.

1,797 pictures of 8 x 8 pixels with values 0 to 16. One row per picture: p00 ... p63, then the digit as `label`.
The split is stratified and has a fixed seed: every run of every model is judged on the same test pictures.
"""

import csv
import os
from pathlib import Path

from interpreter import require

require("sklearn")

from sklearn.datasets import load_digits  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402

SEED = 20
TEST_SHARE = 0.2
HEADER = [f"p{pixel:02d}" for pixel in range(64)] + ["label"]


def write_table(path, pixels, labels):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(HEADER)
        for row, label in zip(pixels, labels):
            table.writerow([int(value) for value in row] + [int(label)])
    print(f"{path}: {len(labels)} rows")


def main():
    digits = load_digits()
    print(f"{len(digits.target)} pictures of handwritten digits")
    train_x, test_x, train_y, test_y = train_test_split(
        digits.data, digits.target, test_size=TEST_SHARE, random_state=SEED, stratify=digits.target
    )
    write_table(Path(os.environ.get("PENSTOCK_OUTPUT_TRAIN", "data/train.csv")), train_x, train_y)
    write_table(Path(os.environ.get("PENSTOCK_OUTPUT_TEST", "data/test.csv")), test_x, test_y)


if __name__ == "__main__":
    main()
