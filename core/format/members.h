// Reads the members of a mapping as a table of fields says; for this folder only.
#pragma once

#include "core/base/json.h"
#include "core/base/time.h"
#include "core/format/yaml_tree.h"
#include "core/pipeline/document.h"
#include "core/pipeline/issue.h"
#include "core/pipeline/kinds.h"

#include <optional>
#include <span>
#include <string>

namespace penstock::format {

inline constexpr std::size_t maximumIssues = 10'000; // of one document; more helps nobody, and a hostile file has a million

// Where findings and places of one document go.
struct Findings {
    pipeline::SourceMap& places;
    pipeline::Issues& issues;

    bool isFull() const { return issues.size() >= maximumIssues; }
    void add(pipeline::Severity severity, const std::string& path, Place place, Message what, Message mend = {}) const;
    void note(const std::string& path, const YamlNode& key, const YamlNode& value) const; // where it stands
};

// One mapping. Construction notes the place of every member and reports unknown, missing and not yet running keys; then each
// typed reader takes one key: absent or wrong yields the neutral value, and what is wrong is reported once.
class Members final {
public:
    Members(const YamlNode& mapping, std::string path, std::span<const pipeline::Field> fields, const Findings& findings,
            const std::vector<std::string_view>& furtherKeys = {});

    const YamlNode* node(std::string_view key) const; // null when absent
    std::string path(std::string_view key) const;
    const Findings& findings() const { return m_findings; }

    std::string text(std::string_view key) const;
    bool boolean(std::string_view key, bool other) const;
    std::optional<std::int64_t> integer(std::string_view key) const;
    std::optional<double> number(std::string_view key) const;
    std::optional<Duration> duration(std::string_view key) const;
    std::optional<std::uint64_t> size(std::string_view key) const;
    std::vector<std::string> textList(std::string_view key) const; // one text counts as a list of one
    pipeline::Named<std::string> textMap(std::string_view key) const;
    std::string choice(std::string_view key, const std::string& other) const;
    Json anything(std::string_view key) const;
    // The mapping under a key, or null; a value of another kind is reported.
    const YamlNode* mapping(std::string_view key) const;

    void wrongType(std::string_view key, const char* expected) const;

private:
    void noteMembers(const std::vector<std::string_view>& furtherKeys) const;
    void unknownKey(const YamlNode& key, const std::vector<std::string_view>& furtherKeys) const;
    void missingKeys() const;
    const pipeline::Field* field(std::string_view key) const { return pipeline::fieldByKey(m_fields, key); }

    const YamlNode& m_mapping;
    std::string m_path;
    std::span<const pipeline::Field> m_fields;
    const Findings& m_findings;
};

std::string joined(const std::string& path, std::string_view key);
// A plain, quoted or block text; numbers and truth values count as they are written. Nothing for null, lists and mappings.
std::optional<std::string> textOf(const YamlNode& node);
bool isNull(const YamlNode& node);
std::optional<std::uint64_t> parseSize(std::string_view text); // "512MiB", "1GiB", "1000"

} // namespace penstock::format
