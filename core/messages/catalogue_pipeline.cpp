#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"pipeline.map_axis",
     QT_TRANSLATE_NOOP("Messages", "Write a list of values, an expression that gives one, or {from: 0.1, to: 10} with a "
                                   "sample.")},
    {"pipeline.map_count", QT_TRANSLATE_NOOP("Messages", "\"{key}\" must be a whole number from 1 to {most}.")},
    {"pipeline.map_direction", QT_TRANSLATE_NOOP("Messages", "The direction is maximize or minimize, not \"{direction}\".")},
    {"pipeline.map_key", QT_TRANSLATE_NOOP("Messages", "\"{key}\" is not known here. Known are: {keys}.")},
    {"pipeline.map_metric", QT_TRANSLATE_NOOP("Messages", "Say which metric decides: {metric: accuracy, direction: maximize}.")},
    {"pipeline.map_name",
     QT_TRANSLATE_NOOP("Messages", "\"{name}\" is not a name: letters, digits, _ and -, beginning with a letter.")},
    {"pipeline.map_object", QT_TRANSLATE_NOOP("Messages", "This takes members: {keys}.")},
    {"pipeline.map_over",
     QT_TRANSLATE_NOOP("Messages", "Say over what: a list, an expression that gives one, or names with values such as {c: "
                                   "[0.1, 1, 10]}.")},
    {"pipeline.map_policy", QT_TRANSLATE_NOOP("Messages", "After a failed item it is stop or collect, not \"{policy}\".")},
    {"pipeline.map_range", QT_TRANSLATE_NOOP("Messages", "A range has two numbers: {from: 0.1, to: 10}.")},
    {"pipeline.map_range_needs_sample",
     QT_TRANSLATE_NOOP("Messages", "From a range values are drawn. Say how many: sample: {count: 20}.")},
    {"pipeline.map_range_order",
     QT_TRANSLATE_NOOP("Messages", "The range ends before it begins, or is logarithmic and not above 0.")},
    {"pipeline.map_sample",
     QT_TRANSLATE_NOOP("Messages", "A sample is {count: 20, seed: 1} of named values; the seed is 0 or more.")},
    {"pipeline.map_scale", QT_TRANSLATE_NOOP("Messages", "The scale is linear or log, not \"{scale}\".")},
    {"pipeline.map_target", QT_TRANSLATE_NOOP("Messages", "The target is a number.")},
    {"pipeline.map_tie", QT_TRANSLATE_NOOP("Messages", "Among equals it is the first or the last, not \"{tie}\".")},
    {"pipeline.wait_duration", QT_TRANSLATE_NOOP("Messages", "This is no duration: {text}. Write 10s, 5m or 2h.")},
    {"pipeline.wait_instant", QT_TRANSLATE_NOOP("Messages", "This is no time: {text}. Write 2026-12-01T08:00:00Z.")},
    {"pipeline.wait_key", QT_TRANSLATE_NOOP("Messages", "A wait knows for, until, file, if and timeout, not \"{text}\".")},
    {"pipeline.wait_path", QT_TRANSLATE_NOOP("Messages", "The file must lie in the workspace: {text}")},
    {"pipeline.wait_text", QT_TRANSLATE_NOOP("Messages", "\"{text}\" must be a text.")},
    {"pipeline.wait_timeout", QT_TRANSLATE_NOOP("Messages", "Only a wait for a file or a condition has a timeout.")},
    {"pipeline.wait_what",
     QT_TRANSLATE_NOOP("Messages", "Say what to wait for: 10s, {until: TIME}, {file: PATH} or {if: CONDITION}.")},
};

} // namespace

std::span<const Entry> pipelineCatalogue() { return entries; }

} // namespace penstock::messages
