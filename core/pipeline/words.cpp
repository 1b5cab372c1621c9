#include "core/pipeline/words.h"

#include <array>
#include <utility>

namespace penstock::pipeline {

namespace {

template <class Enum, std::size_t Size>
using Words = std::array<std::pair<Enum, std::string_view>, Size>;

constexpr Words<ParameterType, 4> parameterTypes{{{ParameterType::string, "string"},
                                                  {ParameterType::number, "number"},
                                                  {ParameterType::integer, "integer"},
                                                  {ParameterType::boolean, "boolean"}}};
constexpr Words<CacheMode, 3> cacheModes{
    {{CacheMode::automatic, "auto"}, {CacheMode::on, "on"}, {CacheMode::off, "off"}}};
constexpr Words<Join, 2> joins{{{Join::all, "all"}, {Join::any, "any"}}};

template <class Enum, std::size_t Size>
std::string_view wordIn(const Words<Enum, Size>& words, Enum value)
{
    for (const auto& [known, text] : words) {
        if (known == value)
            return text;
    }
    return {};
}

template <class Enum, std::size_t Size>
std::optional<Enum> valueIn(const Words<Enum, Size>& words, std::string_view wanted)
{
    for (const auto& [known, text] : words) {
        if (text == wanted)
            return known;
    }
    return std::nullopt;
}

} // namespace

std::string_view word(ParameterType type) { return wordIn(parameterTypes, type); }
std::string_view word(CacheMode mode) { return wordIn(cacheModes, mode); }
std::string_view word(Join join) { return wordIn(joins, join); }

std::optional<ParameterType> parameterTypeNamed(std::string_view text) { return valueIn(parameterTypes, text); }
std::optional<CacheMode> cacheModeNamed(std::string_view text) { return valueIn(cacheModes, text); }
std::optional<Join> joinNamed(std::string_view text) { return valueIn(joins, text); }

} // namespace penstock::pipeline
