#pragma once

#include "core/expression/reference.h"
#include "core/pipeline/document.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::check {

inline constexpr std::size_t noStep = static_cast<std::size_t>(-1);

// What a text with expressions is for: decides how it is read and what it may speak of.
enum class TextUse { stepCondition, branchCondition, argument, script, environment, input, file, question, artifact, metrics, version,
                     item, parameter, time, waitCondition, result,
                     trigger, triggerCondition };

struct TextError {
    Error error;
    std::size_t offset = 0; // into the text, in bytes
};

// One text of the document that may hold expressions, read once for all rules.
struct Text {
    std::size_t step = noStep; // noStep: of the document's defaults, outputs and triggers
    TextUse use = TextUse::argument;
    std::string path; // of the document
    const std::string* content = nullptr;
    std::vector<expression::Reference> references; // offsets into `content`
    std::vector<TextError> errors;
    bool hasExpressions = false;
    bool isTyped = false;     // one expression and nothing around it
    bool outlivesFailure = false; // a step condition that asks failure() or always()
};

std::string triggerPath(const pipeline::Pipeline& pipeline, std::size_t trigger); // "on", or "on.1" of several
std::vector<Text> textsOf(const pipeline::Pipeline& pipeline);

} // namespace penstock::check
