"""Says plainly which interpreter runs a script, and what it lacks.

A step may be run by another python3 than the one you try things with in a terminal. Without this check the log would
hold a traceback that names neither the interpreter nor the remedy.
"""

import importlib
import sys

MISSING_MODULE = 3  # exit code; the retry rules of a pipeline can tell it from a failure of the work itself


def require(*modules):
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError as error:
            missing = error.name or module
            print(
                f"{sys.executable} (Python {sys.version.split()[0]}) has no usable module '{missing}': install it there "
                "(Debian: apt install python3-sklearn), or make a virtual environment .venv with scikit-learn in this "
                "workspace, or name another interpreter with 'python: PATH' in the step.",
                file=sys.stderr,
            )
            sys.exit(MISSING_MODULE)
