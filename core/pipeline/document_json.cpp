// Members that have their standard value are left out, lists of names keep their order as [name, value] pairs, durations are
// milliseconds, a step's body is {"KIND": {...}}. Described in docs/formats.md.
#include "core/pipeline/document.h"
#include "core/pipeline/document_json.h"

#include "core/pipeline/kinds.h"
#include "core/pipeline/members.h"
#include "core/pipeline/words.h"

#include <limits>

namespace penstock::pipeline {

namespace {

template <class T>
concept Listed = requires { sizeof(Members<T>); };

// ---- writing

Json write(bool value) { return value; }
Json write(int value) { return value; }
Json write(std::uint64_t value) { return value; }
Json write(double value) { return value; }
Json write(const std::string& value) { return value; }
Json write(const Json& value) { return value; }
Json write(Duration value) { return value.count(); }
Json write(ParameterType value) { return std::string(word(value)); }
Json write(CacheMode value) { return std::string(word(value)); }
Json write(Join value) { return std::string(word(value)); }
template <class T>
Json write(const std::optional<T>& value);
template <class T>
Json write(const std::vector<T>& values);
template <class T>
Json write(const std::pair<std::string, T>& named);
Json write(const Body& body);
template <Listed T>
Json write(const T& value);

template <class T>
struct Writer {
    const T& value;
    Json out = Json::object();

    template <class M>
    void operator()(const char* name, M T::*member)
    {
        static const T standard{};
        if (!(value.*member == standard.*member))
            out[name] = write(value.*member);
    }
};

template <Listed T>
Json write(const T& value)
{
    Writer<T> writer{value};
    Members<T>::list(writer);
    return std::move(writer.out);
}

template <class T>
Json write(const std::optional<T>& value)
{
    return value ? write(*value) : Json();
}

template <class T>
Json write(const std::vector<T>& values)
{
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(write(value));
    return list;
}

template <class T>
Json write(const std::pair<std::string, T>& named)
{
    return Json::array({named.first, write(named.second)});
}

Json write(const Body& body)
{
    const std::string_view key = describe(static_cast<Kind>(body.index())).key;
    return {{std::string(key), std::visit([](const auto& kind) { return write(kind); }, body)}};
}

// ---- reading: false leaves the value half read, the caller drops it

bool read(const Json& json, bool& value)
{
    value = json.is_boolean() && json.get<bool>();
    return json.is_boolean();
}

bool read(const Json& json, std::string& value)
{
    if (json.is_string())
        value = json.get_ref<const std::string&>();
    return json.is_string();
}

bool read(const Json& json, Json& value)
{
    value = json;
    return true;
}

bool read(const Json& json, double& value)
{
    if (json.is_number())
        value = json.get<double>();
    return json.is_number();
}

bool read(const Json& json, std::uint64_t& value)
{
    if (json.is_number_unsigned())
        value = json.get<std::uint64_t>();
    return json.is_number_unsigned();
}

bool readSigned(const Json& json, std::int64_t lowest, std::int64_t highest, std::int64_t& value)
{
    if (!json.is_number_integer())
        return false;
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t(highest))
        return false;
    value = json.get<std::int64_t>();
    return value >= lowest && value <= highest;
}

bool read(const Json& json, int& value)
{
    std::int64_t wide = 0;
    if (!readSigned(json, std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), wide))
        return false;
    value = static_cast<int>(wide);
    return true;
}

bool read(const Json& json, Duration& value)
{
    std::int64_t wide = 0;
    if (!readSigned(json, 0, std::numeric_limits<std::int64_t>::max(), wide))
        return false;
    value = Duration(wide);
    return true;
}

template <class Enum>
bool readWord(const Json& json, std::optional<Enum> (*named)(std::string_view), Enum& value)
{
    const auto known = json.is_string() ? named(json.get_ref<const std::string&>()) : std::nullopt;
    value = known.value_or(value);
    return known.has_value();
}

bool read(const Json& json, ParameterType& value) { return readWord(json, parameterTypeNamed, value); }
bool read(const Json& json, CacheMode& value) { return readWord(json, cacheModeNamed, value); }
bool read(const Json& json, Join& value) { return readWord(json, joinNamed, value); }
template <class T>
bool read(const Json& json, std::optional<T>& value);
template <class T>
bool read(const Json& json, std::vector<T>& values);
template <class T>
bool read(const Json& json, std::pair<std::string, T>& named);
bool read(const Json& json, Body& body);
template <Listed T>
bool read(const Json& json, T& value);

template <class T>
struct Reader {
    const Json& json;
    T& value;
    std::size_t found = 0;
    bool ok = true;

    template <class M>
    void operator()(const char* name, M T::*member)
    {
        const auto entry = json.find(name);
        if (!ok || entry == json.end())
            return;
        ++found;
        ok = read(*entry, value.*member);
    }
};

// A member that this version does not know is refused: to drop it would change what was frozen.
template <Listed T>
bool read(const Json& json, T& value)
{
    if (!json.is_object())
        return false;
    Reader<T> reader{json, value};
    Members<T>::list(reader);
    return reader.ok && reader.found == json.size();
}

template <class T>
bool read(const Json& json, std::optional<T>& value)
{
    return read(json, value.emplace());
}

template <class T>
bool read(const Json& json, std::vector<T>& values)
{
    if (!json.is_array())
        return false;
    values.reserve(json.size());
    for (const Json& item : json) {
        if (!read(item, values.emplace_back()))
            return false;
    }
    return true;
}

template <class T>
bool read(const Json& json, std::pair<std::string, T>& named)
{
    return json.is_array() && json.size() == 2 && read(json[0], named.first) && read(json[1], named.second);
}

template <std::size_t... Index>
bool readKind(Kind kind, const Json& json, Body& body, std::index_sequence<Index...>)
{
    return ((static_cast<std::size_t>(kind) == Index && read(json, body.emplace<Index>())) || ...);
}

bool read(const Json& json, Body& body)
{
    if (!json.is_object() || json.size() != 1)
        return false;
    const KindDescription* kind = kindByKey(json.begin().key());
    return kind && readKind(kind->kind, *json.begin(), body, std::make_index_sequence<std::variant_size_v<Body>>());
}

} // namespace

Json toJson(const Pipeline& pipeline) { return write(pipeline); }

Result<Pipeline> pipelineFromJson(const Json& json)
{
    Pipeline pipeline;
    if (!read(json, pipeline))
        return Error{ErrorCode::invalid, {"pipeline.bad_json", {}}, textAt(json, "name")};
    return pipeline;
}

} // namespace penstock::pipeline
