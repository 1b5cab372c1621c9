#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"json.invalid", QT_TRANSLATE_NOOP("Messages", "The text is not valid JSON.")},
    {"parameter.has_nul",
     QT_TRANSLATE_NOOP("Messages", "The value of the parameter \"{name}\" contains a NUL byte, which no program can be given. Remove it.")},
    {"parameter.missing", QT_TRANSLATE_NOOP("Messages", "The parameter \"{name}\" has no default. Give it a value.")},
    {"parameter.not_a_choice",
     QT_TRANSLATE_NOOP("Messages", "{value} is not one of the choices of the parameter \"{name}\". Choose from: {choices}.")},
    {"parameter.not_an_object",
     QT_TRANSLATE_NOOP("Messages", "Parameters must be a JSON object of names and values, like {\"c\": 1.5}.")},
    {"parameter.too_large",
     QT_TRANSLATE_NOOP("Messages", "{value} is too large for the parameter \"{name}\". The maximum is {maximum}.")},
    {"parameter.too_long",
     QT_TRANSLATE_NOOP("Messages", "The value of the parameter \"{name}\" is longer than {limit} bytes. Put it into a file and give its "
                                   "path.")},
    {"parameter.too_small",
     QT_TRANSLATE_NOOP("Messages", "{value} is too small for the parameter \"{name}\". The minimum is {minimum}.")},
    {"parameter.unknown", QT_TRANSLATE_NOOP("Messages", "The pipeline \"{pipeline}\" has no parameter \"{name}\".")},
    {"parameter.unknown_near", QT_TRANSLATE_NOOP("Messages", "There is no parameter \"{name}\". Did you mean \"{nearest}\"?")},
    {"parameter.wrong_type",
     QT_TRANSLATE_NOOP("Messages", "{value} does not fit the parameter \"{name}\", which is of type {type}.")},
    {"pipeline.bad_json",
     QT_TRANSLATE_NOOP("Messages", "The frozen form of a pipeline cannot be read. It was written by another version or is damaged; "
                                   "`penstock doctor` tells more.")},
    {"tracking.long_metric_name",
     QT_TRANSLATE_NOOP("Messages", "The metric \"{name}\" has a name of more than {limit} bytes. Shorten it.")},
    {"tracking.metrics_not_an_object",
     QT_TRANSLATE_NOOP("Messages", "The metrics file holds JSON, but not an object of names and numbers (found: {found}). Write for "
                                   "example {\"accuracy\": 0.98}.")},
    {"tracking.metrics_not_json",
     QT_TRANSLATE_NOOP("Messages", "The metrics file is not valid JSON. Write for example {\"accuracy\": 0.98}.")},
    {"tracking.report_cases", QT_TRANSLATE_NOOP("Messages", "It has more than {limit} test cases; those after that were not taken.")},
    {"tracking.report_deep", QT_TRANSLATE_NOOP("Messages", "Its elements lie too deep in each other for a test report.")},
    {"tracking.report_document_type", QT_TRANSLATE_NOOP("Messages", "It has a document type (<!DOCTYPE>), which no test report needs; such files are not read.")},
    {"tracking.report_memory", QT_TRANSLATE_NOOP("Messages", "There is not enough memory to read it.")},
    {"tracking.report_not_xml", QT_TRANSLATE_NOOP("Messages", "It is no well-formed XML from line {line}, column {column} on.")},
    {"tracking.report_other_root", QT_TRANSLATE_NOOP("Messages", "It begins with <{element}>, but a JUnit report begins with <testsuites> or <testsuite>.")},
    {"tracking.report_size", QT_TRANSLATE_NOOP("Messages", "A test report may have at most {limit} bytes.")},
    {"tracking.too_many_metrics",
     QT_TRANSLATE_NOOP("Messages", "There are more than {limit} metrics. Keep the ones that people compare, and put the rest into an "
                                   "output.")},
    {"values.bad_json", QT_TRANSLATE_NOOP("Messages", "Line {line} of $PENSTOCK_OUTPUTS has no valid JSON after \":=\": {text}")},
    {"values.bad_name",
     QT_TRANSLATE_NOOP("Messages", "Line {line} of $PENSTOCK_OUTPUTS does not begin with a name of letters, digits, '_' and '-': {text}")},
    {"values.missing",
     QT_TRANSLATE_NOOP("Messages", "The step declares the value \"{name}\", but did not write it. Write {name}=TEXT or {name}:=JSON to "
                                   "$PENSTOCK_OUTPUTS.")},
    {"values.no_equals",
     QT_TRANSLATE_NOOP("Messages", "Line {line} of $PENSTOCK_OUTPUTS is neither key=text nor key:=JSON: {text}")},
    {"values.not_a_choice",
     QT_TRANSLATE_NOOP("Messages", "The step wrote {value} as the value \"{name}\", but only these are declared: {choices}.")},
    {"values.too_large",
     QT_TRANSLATE_NOOP("Messages", "The step wrote more than {limit} bytes to $PENSTOCK_OUTPUTS. Put large results into an output.")},
};

} // namespace

std::span<const Entry> baseCatalogue() { return entries; }

} // namespace penstock::messages
