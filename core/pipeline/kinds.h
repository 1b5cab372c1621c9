// One description per step kind and per key: the single source for reading, validation, `penstock schema`, the palette,
// the inspector and the documentation. Constant data; thread-safe.
#pragma once

#include "core/pipeline/kind.h"

#include <span>
#include <string_view>
#include <vector>

namespace penstock::pipeline {

enum class FieldType {
    text,         // plain text
    textTemplate, // text that may hold ${{ }}
    expression,   // a bare expression
    boolean,
    integer,
    number,
    duration,     // 10s, 2h
    size,         // 1GiB
    name,
    stepName,     // another step of the document
    stepNames,
    textList,
    textMap,      // names to templates
    path,
    command,      // list = argv, text = script
    choice,       // one of `choices`
    inputs,       // the structured ones: `fields` describes an entry
    outputs,
    values,
    names,        // a list of texts, or a mapping to texts
    pathOrFields, // a path, which is short for the first of `fields`, or one mapping with them
    durationOrFields, // the same with a duration, which may be a template
    object,       // one mapping with `fields`
    branches,     // a list of mappings with `fields`
    items,        // of a map: an expression that yields a list, a list, or names to values; `fields` describes a range of them
    anything,     // read later
    triggers,     // one mapping with `fields`, or a list of them
    parameters,   // of the document: names to mappings with `fields`
    steps,        // names to steps; their keys are commonStepFields() and those of their kind
};

enum class Support { runs, notYet };

struct Field {
    std::string_view key;
    FieldType type = FieldType::text;
    bool required = false;
    Support support = Support::runs;
    std::span<const Field> fields = {};              // of what has entries or members
    std::span<const std::string_view> choices = {};  // of choice
    std::string_view example = {};                   // what to write, for mends and placeholders
    bool isAlternative = false;                      // of the fields of a mapping that are so, exactly one is set
    std::span<const std::string_view> onlyWith = {}; // has a meaning only beside one of these keys; empty: always
    // Text ids: title "field.KEY", help "field.KEY.help" (core/messages).
};

enum class PortShape { none, order, data, branch };

struct KindDescription {
    Kind kind;
    std::string_view key;       // of the file: run, choose, approve, …
    std::string_view icon;      // resources/icons/ICON.svg
    Support support = Support::runs;
    Field body;                 // the value of `key`
    std::span<const Field> own; // further keys of this kind beside it (commands have many)
    // Text ids: "kind.KEY" (Command), "kind.KEY.about" (a script or program).
};

std::span<const KindDescription> kinds();                     // in the order of the palette
const KindDescription& describe(Kind kind);
const KindDescription* kindByKey(std::string_view key);       // null when unknown
std::span<const Field> commonStepFields();                    // title, about, enabled, needs, if, …
std::span<const Field> documentFields();                      // penstock, name, parameters, steps, …
std::span<const Field> parameterFields();
std::span<const Field> triggerFields(); // of `on`
std::vector<std::string_view> futureKinds();                  // keys known but not yet run: http, deploy, notify, monitor

const Field* fieldByKey(std::span<const Field> fields, std::string_view key); // null when unknown
// Every key that a step of this kind may have: the common ones, that of the kind, its own.
std::vector<std::string_view> stepKeys(const KindDescription& kind);

} // namespace penstock::pipeline
