#include "core/format/workspace_settings.h"

#include "core/format/members.h"
#include "core/format/yaml_scalar.h"

namespace penstock::format {

using pipeline::Field;
using pipeline::FieldType;
using pipeline::Severity;

namespace {

constexpr Field personTable[] = {
    {.key = "user", .type = FieldType::textList, .example = "ada"},
    {.key = "roles", .type = FieldType::textList, .example = "[lead]"},
};

constexpr Field resourcesTable[] = {
    {.key = "memory", .type = FieldType::size, .example = "32GiB"},
    {.key = "gpus", .type = FieldType::integer, .example = "2"},
    {.key = "pools", .type = FieldType::anything, .example = "{database: 2}"},
};

constexpr Field retentionTable[] = {
    {.key = "runs", .type = FieldType::duration, .example = "180d"},
    {.key = "logs", .type = FieldType::duration, .example = "90d"},
};

constexpr Field settingsTable[] = {
    {.key = "penstock", .type = FieldType::integer, .required = true, .example = "1"},
    {.key = "people", .type = FieldType::object, .example = "{ada: {user: ada, roles: [lead]}}"},
    {.key = "policies", .type = FieldType::anything, .example = "{digits: {about: \"At least as good.\"}}"},
    {.key = "environments", .type = FieldType::anything, .example = "{production: {about: \"Answers requests.\"}}"},
    {.key = "retention", .type = FieldType::object, .fields = retentionTable, .example = "{runs: 180d, logs: 90d}"},
    {.key = "resources", .type = FieldType::object, .fields = resourcesTable, .example = "{memory: 32GiB, gpus: 2, pools: {database: 2}}"},
};

void readPeople(const Members& document, registry::People& people)
{
    const YamlNode* entries = document.mapping("people");
    for (std::size_t i = 0; entries && i < entries->entryCount(); ++i) {
        const std::string& name = entries->key(i).text;
        const std::string path = "people." + name;
        const YamlNode& entry = entries->value(i);
        document.findings().note(path, entries->key(i), entry);
        if (entry.kind != YamlKind::mapping) {
            document.findings().add(Severity::error, path, entry.place, {"format.expects_mapping", {{"key", name}}},
                                    {"format.write", {{"example", name + ": {user: " + name + ", roles: [lead]}"}}});
            continue;
        }
        const Members members(entry, path, personTable, document.findings());
        registry::Person person{name, members.textList("user"), members.textList("roles")};
        if (person.users.empty())
            person.users.push_back(name);
        people.persons.push_back(std::move(person));
    }
}

void readResources(const Members& document, MachineResources& resources)
{
    const YamlNode* node = document.mapping("resources");
    if (!node)
        return;
    const Members members(*node, "resources", resourcesTable, document.findings());
    resources.memory = members.size("memory");
    if (const auto gpus = members.integer("gpus"))
        resources.gpus = static_cast<int>(*gpus);
    const YamlNode* pools = members.mapping("pools");
    const Json read = pools ? jsonOf(*pools) : Json::object();
    for (const auto& [name, count] : read.items()) {
        if (count.is_number_integer() && count.get<std::int64_t>() >= 1 && count.get<std::int64_t>() <= 1'000'000)
            resources.pools[name] = count.get<int>();
        else
            document.findings().add(Severity::error, "resources.pools." + name, pools->place, {"format.pool_size", {{"name", name}}},
                                    {"format.write", {{"example", name + ": 1"}}});
    }
}

void readRetention(const Members& document, registry::Retention& retention)
{
    const YamlNode* node = document.mapping("retention");
    if (!node)
        return;
    const Members members(*node, "retention", retentionTable, document.findings());
    retention.runs = members.duration("runs");
    retention.logs = members.duration("logs");
}

Json objectOf(const Members& document, std::string_view key)
{
    const YamlNode* node = document.mapping(key);
    return node ? jsonOf(*node) : Json::object();
}

} // namespace

ReadSettings readSettings(std::string_view text)
{
    ReadSettings read;
    const auto tree = readYaml(text);
    if (!tree) {
        read.issues.push_back({Severity::error, tree.error().message, {}, {}, placeOf(tree.error())});
        return read;
    }
    read.issues = tree->issues;
    const Findings findings{read.places, read.issues};
    if (tree->root.kind != YamlKind::mapping) {
        findings.add(Severity::error, {}, {1, 1}, {"format.not_settings", {}}, {"format.write", {{"example", "penstock: 1"}}});
        return read;
    }
    const Members document(tree->root, {}, settingsTable, findings);
    readPeople(document, read.settings.people);
    read.settings.policies = objectOf(document, "policies");
    read.settings.environments = objectOf(document, "environments");
    readRetention(document, read.settings.retention);
    readResources(document, read.settings.resources);
    pipeline::sortByPlace(read.issues);
    return read;
}

} // namespace penstock::format
