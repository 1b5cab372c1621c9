#include "core/platform/secrets.h"

#include "core/base/ids.h"

#include <algorithm>

namespace penstock::platform {

namespace {

std::string keyOf(const SecretId& id) { return id.workspace.empty() ? id.name : id.name + '@' + id.workspace; }

const SecretEntry* find(const std::vector<SecretEntry>& entries, const SecretId& id)
{
    const auto found = std::ranges::find(entries, id, &SecretEntry::id);
    return found == entries.end() ? nullptr : &*found;
}

const SecretEntry* find(const std::vector<SecretEntry>& entries, const std::string& name, const std::string& workspace)
{
    const SecretEntry* own = find(entries, {name, workspace});
    return own ? own : find(entries, {name, {}});
}

Error unknown(const char* id, const std::string& name) { return {ErrorCode::notFound, {id, {{"name", name}}}, {}}; }

bool isUtf8(const std::string& text)
{
    const Json json = text;
    return parseJson(dumpJson(json)).valueOr(Json()) == json; // what is none becomes another text there
}

} // namespace

Result<void> checkSecretValue(const std::string& value)
{
    if (value.empty())
        return Error{ErrorCode::invalid, {"platform.secret_empty", {}}, {}};
    if (value.size() > longestSecret)
        return Error{ErrorCode::invalid, {"platform.secret_too_long", {{"limit", std::to_string(longestSecret)}}}, {}};
    if (value.find('\0') != std::string::npos || !isUtf8(value))
        return Error{ErrorCode::invalid, {"platform.secret_not_text", {}}, {}};
    return {};
}

Secrets::Secrets(const std::string& folder, Keyring keyring)
    : m_file(folder)
    , m_keyring(std::move(keyring))
{}

Result<void> Secrets::set(const SecretId& id, const std::string& value, SecretPlace place) const
{
    if (!isName(id.name))
        return Error{ErrorCode::invalid, {"platform.secret_bad_name", {{"name", id.name}}}, {}};
    if (const auto checked = checkSecretValue(value); !checked)
        return checked;
    return m_file.update([&](std::vector<SecretEntry>& entries) -> Result<void> {
        if (place == SecretPlace::keyring) {
            if (const auto written = m_keyring.write(keyOf(id), value); !written)
                return written;
        }
        const SecretEntry entry{id, place == SecretPlace::file ? std::optional(value) : std::nullopt};
        const auto found = std::ranges::find(entries, id, &SecretEntry::id);
        if (found != entries.end() && !found->value && place == SecretPlace::file)
            (void)m_keyring.remove(keyOf(id)); // it is not asked any more; when it does not answer, an old value stays in it
        if (found == entries.end())
            entries.push_back(entry);
        else
            *found = entry;
        return {};
    });
}

Result<void> Secrets::remove(const SecretId& id) const
{
    return m_file.update([&](std::vector<SecretEntry>& entries) -> Result<void> {
        const SecretEntry* entry = find(entries, id);
        if (!entry)
            return unknown("platform.secret_unknown", id.name);
        if (!entry->value) {
            if (const auto removed = m_keyring.remove(keyOf(id)); !removed)
                return removed;
        }
        std::erase_if(entries, [&](const SecretEntry& each) { return each.id == id; });
        return {};
    });
}

Result<std::map<std::string, std::string>> Secrets::values(const std::vector<std::string>& names, const std::string& workspace) const
{
    const auto entries = m_file.read();
    if (!entries)
        return entries.error();
    std::map<std::string, std::string> values;
    std::vector<std::string> keys;
    for (const std::string& name : names) {
        const SecretEntry* entry = find(*entries, name, workspace);
        if (!entry)
            return unknown("platform.secret_unknown", name);
        if (entry->value)
            values[name] = *entry->value;
        else
            keys.push_back(keyOf(entry->id));
    }
    const auto kept = m_keyring.read(keys);
    if (!kept)
        return kept.error();
    for (const std::string& name : names) {
        if (values.contains(name))
            continue;
        const auto value = kept->find(keyOf(find(*entries, name, workspace)->id));
        if (value == kept->end())
            return unknown("platform.secret_gone", name);
        values[name] = value->second;
    }
    return values;
}

} // namespace penstock::platform
