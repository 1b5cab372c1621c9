#include "core/edit/text_completion.h"

#include "core/edit/text_context.h"
#include "core/pipeline/kinds.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>

namespace penstock::edit {

namespace {

using pipeline::Field;
using pipeline::FieldType;

// What a place of the document is described by: the keys of a mapping, or the value of one key.
struct Described {
    std::vector<const Field*> keys;
    const Field* field = nullptr;
};

std::vector<const Field*> pointers(std::span<const Field> fields)
{
    std::vector<const Field*> all;
    for (const Field& field : fields)
        all.push_back(&field);
    return all;
}

void append(std::vector<const Field*>& to, std::span<const Field> fields)
{
    for (const Field& field : fields) {
        const bool isThere = std::any_of(to.begin(), to.end(), [&](const Field* known) { return known->key == field.key; });
        if (!isThere)
            to.push_back(&field);
    }
}

// Of one step: its kind says what it may have; while there is none, all kinds do.
Described stepKeys(const std::set<std::string>& siblings, const pipeline::Step* step)
{
    const pipeline::KindDescription* kind = nullptr;
    for (const std::string& key : siblings)
        kind = kind ? kind : pipeline::kindByKey(key);
    if (!kind && step && siblings.empty())
        kind = &pipeline::describe(step->kind()); // it stands in one line
    Described described;
    for (const pipeline::KindDescription& each : pipeline::kinds()) {
        if (!kind || kind == &each)
            described.keys.push_back(&each.body);
    }
    append(described.keys, pipeline::commonStepFields());
    for (const pipeline::KindDescription& each : pipeline::kinds()) {
        if (kind ? kind == &each : each.kind == pipeline::Kind::command)
            append(described.keys, each.own);
    }
    return described;
}

bool isMapping(FieldType type)
{
    return type == FieldType::object || type == FieldType::pathOrFields || type == FieldType::durationOrFields || type == FieldType::triggers;
}

bool isNamed(FieldType type) // names that people choose, each with a mapping
{
    return type == FieldType::inputs || type == FieldType::outputs || type == FieldType::values || type == FieldType::parameters
           || type == FieldType::items;
}

const Field* find(const std::vector<const Field*>& keys, std::string_view key)
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const Field* field) { return field->key == key; });
    return found == keys.end() ? nullptr : *found;
}

// Follows the path from the root; nothing below what is not described.
Described describedAt(const TextContext& context, const pipeline::Pipeline& known)
{
    Described here{pointers(pipeline::documentFields()), nullptr};
    for (std::size_t i = 0; i < context.path.size(); ++i) {
        const std::string& segment = context.path[i];
        if (segment == "-") {
            here = here.field ? Described{pointers(here.field->fields), here.field} : Described{};
        } else if (here.field && here.field->type == FieldType::steps) {
            const bool isInside = i + 1 == context.path.size() && !context.isValue;
            here = stepKeys(isInside ? context.siblings : std::set<std::string>(), known.step(segment));
        } else if (here.field && isNamed(here.field->type)) {
            here = {pointers(here.field->fields), nullptr};
        } else {
            const Field* field = find(here.keys, segment);
            here = {field && isMapping(field->type) ? pointers(field->fields) : std::vector<const Field*>(), field};
        }
    }
    return here;
}

class Fitting final {
public:
    Fitting(Completions& completions, std::string_view word)
        : m_completions(completions)
        , m_word(word)
    {}

    void add(Completion item)
    {
        if (item.name.starts_with(m_word))
            m_first.push_back(std::move(item));
        else if (item.name.find(m_word) != std::string::npos)
            m_then.push_back(std::move(item));
    }
    void finish()
    {
        std::move(m_first.begin(), m_first.end(), std::back_inserter(m_completions.items));
        std::move(m_then.begin(), m_then.end(), std::back_inserter(m_completions.items));
    }

private:
    Completions& m_completions;
    std::string_view m_word;
    std::vector<Completion> m_first, m_then;
};

void addKeys(Fitting& fitting, const std::vector<const Field*>& keys, const std::set<std::string>& siblings, std::string_view word, bool hasColon)
{
    for (const Field* field : keys) {
        std::string key(field->key);
        if (field->support == pipeline::Support::notYet || (siblings.contains(key) && key != word))
            continue;
        std::string insert = hasColon ? key : std::string(key).append(": ");
        Message about{std::string("field.").append(key).append(".help"), {}};
        fitting.add({Completion::Kind::key, std::move(key), std::move(insert), std::move(about)});
    }
}

void addValues(Fitting& fitting, const Field& field, const pipeline::Pipeline& known)
{
    if (field.type == FieldType::stepName || field.type == FieldType::stepNames) {
        for (const pipeline::Step& step : known.steps)
            fitting.add({Completion::Kind::step, step.name, step.name, {std::string("kind.").append(pipeline::describe(step.kind()).key), {}}});
    }
    const auto word = [&](std::string_view text) { fitting.add({Completion::Kind::word, std::string(text), std::string(text), {}}); };
    for (const std::string_view choice : field.choices)
        word(choice);
    if (field.type == FieldType::boolean) {
        word("true");
        word("false");
    }
}

} // namespace

Completions completionsAt(std::string_view text, std::size_t offset, const pipeline::Pipeline& known)
{
    Completions completions;
    const auto context = contextAt(text, offset);
    if (!context)
        return completions;
    completions.begin = context->begin;
    completions.end = context->end;
    const std::string_view word = text.substr(context->begin, offset - context->begin);
    const Described described = describedAt(*context, known);
    Fitting fitting(completions, word);
    const bool isEntry = !context->path.empty() && context->path.back() == "-";
    if (!context->isValue)
        addKeys(fitting, described.keys, context->siblings, text.substr(context->begin, context->end - context->begin), context->end < text.size() && text[context->end] == ':');
    if (described.field && (context->isValue || isEntry))
        addValues(fitting, *described.field, known);
    fitting.finish();
    return completions;
}

} // namespace penstock::edit
