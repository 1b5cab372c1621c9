#include "core/pipeline/fields.h"

namespace penstock::pipeline {

namespace {

constexpr std::string_view policies[] = {"stop", "collect"};
constexpr std::string_view directions[] = {"maximize", "minimize"};
constexpr std::string_view ties[] = {"first", "last"};
constexpr std::string_view scales[] = {"linear", "log"};

constexpr Field rangeTable[] = {
    {.key = "from", .type = FieldType::number, .required = true, .example = "0.001"},
    {.key = "to", .type = FieldType::number, .required = true, .example = "100"},
    {.key = "scale", .type = FieldType::choice, .choices = scales, .example = "log"},
    {.key = "whole", .type = FieldType::boolean, .example = "true"},
};

constexpr Field sampleTable[] = {
    {.key = "count", .type = FieldType::integer, .required = true, .example = "20"},
    {.key = "seed", .type = FieldType::integer, .example = "1"},
};

constexpr Field bestTable[] = {
    {.key = "metric", .type = FieldType::text, .required = true, .example = "accuracy"},
    {.key = "direction", .type = FieldType::choice, .choices = directions, .example = "minimize"},
    {.key = "target", .type = FieldType::number, .example = "0.95"},
    {.key = "tie", .type = FieldType::choice, .choices = ties, .example = "last"},
};

constexpr Field mapTable[] = {
    {.key = "over", .type = FieldType::items, .required = true, .fields = rangeTable, .example = "{c: [0.1, 1, 10]}"},
    {.key = "parallel", .type = FieldType::integer, .example = "2"},
    {.key = "on_failure", .type = FieldType::choice, .choices = policies, .example = "collect"},
    {.key = "best", .type = FieldType::object, .fields = bestTable, .example = "{metric: accuracy}"},
    {.key = "sample", .type = FieldType::object, .fields = sampleTable, .example = "{count: 20, seed: 1}"},
};

} // namespace

constinit const Field mapField{.key = "map", .type = FieldType::object, .fields = mapTable, .example = "{over: {c: [0.1, 1, 10]}}"};

} // namespace penstock::pipeline
