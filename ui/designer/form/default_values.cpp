#include "ui/designer/form/default_values.h"

#include "ui/designer/form/completer.h"
#include "ui/designer/form/entry_cells.h"

#include <QLineEdit>

namespace penstock::designer {

using format::YamlValue;

namespace {

check::Completions valuesOf(const YamlValue& parameter, const std::string& text)
{
    const Cells cells = cellsOf(pipeline::FieldType::parameters, parameter);
    const auto choices = cells.find("choices"), type = cells.find("type");
    YamlValue values = choices != cells.end() && choices->second.is_array() ? choices->second : YamlValue::array();
    if (values.empty() && type != cells.end() && type->second == "boolean")
        values = {"true", "false"};
    check::Completions found{0, text.size(), {}};
    for (const YamlValue& value : values) {
        const std::string word = value.is_string() ? value.get<std::string>() : value.dump();
        if (word.find(text) != std::string::npos)
            found.items.push_back({word, word.size(), {}, check::Completion::Kind::value, {}});
    }
    return found;
}

} // namespace

void offerDefaults(QLineEdit* field, std::function<YamlValue()> parameter)
{
    new Completer(field, [parameter = std::move(parameter)](const std::string& text, std::size_t) { return valuesOf(parameter(), text); });
}

} // namespace penstock::designer
