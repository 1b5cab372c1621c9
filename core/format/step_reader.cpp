#include "core/format/step_reader.h"

#include "core/base/spelling.h"
#include "core/format/command_reader.h"
#include "core/format/yaml_scalar.h"
#include "core/pipeline/words.h"

#include <algorithm>

namespace penstock::format {

using pipeline::Field;
using pipeline::KindDescription;
using pipeline::Severity;

namespace {

pipeline::Choose readChoose(const Members& step, const Field& field)
{
    pipeline::Choose choose;
    const YamlNode* list = step.node("choose");
    if (list->kind != YamlKind::sequence) {
        step.wrongType("choose", "format.expects_branches");
        return choose;
    }
    for (std::size_t i = 0; i < list->entryCount(); ++i) {
        const std::string where = step.path("choose") + '.' + std::to_string(i);
        const YamlNode& item = list->value(i);
        step.findings().note(where, item, item);
        if (item.kind != YamlKind::mapping) {
            step.findings().add(Severity::error, where, item.place, {"format.expects_branch", {}},
                                {"format.write", {{"example", "- {if: \"params.fast\", then: quick}"}}});
            continue;
        }
        const Members branch(item, where, field.fields, step.findings());
        pipeline::Branch read{branch.text("if"), branch.text("then"), std::nullopt};
        if (branch.node("else")) {
            if (branch.node("if") || branch.node("then"))
                step.findings().add(Severity::error, where, item.place, {"format.branch_if_and_else", {}}, {"format.branch_split", {}});
            read = {{}, branch.text("else"), std::nullopt};
        } else if (read.condition.empty() || read.target.empty()) {
            step.findings().add(Severity::error, where, item.place, {"format.branch_incomplete", {}},
                                {"format.write", {{"example", "- {if: \"params.fast\", then: quick}"}}});
        }
        if (const auto atMost = branch.integer("at_most"))
            read.atMost = static_cast<int>(*atMost);
        choose.branches.push_back(std::move(read));
    }
    return choose;
}

pipeline::Body readBody(const Members& step, const KindDescription& kind)
{
    if (kind.kind == pipeline::Kind::command)
        return readCommand(step);
    if (kind.kind == pipeline::Kind::choose)
        return readChoose(step, kind.body);
    if (kind.kind == pipeline::Kind::wait)
        return pipeline::Wait{step.anything("wait")};
    if (kind.kind == pipeline::Kind::placeholder)
        return pipeline::Placeholder{};
    if (kind.kind == pipeline::Kind::end)
        return pipeline::End{step.choice("end", "succeeded") != "failed"};

    static const YamlNode nothing = [] {
        YamlNode empty;
        empty.kind = YamlKind::mapping;
        return empty;
    }();
    const YamlNode* node = step.mapping(kind.key);
    const Members members(node ? *node : nothing, step.path(kind.key), node ? kind.body.fields : std::span<const Field>{}, step.findings());
    switch (kind.kind) {
    case pipeline::Kind::approve:
        return pipeline::Approve{members.text("question"), members.text("policy"), members.textList("approvers"), members.duration("expires"),
                                 members.text("on_reject")};
    case pipeline::Kind::register_:
        return pipeline::Register{members.text("model"), static_cast<int>(members.integer("major").value_or(0)), members.text("artifact"),
                                  members.text("metrics")};
    case pipeline::Kind::promote:
        return pipeline::Promote{members.text("version"), members.text("to")};
    default: {
        pipeline::SubPipeline sub{members.text("file"), {}};
        if (const YamlNode* parameters = members.mapping("parameters")) {
            for (std::size_t i = 0; i < parameters->entryCount(); ++i)
                sub.parameters.emplace_back(parameters->key(i).text, jsonOf(parameters->value(i)));
        }
        return sub;
    }
    }
}

std::vector<const KindDescription*> kindsIn(const YamlNode& step)
{
    std::vector<const KindDescription*> found;
    for (std::size_t i = 0; i < step.entryCount(); ++i) {
        if (const KindDescription* kind = pipeline::kindByKey(step.key(i).text))
            found.push_back(kind);
    }
    return found;
}

std::string kindList()
{
    std::string list;
    for (const KindDescription& kind : pipeline::kinds())
        list += (list.empty() ? "" : ", ") + std::string(kind.key);
    return list;
}

void readCommon(const Members& step, pipeline::Step& read)
{
    read.title = step.text("title");
    read.about = step.text("about");
    read.enabled = step.boolean("enabled", true);
    read.needs = step.textList("needs");
    read.condition = step.text("if");
    read.join = pipeline::joinNamed(step.choice("join", "all")).value_or(pipeline::Join::all);
    read.advisory = step.boolean("advisory", false);
    read.map = step.anything("map");
    if (const YamlNode* failure = step.mapping("on_failure")) {
        const Members members(*failure, step.path("on_failure"), pipeline::fieldByKey(pipeline::commonStepFields(), "on_failure")->fields,
                              step.findings());
        const auto atMost = members.integer("at_most");
        read.onFailure = pipeline::OnFailure{members.text("goto"), atMost ? std::optional(static_cast<int>(*atMost)) : std::nullopt};
    }
}

// A step whose key is nearly that of a kind, or one of a later version, gets that as its mend.
void reportNoKind(const YamlNode& node, const std::string& name, const std::string& path, const Findings& findings)
{
    std::vector<std::string> kindKeys;
    for (const KindDescription& kind : pipeline::kinds())
        kindKeys.emplace_back(kind.key);
    const auto future = pipeline::futureKinds();
    for (std::size_t i = 0; i < node.entryCount(); ++i) {
        const YamlNode& key = node.key(i);
        if (std::find(future.begin(), future.end(), key.text) != future.end())
            return findings.add(Severity::notYet, joined(path, key.text), key.place, {"format.not_yet", {{"key", key.text}}});
        if (pipeline::fieldByKey(pipeline::commonStepFields(), key.text))
            continue;
        if (const auto near = nearest(key.text, kindKeys))
            return findings.add(Severity::error, joined(path, key.text), key.place, {"format.unknown_key", {{"key", key.text}}},
                                {"format.did_you_mean", {{"key", *near}}});
    }
    findings.add(Severity::error, path, node.place, {"format.no_kind", {{"step", name}}}, {"format.choose_kind", {{"kinds", kindList()}}});
}

} // namespace

pipeline::Retry readRetry(const YamlNode& node, const std::string& path, const Findings& findings)
{
    const Field* field = pipeline::fieldByKey(pipeline::describe(pipeline::Kind::command).own, "retry");
    const Members members(node, path, field->fields, findings);
    pipeline::Retry retry;
    retry.attempts = static_cast<int>(members.integer("attempts").value_or(retry.attempts));
    retry.delay = members.duration("delay").value_or(retry.delay);
    retry.backoff = members.number("backoff").value_or(retry.backoff);
    retry.jitter = members.number("jitter").value_or(retry.jitter);
    retry.maximumDelay = members.duration("maximum_delay");
    retry.within = members.duration("within");
    retry.on = members.textList("on");
    return retry;
}

pipeline::Step readStep(const std::string& name, const YamlNode& node, const std::string& path, const Findings& findings)
{
    pipeline::Step read;
    read.name = name;
    if (node.kind != YamlKind::mapping) {
        findings.add(Severity::error, path, node.place, {"format.expects_step", {{"step", name}}},
                     {"format.write", {{"example", name + ": {run: [python3, " + name + ".py]}"}}});
        return read;
    }
    const auto kinds = kindsIn(node);
    if (kinds.empty()) {
        reportNoKind(node, name, path, findings);
        return read;
    }
    if (kinds.size() > 1) {
        findings.add(Severity::error, path, node.place,
                     {"format.two_kinds", {{"step", name}, {"first", std::string(kinds[0]->key)}, {"second", std::string(kinds[1]->key)}}},
                     {"format.split_step", {}});
    }
    const KindDescription& kind = *kinds.front();
    std::vector<Field> fields{kind.body};
    fields.insert(fields.end(), pipeline::commonStepFields().begin(), pipeline::commonStepFields().end());
    fields.insert(fields.end(), kind.own.begin(), kind.own.end());
    std::vector<std::string_view> reported; // the key of a second kind is reported above
    for (const KindDescription* other : kinds)
        reported.push_back(other->key);
    const Members step(node, path, fields, findings, reported);
    readCommon(step, read);
    read.body = readBody(step, kind);
    return read;
}

} // namespace penstock::format
