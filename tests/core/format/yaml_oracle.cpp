#include "tests/core/format/yaml_oracle.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

namespace penstock::format {

namespace {

YamlValue converted(const YAML::Node& node)
{
    if (node.IsMap()) {
        YamlValue object = YamlValue::object();
        for (const auto& entry : node)
            object[entry.first.Scalar()] = converted(entry.second);
        return object;
    }
    if (node.IsSequence()) {
        YamlValue list = YamlValue::array();
        for (const auto& item : node)
            list.push_back(converted(item));
        return list;
    }
    YamlNode scalar;
    scalar.text = node.IsNull() ? std::string() : node.Scalar();
    const bool isText = node.Tag() == "!" || node.Tag() == "tag:yaml.org,2002:str";
    scalar.style = isText ? YamlStyle::doubleQuoted : YamlStyle::plain;
    return scalarValue(scalar);
}

} // namespace

YamlValue oracleValue(const std::string& text)
{
    try {
        return converted(YAML::Load(text));
    } catch (const YAML::Exception& error) {
        ADD_FAILURE() << error.what() << "\n" << text;
        return {};
    }
}

} // namespace penstock::format
