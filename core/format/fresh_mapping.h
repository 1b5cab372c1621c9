#pragma once

#include "core/base/time.h"
#include "core/format/yaml_scalar.h"
#include "core/pipeline/command.h"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace penstock::format {

// Adds what differs from the default; the default of a text, list or optional is to be empty.
class FreshMapping final {
public:
    void add(const char* key, YamlValue value) { m_value[key] = std::move(value); }

    void text(const char* key, const std::string& text)
    {
        if (!text.empty())
            add(key, text);
    }
    void texts(const char* key, const std::vector<std::string>& texts)
    {
        if (!texts.empty())
            add(key, texts);
    }
    void duration(const char* key, const std::optional<Duration>& duration)
    {
        if (duration)
            add(key, formatDuration(*duration));
    }
    void json(const char* key, const Json& json)
    {
        if (!json.is_null())
            add(key, YamlValue(json));
    }
    void texts(const char* key, const pipeline::Named<std::string>& texts)
    {
        YamlValue value = YamlValue::object();
        for (const auto& [name, text] : texts)
            value[name] = text;
        if (!texts.empty())
            add(key, std::move(value));
    }
    // Whole numbers are written without a point: `backoff: 2`.
    void number(const char* key, double number, double standard)
    {
        if (number == standard)
            return;
        const bool whole = std::fabs(number) < 1e15 && number == std::floor(number);
        add(key, whole ? YamlValue(static_cast<std::int64_t>(number)) : YamlValue(number));
    }

    YamlValue take() { return std::move(m_value); }
    bool isEmpty() const { return m_value.empty(); }

private:
    YamlValue m_value = YamlValue::object();
};

inline YamlValue listOf(const std::vector<Json>& values)
{
    YamlValue list = YamlValue::array();
    for (const Json& value : values)
        list.push_back(YamlValue(value));
    return list;
}

} // namespace penstock::format
