#include "core/pipeline/fields.h"

namespace penstock::pipeline {

namespace {

constexpr std::string_view joins[] = {"all", "any"};
constexpr std::string_view ends[] = {"succeeded", "failed"};

constexpr Field onFailureTable[] = {
    {.key = "goto", .type = FieldType::stepName, .required = true, .example = "prepare"},
    {.key = "at_most", .type = FieldType::integer, .example = "3"},
};

constexpr Field commonTable[] = {
    {.key = "title", .type = FieldType::text, .example = "Train the classifier"},
    {.key = "about", .type = FieldType::text, .example = "Fits a support vector machine."},
    {.key = "enabled", .type = FieldType::boolean, .example = "false"},
    {.key = "needs", .type = FieldType::stepNames, .example = "[prepare]"},
    {.key = "if", .type = FieldType::expression, .example = "params.kernel == 'rbf'"},
    {.key = "join", .type = FieldType::choice, .choices = joins, .example = "any"},
    {.key = "advisory", .type = FieldType::boolean, .example = "true"},
    {.key = "on_failure", .type = FieldType::object, .fields = onFailureTable,
     .example = "{goto: prepare, at_most: 3}"},
};

constexpr Field branchTable[] = {
    {.key = "if", .type = FieldType::expression, .example = "steps.evaluate.metrics.accuracy > 0.9"},
    {.key = "then", .type = FieldType::stepName, .example = "ask"},
    {.key = "else", .type = FieldType::stepName, .example = "stop"},
    {.key = "at_most", .type = FieldType::integer, .example = "20"},
};

// Times and paths may be expressions; what waits for something to happen may give up.
constexpr std::string_view happenings[] = {"file", "if"};
constexpr Field waitTable[] = {
    {.key = "for", .type = FieldType::textTemplate, .example = "10s", .isAlternative = true},
    {.key = "until", .type = FieldType::textTemplate, .example = "2026-12-01T08:00:00Z", .isAlternative = true},
    {.key = "file", .type = FieldType::textTemplate, .example = "data/ready", .isAlternative = true},
    {.key = "if", .type = FieldType::expression, .example = "production.exists", .isAlternative = true},
    {.key = "timeout", .type = FieldType::duration, .example = "2h", .onlyWith = happenings},
};

constexpr Field approveTable[] = {
    {.key = "question", .type = FieldType::textTemplate, .required = true,
     .example = "Put ${{ steps.record.version }} into production?"},
    {.key = "policy", .type = FieldType::name, .example = "digits"},
    {.key = "approvers", .type = FieldType::textList, .example = "[lead]"},
    {.key = "expires", .type = FieldType::duration, .example = "7d"},
    {.key = "on_reject", .type = FieldType::stepName, .example = "prepare"},
};

constexpr Field registerTable[] = {
    {.key = "model", .type = FieldType::name, .required = true, .example = "digits"},
    {.key = "major", .type = FieldType::integer, .required = true, .example = "1"},
    {.key = "artifact", .type = FieldType::textTemplate, .required = true,
     .example = "${{ steps.train.outputs.model }}"},
    {.key = "metrics", .type = FieldType::textTemplate, .example = "${{ steps.evaluate.metrics }}"},
};

constexpr Field promoteTable[] = {
    {.key = "version", .type = FieldType::textTemplate, .required = true, .example = "${{ steps.record.version }}"},
    {.key = "to", .type = FieldType::name, .required = true, .example = "production"},
};

constexpr Field pipelineTable[] = {
    {.key = "file", .type = FieldType::path, .required = true,
     .example = "pipelines/clean.pipeline.yaml"},
    {.key = "parameters", .type = FieldType::textMap, .example = "{rows: \"1000\"}"},
};

} // namespace

std::span<const Field> commonStepFields() { return commonTable; }
std::span<const Field> subPipelineFields() { return {&mapField, 1}; }

const Field chooseField{.key = "choose", .type = FieldType::branches, .required = true, .fields = branchTable,
                        .example = "[{if: \"params.fast\", then: quick}, {else: full}]"};
const Field waitField{.key = "wait", .type = FieldType::durationOrFields, .required = true, .fields = waitTable, .example = "10s"};
const Field approveField{.key = "approve", .type = FieldType::object, .required = true, .fields = approveTable,
                         .example = "{question: \"Go on?\", approvers: [lead]}"};
const Field registerField{
    .key = "register", .type = FieldType::object, .required = true, .fields = registerTable,
    .example = "{model: digits, major: 1, artifact: \"${{ steps.train.outputs.model }}\"}"};
const Field promoteField{.key = "promote", .type = FieldType::object, .required = true, .fields = promoteTable,
                         .example = "{version: \"${{ steps.record.version }}\", to: production}"};
const Field pipelineField{.key = "pipeline", .type = FieldType::object, .required = true, .fields = pipelineTable, .example = "{file: pipelines/clean.pipeline.yaml}"};
const Field placeholderField{.key = "placeholder", .type = FieldType::anything, .required = true,
                             .example = "{}"};
const Field endField{.key = "end", .type = FieldType::choice, .required = true, .choices = ends, .example = "succeeded"};

} // namespace penstock::pipeline
