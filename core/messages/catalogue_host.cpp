#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"host.cancelled", QT_TRANSLATE_NOOP("Messages", "The step was cancelled before it started.")},
    {"host.checkout_failed",
     QT_TRANSLATE_NOOP("Messages", "The revision cannot be checked out into {path}: {reason}. Check the space on its disk and, with `git fsck`,"
                                   " the repository.")},
    {"host.code_too_much",
     QT_TRANSLATE_NOOP("Messages", "It ran because too much could be its code (files: {files}, megabytes: {megabytes}). Name what is, with `code:`.")},
    {"host.diff_failed",
     QT_TRANSLATE_NOOP("Messages", "What was not committed does not fit on {commit}: {reason}. `penstock show --diff` prints it.")},
    {"host.environment_failed",
     QT_TRANSLATE_NOOP("Messages", "The packages that {path} lists could not be installed: {lines} — Correct the file, or look "
                                   "into the log of the step.")},
    {"host.file_invalid",
     QT_TRANSLATE_NOOP("Messages", "{path} cannot run as it is (problems found: {count}). `penstock validate {path}` lists them with "
                                   "line and column.")},
    {"host.file_missing", QT_TRANSLATE_NOOP("Messages", "There is no file {path}.")},
    {"host.file_outside", QT_TRANSLATE_NOOP("Messages", "{path} is not a path inside the workspace.")},
    {"host.file_too_large", QT_TRANSLATE_NOOP("Messages", "{path} is larger than {limit} bytes.")},
    {"host.folder_failed",
     QT_TRANSLATE_NOOP("Messages", "The folder {path} cannot be made. Check its permissions and the space on its disk.")},
    {"host.git_failed", QT_TRANSLATE_NOOP("Messages", "git's repository at {path} cannot be read: {reason}. `git fsck` tells more.")},
    {"host.input_changed_by_people",
     QT_TRANSLATE_NOOP("Messages", "The input \"{input}\" would be put back at {path}, but the file there was changed by somebody. Move it"
                                   " away or commit it, then resume the run.")},
    {"host.input_changed_meanwhile",
     QT_TRANSLATE_NOOP("Messages", "The input \"{input}\" ({path}) was changed while the step ran, so its result cannot be trusted. Resume"
                                   " the run.")},
    {"host.input_missing",
     QT_TRANSLATE_NOOP("Messages", "The input \"{input}\" is not there: {path}. Check the path, which is relative to the workspace.")},
    {"host.metrics_missing",
     QT_TRANSLATE_NOOP("Messages", "The step declares its metrics as {path}, but did not write that file.")},
    {"host.no_commit_known",
     QT_TRANSLATE_NOOP("Messages", "It is not known at which commit {run} ran, so it cannot be run with the same code. Runs in a git repository"
                                   " that has a commit can be.")},
    {"host.no_repository",
     QT_TRANSLATE_NOOP("Messages", "{path} does not lie in a git repository of yours, so it has no revisions.")},
    {"host.outputs_missing",
     QT_TRANSLATE_NOOP("Messages", "The step ended well, but did not make what it declares: {outputs}. Let it write there, or correct "
                                   "\"outputs\".")},
    {"host.owner_gone", QT_TRANSLATE_NOOP("Messages", "The owner of this workspace has ended.")},
    {"host.python_module_missing",
     QT_TRANSLATE_NOOP("Messages", "The interpreter has no module \"{module}\". Install it there, or name another interpreter with "
                                   "\"python:\".")},
    {"host.report_files_too_many", QT_TRANSLATE_NOOP("Messages", "The folder has more than {limit} reports; those after that were not read.")},
    {"host.report_folder_empty", QT_TRANSLATE_NOOP("Messages", "The folder has no *.xml.")},
    {"host.report_missing", QT_TRANSLATE_NOOP("Messages", "The step declares the test report {path}, but did not write it.")},
    {"host.report_unreadable", QT_TRANSLATE_NOOP("Messages", "The test report {path} could not be read whole.")},
    {"host.requirements_missing", QT_TRANSLATE_NOOP("Messages", "There is no file of requirements {path}. Write it, or correct \"venv\".")},
    {"host.requirements_too_large", QT_TRANSLATE_NOOP("Messages", "The requirements in {path} are too large, or include too many files.")},
    {"host.script_missing",
     QT_TRANSLATE_NOOP("Messages", "There is no script {path}. Check its name in \"run\"; it is looked for in the folder of the step.")},
    {"host.signal_abort", QT_TRANSLATE_NOOP("Messages", "It gave up by itself (abort). Its log may tell why.")},
    {"host.signal_arithmetic", QT_TRANSLATE_NOOP("Messages", "It computed what cannot be computed, such as a division by zero.")},
    {"host.signal_asked", QT_TRANSLATE_NOOP("Messages", "Somebody or something outside asked it to end.")},
    {"host.signal_crash",
     QT_TRANSLATE_NOOP("Messages", "It crashed: it reached for memory that is not its own. The fault is in the program or in one of its "
                                   "libraries.")},
    {"host.signal_instruction",
     QT_TRANSLATE_NOOP("Messages", "This machine's processor does not know one of its instructions: the program or one of its libraries "
                                   "was built for another processor.")},
    {"host.signal_kill",
     QT_TRANSLATE_NOOP("Messages", "Somebody or something outside killed it. The system itself does so when memory runs out.")},
    {"host.signal_limit",
     QT_TRANSLATE_NOOP("Messages", "It reached a limit that the system sets for processor time or the size of a file (`ulimit -a`).")},
    {"host.tests_failed", QT_TRANSLATE_NOOP("Messages", "{failed} of {count} tests failed, the first: {first}.")},
    {"host.unknown_revision",
     QT_TRANSLATE_NOOP("Messages", "There is no commit \"{revision}\" in this repository. Name a branch, a tag or a commit; `git fetch` brings "
                                   "those of others.")},
    {"host.write_failed",
     QT_TRANSLATE_NOOP("Messages", "{path} cannot be written. Check its permissions and the space on its disk.")},
};

} // namespace

std::span<const Entry> hostCatalogue() { return entries; }

} // namespace penstock::messages
