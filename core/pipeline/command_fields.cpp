#include "core/pipeline/fields.h"

namespace penstock::pipeline {

namespace {

constexpr std::string_view cacheModes[] = {"auto", "on", "off"};
constexpr std::string_view executors[] = {"local", "container", "ssh", "slurm", "kubernetes", "spark"};

constexpr Field inputTable[] = {
    {.key = "file", .type = FieldType::path, .required = true, .example = "data/raw"},
};

constexpr Field outputTable[] = {
    {.key = "path", .type = FieldType::path, .example = "build/model"},
    {.key = "kind", .type = FieldType::name, .example = "model"},
};

constexpr Field valueTable[] = {
    {.key = "choices", .type = FieldType::textList, .example = "[running, ready]"},
};

constexpr Field retryTable[] = {
    {.key = "attempts", .type = FieldType::integer, .example = "3"},
    {.key = "delay", .type = FieldType::duration, .example = "10s"},
    {.key = "backoff", .type = FieldType::number, .example = "2"},
    {.key = "jitter", .type = FieldType::number, .example = "0.1"},
    {.key = "maximum_delay", .type = FieldType::duration, .example = "5m"},
    {.key = "within", .type = FieldType::duration, .example = "6h"},
    {.key = "on", .type = FieldType::textList, .example = "[timeout, lost, exit 75]"},
};

constexpr Field resourceTable[] = {
    {.key = "cpu", .type = FieldType::number, .example = "1"},
    {.key = "memory", .type = FieldType::size, .example = "1GiB"},
    {.key = "gpu", .type = FieldType::integer, .example = "1"},
};

constexpr Field venvTable[] = {
    {.key = "requirements", .type = FieldType::path, .required = true, .example = "requirements.txt"},
    {.key = "python", .type = FieldType::path, .example = "/usr/bin/python3.11"},
};

constexpr Field environmentTable[] = {
    {.key = "venv", .type = FieldType::pathOrFields, .fields = venvTable, .example = "requirements.txt"},
    {.key = "variables", .type = FieldType::textMap, .example = "{TOKENIZERS_PARALLELISM: \"false\"}"},
    {.key = "path", .type = FieldType::textList, .example = "[tools/bin]"},
};

} // namespace

std::span<const Field> retryFields() { return retryTable; }
std::span<const Field> commandFields()
{
    static const Field table[] = {
        {.key = "inputs", .type = FieldType::inputs, .fields = inputTable,
         .example = "{data: \"${{ steps.prepare.outputs.train }}\"}"},
        {.key = "outputs", .type = FieldType::outputs, .fields = outputTable,
         .example = "{model: {path: build/model, kind: model}}"},
        {.key = "values", .type = FieldType::values, .fields = valueTable, .example = "{status: {choices: [running, ready]}}"},
        {.key = "metrics", .type = FieldType::path, .example = "build/metrics.json"},
        {.key = "reports", .type = FieldType::textList, .example = "[build/junit.xml]"},
        {.key = "code", .type = FieldType::textList, .example = "[train.py, \"lib/**\"]"},
        {.key = "cache", .type = FieldType::choice, .choices = cacheModes, .example = "off"},
        {.key = "env", .type = FieldType::textMap, .example = "{OMP_NUM_THREADS: \"1\"}"},
        {.key = "pass", .type = FieldType::textList, .example = "[AWS_PROFILE]"},
        {.key = "python", .type = FieldType::path, .example = ".venv/bin/python"},
        {.key = "environment", .type = FieldType::object, .fields = environmentTable,
         .example = "{venv: requirements.txt}"},
        {.key = "secrets", .type = FieldType::names, .example = "[API_TOKEN]"},
        {.key = "dir", .type = FieldType::path, .example = "training"},
        {.key = "retry", .type = FieldType::object, .fields = retryTable, .example = "{attempts: 3, delay: 10s}"},
        {.key = "timeout", .type = FieldType::duration, .example = "2h"},
        {.key = "grace", .type = FieldType::duration, .example = "30s"},
        {.key = "resources", .type = FieldType::object, .fields = resourceTable, .example = "{cpu: 2}"},
        {.key = "pool", .type = FieldType::name, .example = "gpu"},
        {.key = "priority", .type = FieldType::integer, .example = "10"},
        {.key = "executor", .type = FieldType::choice, .choices = executors, .example = "local"},
        mapField,
    };
    return table;
}

const Field runField{.key = "run", .type = FieldType::command, .required = true, .example = "[python3, train.py]"};

} // namespace penstock::pipeline
