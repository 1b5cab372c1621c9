// The command line as typed, read against what a command says it takes. Nothing is expanded: no @file, no ~, no
// variables.
#pragma once

#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::cli {

struct Option {
    std::string_view name;  // "workspace" for --workspace
    char letter = 0;        // 'p' for -p
    std::string_view value; // "DIR" in the help; empty: a switch
    const char* about = ""; // for Cli::tr
};

struct Operands {
    std::string_view shown; // "RUN STEP", "[FILE…]": in the help
    std::size_t least = 0, most = 0;
};

class Arguments final {
public:
    // `--name value`, `--name=value`, `-pvalue`, `-p value`; after `--` everything is an operand.
    // Errors: invalid: unknown option (with the nearest), missing value, too few or too many operands.
    static Result<Arguments> read(const std::vector<std::string>& words, const Operands& operands,
                                  const std::vector<Option>& options);

    bool has(std::string_view option) const { return m_values.contains(option); }
    std::optional<std::string> value(std::string_view option) const; // the last one given
    std::vector<std::string> values(std::string_view option) const;
    const std::vector<std::string>& operands() const { return m_operands; }
    std::string operand(std::size_t index) const
    {
        return index < m_operands.size() ? m_operands[index] : std::string();
    }

private:
    Result<void> takeLong(std::string_view word, const std::vector<Option>& options, const std::string** next);
    Result<void> takeShort(std::string_view word, const std::vector<Option>& options, const std::string** next);
    Result<void> take(const Option& option, const std::string& shown, std::optional<std::string> attached,
                      const std::string** next);

    std::map<std::string, std::vector<std::string>, std::less<>> m_values;
    std::vector<std::string> m_operands;
};

} // namespace penstock::cli
