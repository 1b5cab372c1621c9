"""The rules of the house as data: which folder may use which, and what the inner ring may know of the world.

This is section "arrows" of docs/architecture.md, made checkable. A new arrow is a decision: write a page in
docs/decisions/ and add it here; an arrow that runs back is a mistake in the design of what needs it.
"""

INNER = ["base", "pipeline", "expression", "check", "format", "edit", "engine", "tracking", "registry", "session"]
SCREENS = ["designer", "runs", "compare", "registry", "approvals"]


def core(*names):
    return [f"core/{name}" for name in names]


def ui(*names):
    return [f"ui/{name}" for name in names]


# Direct arrows; what a folder may use is their transitive closure.
ARROWS = {
    "core/base": [],
    "core/pipeline": core("base"),
    "core/expression": core("base"),
    "core/check": core("pipeline", "expression"),
    "core/format": core("pipeline", "registry"),
    "core/edit": core("check", "format"),
    "core/engine": core("pipeline", "expression"),
    "core/tracking": core("base"),
    "core/registry": core("tracking"),
    "core/session": core("engine", "registry", "tracking"),
    # Outer folders use inner ones, and of each other only what is named here.
    "core/platform": core("base", "engine"),
    "core/store": core(*INNER),
    "core/host": core(*INNER, "store", "platform"),
    "core/remote": core(*INNER),
    "core/messages": core(*INNER),
    # Screens talk to an owner through core/session alone: neither its host nor its store nor the wire is theirs.
    "ui/theme": [],
    "ui/common": ui("theme"),
    "ui/canvas": ui("common"),
    "ui/charts": ui("common"),
    "ui/models": ui("common", "canvas") + core(*INNER, "messages"),
    "ui/tools": ui("canvas"),
    **{f"ui/{name}": ui("canvas", "charts", "models", "tools") for name in SCREENS},
    # Composition roots.
    "app/shim": core("platform"),
    "app/keyring": core("platform"),
    "app/cli": core("host", "remote", "messages"),
    "app/studio": core("host", "remote", "messages") + ui("tools", *SCREENS),
}

# The pure part of the standard library: no files, threads, processes, clocks, random devices, streams of the terminal.
# <chrono> is here for its types; asking a clock is caught below. <atomic> is the stop flag of long calls.
PURE_HEADERS = set(
    """algorithm any array atomic bit bitset cassert cctype cerrno cfloat charconv chrono climits cmath compare concepts
    cstddef cstdint cstdio cstdlib cstring deque exception functional initializer_list iomanip iterator limits list map
    memory new numbers numeric optional ostream queue ranges set span sstream stack stdexcept string string_view tuple
    type_traits typeindex unordered_map unordered_set utility variant vector version nlohmann/json.hpp
    nlohmann/json_fwd.hpp""".split()
)
# The few libraries of the inner ring, each in the one folder that hides it.
PURE_LIBRARIES = {"core/base": ["openssl/evp.h"], "core/format": ["yaml.h", "yaml-cpp/", "regex"], "core/tracking": ["expat.h"]}

# What a pure header would still let in.
IMPURE_CALLS = [
    (r"_clock\s*::\s*now\b", "asks a clock; take core/base/clock.h or a time as argument"),
    (r"\b(fopen|freopen|tmpfile|remove|rename)\s*\(\s*\"", "touches a file; take core/base/file_system.h"),
    (r"\b(?:std::|::)(fopen|freopen|tmpfile|popen)\s*\(", "touches a file or process"),
    (r"\b(?:std::|::)?(getenv|setenv)\s*\(", "reads the environment; take the value as argument"),
    (r"\bstd::(system|rand|srand|exit|abort|quick_exit)\s*\(", "acts on the process"),
    (r"\bstd::(cout|cerr|cin|clog|printf|puts)\b", "talks to the terminal"),
]

WITHOUT_QT = core(*INNER, "store", "platform", "host") + ["app/shim"]
WITHOUT_WIDGETS = core("remote", "messages") + ["app/cli", "app/keyring"]
MODULES_WITHOUT_WIDGETS = ["QtCore", "QtNetwork"]

MOST_SOURCE_LINES = 500
MOST_HEADER_LINES = 200


def closure(folder, arrows=None):
    arrows = ARROWS if arrows is None else arrows
    reached, open_ = set(), list(arrows.get(folder, []))
    while open_:
        target = open_.pop()
        if target not in reached:
            reached.add(target)
            open_.extend(arrows.get(target, []))
    return reached
