#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"platform.denied", QT_TRANSLATE_NOOP("Messages", "{path} may not be used. Check its permissions.")},
    {"platform.disk_full", QT_TRANSLATE_NOOP("Messages", "There is no space left on the disk of {path}. Free some and try again.")},
    {"platform.file_changed",
     QT_TRANSLATE_NOOP("Messages",
                       "{path} was changed by somebody else meanwhile, so nothing was written. Try again.")},
    {"platform.file_claimed",
     QT_TRANSLATE_NOOP("Messages", "{path} is being changed by another Penstock, which does not come to an end. Try again in a moment.")},
    {"platform.folder_used",
     QT_TRANSLATE_NOOP("Messages", "The folder of this attempt is in use already, so the attempt was not started.")},
    {"platform.helper_too_loud", QT_TRANSLATE_NOOP("Messages", "{program} wrote too much and was stopped.")},
    {"platform.helper_too_slow", QT_TRANSLATE_NOOP("Messages", "{program} did not answer in time and was stopped.")},
    {"platform.io", QT_TRANSLATE_NOOP("Messages", "The system failed at {path}. The log tells more.")},
    {"platform.keyring_absent",
     QT_TRANSLATE_NOOP("Messages", "No keyring of this system answers: there is no Secret Service and no KWallet. Start one, or "
                                   "keep the secret in a file that only you can read: penstock secret set NAME --file")},
    {"platform.keyring_failed",
     QT_TRANSLATE_NOOP("Messages", "The keyring of this system does not work: {reason}. Mend it, or keep the secret in a file that only you "
                                   "can read: penstock secret set NAME --file")},
    {"platform.keyring_locked",
     QT_TRANSLATE_NOOP("Messages", "The keyring of this system is locked. Unlock it and try again, or keep the secret in a file "
                                   "that only you can read: penstock secret set NAME --file")},
    {"platform.keyring_silent",
     QT_TRANSLATE_NOOP("Messages", "The keyring of this system did not answer within {seconds} s. It may wait for its password. "
                                   "Unlock it and try again, or keep the secret in a file that only you can read: penstock "
                                   "secret set NAME --file")},
    {"platform.lost_reboot",
     QT_TRANSLATE_NOOP("Messages", "The machine was restarted while the command ran, so it is not known whether it did its work. Resume "
                                   "the run.")},
    {"platform.lost_shim",
     QT_TRANSLATE_NOOP("Messages", "The supervisor of the command was killed, so it is not known whether the command did its work. "
                                   "Resume the run.")},
    {"platform.memory_limit",
     QT_TRANSLATE_NOOP("Messages", "The step took {peak} of memory, more than its limit of {limit}, and was ended. Let it take less, or "
                                   "raise \"memory\" in its \"resources\".")},
    {"platform.memory_machine",
     QT_TRANSLATE_NOOP("Messages", "The machine ran out of memory, and the system ended the step, which had taken {peak}. Let it take "
                                   "less, or let fewer steps run at once.")},
    {"platform.no_folder",
     QT_TRANSLATE_NOOP("Messages", "The folder in which the command should work cannot be entered: {reason}. Check \"dir\".")},
    {"platform.no_log",
     QT_TRANSLATE_NOOP("Messages", "The log of the command cannot be written: {reason}. Check the space on the disk.")},
    {"platform.no_program",
     QT_TRANSLATE_NOOP("Messages", "There is no program {program}. Check the name and the PATH, or give its whole path.")},
    {"platform.not_a_file", QT_TRANSLATE_NOOP("Messages", "{path} is not a file.")},
    {"platform.not_a_program",
     QT_TRANSLATE_NOOP("Messages", "{program} is not a program. A script needs a first line such as #!/bin/sh, or its interpreter before"
                                   " it.")},
    {"platform.not_executable",
     QT_TRANSLATE_NOOP("Messages", "{program} is not executable. `chmod +x` makes it so, or put its interpreter before it.")},
    {"platform.not_found", QT_TRANSLATE_NOOP("Messages", "There is no {path}.")},
    {"platform.not_started", QT_TRANSLATE_NOOP("Messages", "{program} cannot be started: {reason}.")},
    {"platform.python_broken",
     QT_TRANSLATE_NOOP("Messages", "The Python interpreter {path} does not work. Name another one with \"python:\".")},
    {"platform.python_given_missing",
     QT_TRANSLATE_NOOP("Messages", "There is no Python interpreter {path}. Correct \"python:\", or make the virtual environment.")},
    {"platform.python_missing",
     QT_TRANSLATE_NOOP("Messages", "No Python interpreter was found in {path}. Install python3, or name one with \"python:\".")},
    {"platform.read_only", QT_TRANSLATE_NOOP("Messages", "{path} cannot be written, because its disk is read-only.")},
    {"platform.secret_bad_name",
     QT_TRANSLATE_NOOP("Messages", "\"{name}\" cannot be the name of a secret. Use letters, digits, '_' and '-', and no digit "
                                   "at the beginning.")},
    {"platform.secret_empty", QT_TRANSLATE_NOOP("Messages", "A secret cannot be empty.")},
    {"platform.secret_gone",
     QT_TRANSLATE_NOOP("Messages", "The keyring does not have the secret {name} any more. Set it again: penstock secret set "
                                   "{name}")},
    {"platform.secret_not_text",
     QT_TRANSLATE_NOOP("Messages", "A secret has to be text in UTF-8 without NUL bytes. Encode it, for example in base64, and "
                                   "let the step decode it.")},
    {"platform.secret_too_long",
     QT_TRANSLATE_NOOP("Messages", "A secret can have at most {limit} bytes. Keep a longer one in a file and its password here.")},
    {"platform.secret_unknown", QT_TRANSLATE_NOOP("Messages", "There is no secret {name}. Set it: penstock secret set {name}")},
    {"platform.secrets_exposed",
     QT_TRANSLATE_NOOP("Messages", "Others than you may read {path}, so no secret is taken from it. Run chmod 600 on it, and "
                                   "change the secrets that are in it.")},
    {"platform.secrets_of_another",
     QT_TRANSLATE_NOOP("Messages", "{path} belongs to another user, so no secret is taken from it. Move it away.")},
    {"platform.secrets_unreadable",
     QT_TRANSLATE_NOOP("Messages", "{path} cannot be understood, so no secret is taken from it. Mend it or move it away, and "
                                   "set the secrets anew.")},
    {"platform.shim_busy", QT_TRANSLATE_NOOP("Messages", "The supervisor of the step is not ready yet. Try again.")},
    {"platform.shim_failed",
     QT_TRANSLATE_NOOP("Messages", "The supervisor of the step cannot be started in {path}. `penstock doctor` tells more.")},
    {"platform.shim_missing", QT_TRANSLATE_NOOP("Messages", "The program {path} is missing. Install Penstock anew.")},
    {"platform.spawn_failed", QT_TRANSLATE_NOOP("Messages", "{program} cannot be started.")},
    {"platform.too_large", QT_TRANSLATE_NOOP("Messages", "{path} is larger than {limit} bytes.")},
    {"platform.too_long",
     QT_TRANSLATE_NOOP("Messages", "The arguments and the environment of {program} are too long for the system. Put long values into a "
                                   "file.")},
    {"platform.workspace_owned", QT_TRANSLATE_NOOP("Messages", "Another process owns this workspace ({path}).")},
    {"platform.write_protected",
     QT_TRANSLATE_NOOP("Messages", "{path} is read-only for you, so nothing was written. Change its permissions, or write elsewhere.")},
};

} // namespace

std::span<const Entry> platformCatalogue() { return entries; }

} // namespace penstock::messages
