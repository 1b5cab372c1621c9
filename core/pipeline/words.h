// The words of the file for the enums of the document: one spelling for reading, writing, JSON and messages.
#pragma once

#include "core/pipeline/document.h"

#include <optional>
#include <string_view>

namespace penstock::pipeline {

std::string_view word(ParameterType type); // string, number, integer, boolean
std::string_view word(CacheMode mode);     // auto, on, off
std::string_view word(Join join);          // all, any

std::optional<ParameterType> parameterTypeNamed(std::string_view word);
std::optional<CacheMode> cacheModeNamed(std::string_view word);
std::optional<Join> joinNamed(std::string_view word);

} // namespace penstock::pipeline
