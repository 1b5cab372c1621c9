#include "core/pipeline/fields.h"

namespace penstock::pipeline {

namespace {

constexpr std::string_view parameterTypes[] = {"string", "number", "integer", "boolean"};

constexpr Field parameterTable[] = {
    {.key = "type", .type = FieldType::choice, .choices = parameterTypes, .example = "number"},
    {.key = "about", .type = FieldType::text, .example = "Regularisation strength"},
    {.key = "default", .type = FieldType::anything, .example = "1.0"},
    {.key = "choices", .type = FieldType::textList, .example = "[rbf, poly, linear]"},
    {.key = "minimum", .type = FieldType::number, .example = "0.001"},
    {.key = "maximum", .type = FieldType::number, .example = "100"},
};

constexpr Field triggerTable[] = {
    {.key = "event", .type = FieldType::text, .required = true, .example = "data.arrived"},
    {.key = "if", .type = FieldType::expression, .example = "event.rows > 100"},
    {.key = "parameters", .type = FieldType::textMap, .example = "{c: \"${{ event.c }}\"}"},
};

} // namespace

std::span<const Field> parameterFields() { return parameterTable; }

std::span<const Field> triggerFields() { return triggerTable; }

std::span<const Field> documentFields()
{
    static const Field defaults[] = {
        {.key = "env", .type = FieldType::textMap, .example = "{PYTHONUNBUFFERED: \"1\"}"},
        {.key = "python", .type = FieldType::path, .example = ".venv/bin/python"},
        {.key = "retry", .type = FieldType::object, .fields = retryFields(), .example = "{attempts: 2}"},
        {.key = "timeout", .type = FieldType::duration, .example = "2h"},
    };
    static const Field table[] = {
        {.key = "penstock", .type = FieldType::integer, .required = true, .example = "1"},
        {.key = "name", .type = FieldType::name, .required = true, .example = "digits"},
        {.key = "title", .type = FieldType::text, .example = "Handwritten digits"},
        {.key = "about", .type = FieldType::text, .example = "Train a digit classifier."},
        {.key = "parameters", .type = FieldType::parameters, .fields = parameterTable,
         .example = "{c: {type: number, default: 1.0}}"},
        {.key = "on", .type = FieldType::triggers, .fields = triggerTable, .example = "{event: data.arrived}"},
        {.key = "defaults", .type = FieldType::object, .fields = defaults, .example = "{timeout: 2h}"},
        {.key = "steps", .type = FieldType::steps, .required = true, .example = "{train: {run: [python3, train.py]}}"},
        {.key = "outputs", .type = FieldType::textMap, .example = "{model: \"${{ steps.train.outputs.model }}\"}"},
        {.key = "notes", .type = FieldType::anything},
        {.key = "frames", .type = FieldType::anything},
    };
    return table;
}

} // namespace penstock::pipeline
