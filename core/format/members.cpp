#include "core/format/members.h"

#include "core/base/spelling.h"
#include "core/format/yaml_scalar.h"

#include <algorithm>
#include <charconv>
#include <climits>

namespace penstock::format {

using pipeline::Field;
using pipeline::Severity;
using pipeline::Support;

void Findings::add(Severity severity, const std::string& path, Place place, Message what, Message mend) const
{
    if (!isFull())
        issues.push_back({severity, std::move(what), std::move(mend), path, place});
}

void Findings::note(const std::string& path, const YamlNode& key, const YamlNode& value) const
{
    places.add(path, {key.place, value.place, value.begin, value.end});
}

std::string joined(const std::string& path, std::string_view key) { return path.empty() ? std::string(key) : path + '.' + std::string(key); }

bool isNull(const YamlNode& node) { return node.kind == YamlKind::scalar && scalarValue(node).is_null(); }

std::optional<std::string> textOf(const YamlNode& node)
{
    if (node.kind != YamlKind::scalar || isNull(node))
        return std::nullopt;
    return node.text;
}

std::optional<std::uint64_t> parseSize(std::string_view text)
{
    std::uint64_t amount = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    if (error != std::errc())
        return std::nullopt;
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    static constexpr std::pair<std::string_view, int> shifts[] = {{"", 0}, {"KiB", 10}, {"MiB", 20}, {"GiB", 30}, {"TiB", 40}};
    for (const auto& [name, shift] : shifts) {
        if (unit == name)
            return amount > (UINT64_MAX >> shift) ? std::nullopt : std::optional(amount << shift);
    }
    return std::nullopt;
}

Members::Members(const YamlNode& mapping, std::string path, std::span<const Field> fields, const Findings& findings,
                 const std::vector<std::string_view>& furtherKeys)
    : m_mapping(mapping)
    , m_path(std::move(path))
    , m_fields(fields)
    , m_findings(findings)
{
    noteMembers(furtherKeys);
    missingKeys();
}

void Members::noteMembers(const std::vector<std::string_view>& furtherKeys) const
{
    for (std::size_t i = 0; i < m_mapping.entryCount(); ++i) {
        const YamlNode& key = m_mapping.key(i);
        const std::string where = path(key.text);
        m_findings.note(where, key, m_mapping.value(i));
        const Field* known = field(key.text);
        if (!known) {
            if (!m_findings.isFull() && std::find(furtherKeys.begin(), furtherKeys.end(), key.text) == furtherKeys.end())
                unknownKey(key, furtherKeys);
        } else if (known->support == Support::notYet) {
            m_findings.add(Severity::notYet, where, key.place, {"format.not_yet", {{"key", key.text}}});
        }
    }
}

void Members::unknownKey(const YamlNode& key, const std::vector<std::string_view>& furtherKeys) const
{
    std::vector<std::string> known;
    for (const Field& candidate : m_fields)
        known.emplace_back(candidate.key);
    for (const std::string_view further : furtherKeys) {
        if (!field(further))
            known.emplace_back(further);
    }
    Message mend;
    if (const auto near = nearest(key.text, known)) {
        mend = {"format.did_you_mean", {{"key", *near}}};
    } else {
        std::string list;
        for (const std::string& word : known)
            list += (list.empty() ? "" : ", ") + word;
        mend = {"format.known_keys", {{"keys", list}}};
    }
    m_findings.add(Severity::error, path(key.text), key.place, {"format.unknown_key", {{"key", key.text}}}, std::move(mend));
}

void Members::missingKeys() const
{
    for (const Field& wanted : m_fields) {
        if (wanted.required && !m_mapping.member(wanted.key)) {
            m_findings.add(Severity::error, joined(m_path, wanted.key), m_mapping.place, {"format.missing_key", {{"key", std::string(wanted.key)}}},
                           {"format.add_key", {{"key", std::string(wanted.key)}, {"example", std::string(wanted.example)}}});
        }
    }
}

const YamlNode* Members::node(std::string_view key) const { return m_mapping.member(key); }

std::string Members::path(std::string_view key) const { return joined(m_path, key); }

void Members::wrongType(std::string_view key, const char* expected) const
{
    const Field* known = field(key);
    Message mend;
    if (known && !known->example.empty())
        mend = {"format.write", {{"example", std::string(key) + ": " + std::string(known->example)}}};
    const YamlNode* value = node(key);
    m_findings.add(Severity::error, path(key), value ? value->place : m_mapping.place, {expected, {{"key", std::string(key)}}}, std::move(mend));
}

std::string Members::text(std::string_view key) const
{
    const YamlNode* value = node(key);
    if (!value)
        return {};
    if (auto text = textOf(*value))
        return *text;
    wrongType(key, "format.expects_text");
    return {};
}

bool Members::boolean(std::string_view key, bool other) const
{
    const YamlNode* value = node(key);
    if (!value)
        return other;
    if (const Json json = jsonOf(*value); json.is_boolean())
        return json.get<bool>();
    wrongType(key, "format.expects_boolean");
    return other;
}

std::optional<std::int64_t> Members::integer(std::string_view key) const
{
    const YamlNode* value = node(key);
    if (!value)
        return std::nullopt;
    if (const Json json = jsonOf(*value); json.is_number_integer() && json >= INT_MIN && json <= INT_MAX)
        return json.get<std::int64_t>();
    wrongType(key, "format.expects_integer");
    return std::nullopt;
}

std::optional<double> Members::number(std::string_view key) const
{
    const YamlNode* value = node(key);
    if (!value)
        return std::nullopt;
    if (const Json json = jsonOf(*value); json.is_number())
        return json.get<double>();
    wrongType(key, "format.expects_number");
    return std::nullopt;
}

std::optional<Duration> Members::duration(std::string_view key) const
{
    const YamlNode* value = node(key);
    if (!value)
        return std::nullopt;
    if (const auto text = textOf(*value)) {
        if (const auto duration = parseDuration(*text))
            return duration;
    }
    wrongType(key, "format.expects_duration");
    return std::nullopt;
}

std::optional<std::uint64_t> Members::size(std::string_view key) const
{
    const YamlNode* value = node(key);
    if (!value)
        return std::nullopt;
    if (const auto text = textOf(*value)) {
        if (const auto size = parseSize(*text))
            return size;
    }
    wrongType(key, "format.expects_size");
    return std::nullopt;
}

std::vector<std::string> Members::textList(std::string_view key) const
{
    std::vector<std::string> list;
    const YamlNode* value = node(key);
    if (!value || isNull(*value))
        return list;
    if (const auto single = textOf(*value))
        return {*single};
    if (value->kind == YamlKind::sequence) {
        for (std::size_t i = 0; i < value->entryCount(); ++i) {
            const YamlNode& item = value->value(i);
            m_findings.note(path(key) + '.' + std::to_string(i), item, item);
            const auto text = textOf(item);
            if (!text) {
                wrongType(key, "format.expects_text_list");
                return list;
            }
            list.push_back(*text);
        }
        return list;
    }
    wrongType(key, "format.expects_text_list");
    return list;
}

pipeline::Named<std::string> Members::textMap(std::string_view key) const
{
    pipeline::Named<std::string> map;
    const YamlNode* value = mapping(key);
    if (!value)
        return map;
    for (std::size_t i = 0; i < value->entryCount(); ++i) {
        const YamlNode& name = value->key(i);
        const std::string where = path(key) + '.' + name.text;
        m_findings.note(where, name, value->value(i));
        const auto text = isNull(value->value(i)) ? std::optional<std::string>("") : textOf(value->value(i));
        if (!text) {
            m_findings.add(Severity::error, where, value->value(i).place, {"format.expects_text", {{"key", name.text}}});
            continue;
        }
        map.emplace_back(name.text, *text);
    }
    return map;
}

std::string Members::choice(std::string_view key, const std::string& other) const
{
    const YamlNode* value = node(key);
    if (!value)
        return other;
    const auto& choices = field(key)->choices;
    std::string list;
    std::vector<std::string> words;
    for (std::string_view word : choices) {
        words.emplace_back(word);
        list += (list.empty() ? "" : ", ") + words.back();
    }
    const auto text = textOf(*value);
    if (text && std::find(words.begin(), words.end(), *text) != words.end())
        return *text;
    const auto near = text ? nearest(*text, words) : std::nullopt;
    m_findings.add(Severity::error, path(key), value->place,
                   {"format.not_a_choice", {{"key", std::string(key)}, {"value", text.value_or("")}, {"choices", list}}},
                   near ? Message{"format.write", {{"example", std::string(key) + ": " + *near}}} : Message{});
    return other;
}

Json Members::anything(std::string_view key) const
{
    const YamlNode* value = node(key);
    return value ? jsonOf(*value) : Json(nullptr);
}

const YamlNode* Members::mapping(std::string_view key) const
{
    const YamlNode* value = node(key);
    if (!value || isNull(*value))
        return nullptr;
    if (value->kind == YamlKind::mapping)
        return value;
    wrongType(key, "format.expects_mapping");
    return nullptr;
}

} // namespace penstock::format
