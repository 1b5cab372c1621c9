#include "app/cli/arguments.h"

#include "core/base/spelling.h"

#include <algorithm>

namespace penstock::cli {

namespace {

Error invalid(const char* id, std::vector<std::pair<std::string, std::string>> arguments)
{
    return {ErrorCode::invalid, {id, std::move(arguments)}, {}};
}

Error unknownOption(const std::string& word, const std::vector<Option>& options)
{
    std::vector<std::string> known;
    for (const Option& option : options)
        known.push_back("--" + std::string(option.name));
    if (const auto near = nearest(word, known))
        return invalid("cli.option_unknown_near", {{"option", word}, {"nearest", *near}});
    return invalid("cli.option_unknown", {{"option", word}});
}

bool isNumber(std::string_view word)
{
    return word.size() > 1 && word[0] == '-' && (word[1] == '.' || (word[1] >= '0' && word[1] <= '9'));
}

} // namespace

Result<Arguments> Arguments::read(const std::vector<std::string>& words, const Operands& operands,
                                  const std::vector<Option>& options)
{
    Arguments arguments;
    bool onlyOperands = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const std::string* next = i + 1 < words.size() ? &words[i + 1] : nullptr;
        const std::string* const untouched = next;
        Result<void> taken;
        if (onlyOperands || word.size() < 2 || word[0] != '-' || isNumber(word))
            arguments.m_operands.push_back(word);
        else if (word == "--")
            onlyOperands = true;
        else if (word[1] == '-')
            taken = arguments.takeLong(word, options, &next);
        else
            taken = arguments.takeShort(word, options, &next);
        if (!taken)
            return taken.error();
        if (next != untouched)
            ++i;
    }
    if (arguments.has("help"))
        return arguments;
    if (arguments.m_operands.size() < operands.least)
        return invalid("cli.operand_missing", {{"operands", std::string(operands.shown)}});
    if (arguments.m_operands.size() > operands.most)
        return invalid("cli.operand_unexpected", {{"operand", arguments.m_operands[operands.most]}});
    return arguments;
}

Result<void> Arguments::takeLong(std::string_view word, const std::vector<Option>& options, const std::string** next)
{
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string shown(word.substr(0, equals));
    const auto found = std::ranges::find(options, std::string_view(shown).substr(2), &Option::name);
    if (found == options.end())
        return unknownOption(shown, options);
    std::optional<std::string> attached;
    if (equals < word.size())
        attached = std::string(word.substr(equals + 1));
    return take(*found, shown, std::move(attached), next);
}

Result<void> Arguments::takeShort(std::string_view word, const std::vector<Option>& options, const std::string** next)
{
    const auto found = std::ranges::find(options, word[1], &Option::letter);
    if (found == options.end())
        return unknownOption(std::string(word), options);
    std::optional<std::string> attached;
    if (word.size() > 2)
        attached = std::string(word.substr(2));
    return take(*found, std::string(word.substr(0, 2)), std::move(attached), next);
}

Result<void> Arguments::take(const Option& option, const std::string& shown, std::optional<std::string> attached,
                             const std::string** next)
{
    if (option.value.empty()) {
        if (attached)
            return invalid("cli.option_takes_no_value", {{"option", shown}});
        m_values[std::string(option.name)].emplace_back();
        return {};
    }
    if (!attached) {
        if (!*next)
            return invalid("cli.option_value_missing", {{"option", shown}, {"value", std::string(option.value)}});
        attached = **next;
        *next = nullptr;
    }
    m_values[std::string(option.name)].push_back(std::move(*attached));
    return {};
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() || found->second.empty() ? std::nullopt : std::optional(found->second.back());
}

std::vector<std::string> Arguments::values(std::string_view option) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() ? std::vector<std::string>() : found->second;
}

} // namespace penstock::cli
