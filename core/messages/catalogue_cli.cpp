#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"cli.audit_unknown",
     QT_TRANSLATE_NOOP("Messages", "\"{word}\" is nothing that can be done with the audit. Use: penstock audit verify, or penstock audit "
                                   "accept-loss")},
    {"cli.diff_unreadable", QT_TRANSLATE_NOOP("Messages", "{path} is no pipeline that can be compared.")},
    {"cli.edit_invalid",
     QT_TRANSLATE_NOOP("Messages",
                       "{path} stays as it is: the result would not be a pipeline file that can be read whole.")},
    {"cli.edit_verb", QT_TRANSLATE_NOOP("Messages", "\"{verb}\" is no edit. There are set, add, remove, rename, connect and disconnect.")},
    {"cli.event_data_malformed",
     QT_TRANSLATE_NOOP("Messages", "\"{text}\" is no data of an event. Write NAME=TEXT or NAME:=JSON, or give an object of JSON with --data.")},
    {"cli.file_outside",
     QT_TRANSLATE_NOOP("Messages", "{path} lies outside the workspace {workspace}. Give a pipeline of that workspace, or another "
                                   "--workspace.")},
    {"cli.file_unreadable", QT_TRANSLATE_NOOP("Messages", "The file {path} cannot be read.")},
    {"cli.format_impossible", QT_TRANSLATE_NOOP("Messages", "{path} cannot be brought into its normal form. Nothing was written.")},
    {"cli.inbox_unknown",
     QT_TRANSLATE_NOOP("Messages", "\"{word}\" is not known here. `penstock inbox` lists events, `penstock inbox replay EVENT` handles one again.")},
    {"cli.init_in_the_way",
     QT_TRANSLATE_NOOP("Messages", "{path} is already there in {folder}, and nothing was overwritten. Move it away, or make the "
                                   "workspace elsewhere.")},
    {"cli.logs_removed",
     QT_TRANSLATE_NOOP("Messages", "The logs of {run} were removed by retention on {at}: penstock.yaml says how long they are kept.")},
    {"cli.loss_none", QT_TRANSLATE_NOOP("Messages", "No event is missing from the end of the log, so there is nothing to accept.")},
    {"cli.loss_other",
     QT_TRANSLATE_NOOP("Messages", "The log ends at event {found} and was known up to {known}. If you mean to go on without those events: "
                                   "penstock audit accept-loss --until {known}")},
    {"cli.loss_steps_run",
     QT_TRANSLATE_NOOP("Messages", "A step may still be at work, supervised from {path}. Wait until it has ended, then accept the loss.")},
    {"cli.no_attempt", QT_TRANSLATE_NOOP("Messages", "The step {step} of {run} has not been tried yet, so it has no log.")},
    {"cli.no_event_id",
     QT_TRANSLATE_NOOP("Messages", "\"{text}\" is not the id of an event, such as event-7. `penstock inbox` lists them.")},
    {"cli.no_workspace_here",
     QT_TRANSLATE_NOOP("Messages", "There is no workspace in {path} or above it. `penstock init` makes one, and --workspace names one.")},
    {"cli.not_drawable",
     QT_TRANSLATE_NOOP("Messages", "{path} has no steps that could be drawn. `penstock validate` lists what is wrong with it.")},
    {"cli.nothing_to_reuse",
     QT_TRANSLATE_NOOP("Messages", "No run of {file} has ended yet, so there is nothing to reuse. Run all of it first.")},
    {"cli.number_expected", QT_TRANSLATE_NOOP("Messages", "{option} wants a number, not \"{text}\".")},
    {"cli.operand_missing", QT_TRANSLATE_NOOP("Messages", "Something is missing. The command is used with: {operands}")},
    {"cli.operand_unexpected", QT_TRANSLATE_NOOP("Messages", "\"{operand}\" is too many. Put quotes around a name with spaces.")},
    {"cli.option_takes_no_value", QT_TRANSLATE_NOOP("Messages", "{option} takes no value.")},
    {"cli.option_unknown_near", QT_TRANSLATE_NOOP("Messages", "There is no option {option}. Did you mean {nearest}?")},
    {"cli.option_unknown", QT_TRANSLATE_NOOP("Messages", "There is no option {option}. --help lists them.")},
    {"cli.option_value_missing", QT_TRANSLATE_NOOP("Messages", "{option} wants a value: {option} {value}")},
    {"cli.options_exclude", QT_TRANSLATE_NOOP("Messages", "{one} and {other} cannot be used together.")},
    {"cli.parameter_malformed", QT_TRANSLATE_NOOP("Messages", "\"{text}\" is not a parameter. Write it as name=value.")},
    {"cli.picture_large",
     QT_TRANSLATE_NOOP("Messages", "At a scale of {scale} the picture would be too large. Use at most {most}, or --svg or --pdf, which stay sharp at any size.")},
    {"cli.picture_memory", QT_TRANSLATE_NOOP("Messages", "There is not enough memory to draw {path}. Use a smaller --scale.")},
    {"cli.picture_missing", QT_TRANSLATE_NOOP("Messages", "It is not said what to write. Add --svg OUT, --png OUT or --pdf OUT.")},
    {"cli.pipeline_missing",
     QT_TRANSLATE_NOOP("Messages", "There is no pipeline {path}. Give the path of its file, or its name in the folder pipelines.")},
    {"cli.pipeline_missing_near", QT_TRANSLATE_NOOP("Messages", "There is no pipeline {path}. Did you mean {nearest}?")},
    {"cli.request_ambiguous",
     QT_TRANSLATE_NOOP("Messages", "Several requests of {run} are open. `penstock approvals` lists them; name one.")},
    {"cli.request_unknown_near", QT_TRANSLATE_NOOP("Messages", "There is no request {request}. Did you mean {nearest}?")},
    {"cli.request_unknown",
     QT_TRANSLATE_NOOP("Messages", "There is no request {request}. `penstock approvals` lists the open ones.")},
    {"cli.run_unknown_near", QT_TRANSLATE_NOOP("Messages", "There is no run {run}. Did you mean {nearest}?")},
    {"cli.run_unknown", QT_TRANSLATE_NOOP("Messages", "There is no run {run}. `penstock runs` lists them.")},
    {"cli.script_missing", QT_TRANSLATE_NOOP("Messages", "There is no script {path}.")},
    {"cli.secret_usage",
     QT_TRANSLATE_NOOP("Messages", "Use: penstock secret set NAME, penstock secret remove NAME, or penstock secret list")},
    {"cli.shim_missing",
     QT_TRANSLATE_NOOP("Messages", "The program penstock-shim, which supervises steps, is not in {folder}. Install Penstock anew.")},
    {"cli.step_unknown_near", QT_TRANSLATE_NOOP("Messages", "The run {run} has no step {step}. Did you mean {nearest}?")},
    {"cli.step_unknown", QT_TRANSLATE_NOOP("Messages", "The run {run} has no step {step}.")},
    {"cli.studio_missing",
     QT_TRANSLATE_NOOP("Messages", "Penstock Studio is not installed here. Install the package with the desktop application.")},
    {"cli.template_unknown", QT_TRANSLATE_NOOP("Messages", "There is no template \"{name}\". Choose from: {templates}.")},
    {"cli.unknown_command_near", QT_TRANSLATE_NOOP("Messages", "There is no command \"{name}\". Did you mean \"{nearest}\"?")},
    {"cli.unknown_command", QT_TRANSLATE_NOOP("Messages", "There is no command \"{name}\". `penstock --help` lists them.")},
    {"cli.value_no_yaml", QT_TRANSLATE_NOOP("Messages", "\"{text}\" is no value in YAML.")},
    {"cli.value_unknown_near", QT_TRANSLATE_NOOP("Messages", "No run has a value or metric {name}. Did you mean {nearest}?")},
    {"cli.value_unknown", QT_TRANSLATE_NOOP("Messages", "No run has a value or metric {name}. `penstock history` lists what there is.")},
    {"cli.version_unknown", QT_TRANSLATE_NOOP("Messages", "{line} has no version {version}. `penstock models` lists them.")},
    {"cli.workspace_missing", QT_TRANSLATE_NOOP("Messages", "There is no folder {path}.")},
};

} // namespace

std::span<const Entry> cliCatalogue() { return entries; }

} // namespace penstock::messages
