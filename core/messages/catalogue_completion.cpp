#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

// What completion says beside a word: a few words each, in small letters.
constexpr Entry entries[] = {
    {"complete.about", QT_TRANSLATE_NOOP("Messages", "{text}")},
    {"complete.choices", QT_TRANSLATE_NOOP("Messages", "one of {choices}")},
    {"complete.function.abs", QT_TRANSLATE_NOOP("Messages", "the number without its sign")},
    {"complete.function.always", QT_TRANSLATE_NOOP("Messages", "true, whatever became of the steps before")},
    {"complete.function.contains", QT_TRANSLATE_NOOP("Messages", "whether the part is in the list or text")},
    {"complete.function.default", QT_TRANSLATE_NOOP("Messages", "the value, or the other one when it is missing")},
    {"complete.function.ends_with", QT_TRANSLATE_NOOP("Messages", "whether the text ends so")},
    {"complete.function.failure", QT_TRANSLATE_NOOP("Messages", "whether a step before has failed")},
    {"complete.function.join", QT_TRANSLATE_NOOP("Messages", "one text of a list")},
    {"complete.function.json", QT_TRANSLATE_NOOP("Messages", "the value written as JSON")},
    {"complete.function.length", QT_TRANSLATE_NOOP("Messages", "how many characters, entries or members")},
    {"complete.function.lower", QT_TRANSLATE_NOOP("Messages", "the text in small letters")},
    {"complete.function.max", QT_TRANSLATE_NOOP("Messages", "the greatest of them")},
    {"complete.function.min", QT_TRANSLATE_NOOP("Messages", "the smallest of them")},
    {"complete.function.round", QT_TRANSLATE_NOOP("Messages", "the nearest number with so many digits")},
    {"complete.function.starts_with", QT_TRANSLATE_NOOP("Messages", "whether the text begins so")},
    {"complete.function.success", QT_TRANSLATE_NOOP("Messages", "whether all steps before ended well")},
    {"complete.function.upper", QT_TRANSLATE_NOOP("Messages", "the text in capital letters")},
    {"complete.given", QT_TRANSLATE_NOOP("Messages", "what {file} gives")},
    {"complete.input_place", QT_TRANSLATE_NOOP("Messages", "where the input is: {source}")},
    {"complete.item", QT_TRANSLATE_NOOP("Messages", "of the item of the fan-out")},
    {"complete.member.best", QT_TRANSLATE_NOOP("Messages", "the best of the items")},
    {"complete.member.comment", QT_TRANSLATE_NOOP("Messages", "what the person wrote")},
    {"complete.member.count", QT_TRANSLATE_NOOP("Messages", "how many items there were")},
    {"complete.member.metrics", QT_TRANSLATE_NOOP("Messages", "numbers that it measured")},
    {"complete.member.outputs", QT_TRANSLATE_NOOP("Messages", "files, folders and values that it made")},
    {"complete.member.person", QT_TRANSLATE_NOOP("Messages", "who decided")},
    {"complete.member.results", QT_TRANSLATE_NOOP("Messages", "what each of the items gave")},
    {"complete.member.state", QT_TRANSLATE_NOOP("Messages", "how it ended")},
    {"complete.member.values", QT_TRANSLATE_NOOP("Messages", "what it wrote to $PENSTOCK_OUTPUTS")},
    {"complete.member.version", QT_TRANSLATE_NOOP("Messages", "the version that it registered")},
    {"complete.output", QT_TRANSLATE_NOOP("Messages", "a file or folder")},
    {"complete.output_of_kind", QT_TRANSLATE_NOOP("Messages", "a file or folder: {kind}")},
    {"complete.output_place", QT_TRANSLATE_NOOP("Messages", "where this output is put")},
    {"complete.parameter", QT_TRANSLATE_NOOP("Messages", "a parameter: {type}")},
    {"complete.production.artifact", QT_TRANSLATE_NOOP("Messages", "the files of the version")},
    {"complete.production.exists", QT_TRANSLATE_NOOP("Messages", "whether there is one")},
    {"complete.production.lineage", QT_TRANSLATE_NOOP("Messages", "what it was made of")},
    {"complete.production.metrics", QT_TRANSLATE_NOOP("Messages", "what was measured of it")},
    {"complete.production.number", QT_TRANSLATE_NOOP("Messages", "its minor number")},
    {"complete.production.parameters", QT_TRANSLATE_NOOP("Messages", "those of the run that made it")},
    {"complete.production.run", QT_TRANSLATE_NOOP("Messages", "the run that made it")},
    {"complete.production.since", QT_TRANSLATE_NOOP("Messages", "since when it is in production")},
    {"complete.production.version", QT_TRANSLATE_NOOP("Messages", "its name, such as digits 1.4")},
    {"complete.root.event", QT_TRANSLATE_NOOP("Messages", "what the event says")},
    {"complete.root.inputs", QT_TRANSLATE_NOOP("Messages", "where the inputs of this step are")},
    {"complete.root.item", QT_TRANSLATE_NOOP("Messages", "the item of the fan-out")},
    {"complete.root.outputs", QT_TRANSLATE_NOOP("Messages", "where this step puts its outputs")},
    {"complete.root.params", QT_TRANSLATE_NOOP("Messages", "what the run was started with")},
    {"complete.root.previous", QT_TRANSLATE_NOOP("Messages", "what a step gave the time before")},
    {"complete.root.production", QT_TRANSLATE_NOOP("Messages", "the version that is in production")},
    {"complete.root.run", QT_TRANSLATE_NOOP("Messages", "the run itself")},
    {"complete.root.steps", QT_TRANSLATE_NOOP("Messages", "what other steps gave")},
    {"complete.run.actor", QT_TRANSLATE_NOOP("Messages", "who started it")},
    {"complete.run.file", QT_TRANSLATE_NOOP("Messages", "the file of the pipeline")},
    {"complete.run.id", QT_TRANSLATE_NOOP("Messages", "its name, such as digits-42")},
    {"complete.run.number", QT_TRANSLATE_NOOP("Messages", "its number, such as 42")},
    {"complete.run.pipeline", QT_TRANSLATE_NOOP("Messages", "the name of the pipeline")},
    {"complete.value", QT_TRANSLATE_NOOP("Messages", "what it wrote to $PENSTOCK_OUTPUTS under this name")},
};

} // namespace

std::span<const Entry> completionCatalogue() { return entries; }

} // namespace penstock::messages
