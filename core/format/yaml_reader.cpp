#include "core/format/yaml_builder.h"
#include "core/format/yaml_problem.h"
#include "core/format/yaml_text.h"
#include "core/format/yaml_tree.h"

#include <yaml.h>

namespace penstock::format {

namespace {

Place placeOf(const yaml_mark_t& mark) { return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1}; }

std::string_view textOf(const yaml_char_t* text)
{
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

YamlStyle styleOf(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return YamlStyle::singleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return YamlStyle::doubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE: return YamlStyle::literal;
    case YAML_FOLDED_SCALAR_STYLE: return YamlStyle::folded;
    default: return YamlStyle::plain;
    }
}

// Owns libyaml's parser and its current event.
class EventSource final {
public:
    explicit EventSource(std::string_view text)
        : m_text(text)
        , m_characters(text)
    {
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    ~EventSource()
    {
        yaml_event_delete(&m_event);
        yaml_parser_delete(&m_parser);
    }
    EventSource(const EventSource&) = delete;
    EventSource& operator=(const EventSource&) = delete;

    Result<yaml_event_type_t> next()
    {
        yaml_event_delete(&m_event);
        if (yaml_parser_parse(&m_parser, &m_event))
            return m_event.type;
        m_event = {};
        const bool hasContext = m_parser.context != nullptr;
        return explain({m_parser.problem ? m_parser.problem : "", hasContext ? m_parser.context : "",
                        placeOf(m_parser.problem_mark), hasContext ? placeOf(m_parser.context_mark) : Place{},
                        m_characters.byteOf(m_parser.problem_mark.index)},
                       m_text);
    }

    // The current event, which must be one of a node; valid until next().
    YamlToken token() const
    {
        YamlToken token;
        token.begin = m_characters.byteOf(m_event.start_mark.index);
        token.end = m_characters.byteOf(m_event.end_mark.index);
        token.place = placeOf(m_event.start_mark);
        fill(token);
        return token;
    }

    std::size_t eventEnd() const { return m_characters.byteOf(m_event.end_mark.index); }

private:
    void fill(YamlToken& token) const
    {
        const auto& data = m_event.data;
        switch (m_event.type) {
        case YAML_SCALAR_EVENT:
            token.what = YamlToken::What::scalar;
            token.style = styleOf(data.scalar.style);
            token.anchor = textOf(data.scalar.anchor);
            token.tag = textOf(data.scalar.tag);
            token.text = {reinterpret_cast<const char*>(data.scalar.value), data.scalar.length};
            break;
        case YAML_ALIAS_EVENT:
            token.what = YamlToken::What::alias;
            token.anchor = textOf(data.alias.anchor);
            break;
        case YAML_SEQUENCE_START_EVENT:
            token.what = YamlToken::What::startSequence;
            token.style = data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? YamlStyle::flow : YamlStyle::block;
            token.anchor = textOf(data.sequence_start.anchor);
            token.tag = textOf(data.sequence_start.tag);
            break;
        case YAML_MAPPING_START_EVENT:
            token.what = YamlToken::What::startMapping;
            token.style = data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? YamlStyle::flow : YamlStyle::block;
            token.anchor = textOf(data.mapping_start.anchor);
            token.tag = textOf(data.mapping_start.tag);
            break;
        default: token.what = YamlToken::What::end; break;
        }
    }

    std::string_view m_text;
    CharacterIndex m_characters;
    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
};

// libyaml is not asked for more after the first document: its directives could be many.
Result<void> checkRest(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::size_t first = line.find_first_not_of(" \t");
        if (first != std::string_view::npos && line[first] != '#' && line != "...")
            return yamlError(placeAt(text, at + first), "yaml.second_document");
        at = end + 1;
    }
    return {};
}

Result<YamlTree> build(std::string_view text, const YamlLimits& limits)
{
    EventSource events(text);
    YamlBuilder builder(text, limits);
    while (true) {
        const auto type = events.next();
        if (!type)
            return type.error();
        if (*type == YAML_STREAM_END_EVENT)
            return builder.finish();
        if (*type == YAML_DOCUMENT_END_EVENT) {
            const auto rest = checkRest(text, events.eventEnd());
            return rest ? Result<YamlTree>(builder.finish()) : Result<YamlTree>(rest.error());
        }
        if (*type == YAML_STREAM_START_EVENT || *type == YAML_DOCUMENT_START_EVENT)
            continue;
        if (auto taken = builder.take(events.token()); !taken)
            return taken.error();
    }
}

} // namespace

Result<YamlTree> readYaml(std::string_view text, const YamlLimits& limits)
{
    if (text.size() > limits.bytes)
        return yamlError({1, 1}, "yaml.too_large",
                         {{"size", std::to_string(text.size())}, {"limit", std::to_string(limits.bytes)}});
    if (auto fine = checkYamlText(text); !fine)
        return fine.error();
    return build(text, limits);
}

} // namespace penstock::format
