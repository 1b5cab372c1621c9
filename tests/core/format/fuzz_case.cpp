#include "tests/core/format/fuzz_case.h"

#include "core/format/layout_file.h"
#include "core/format/normal_form.h"
#include "core/format/pipeline_reader.h"
#include "core/format/pipeline_writer.h"
#include "core/format/workspace_settings.h"
#include "core/format/yaml_patch.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace penstock::format {

namespace {

void must(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void checkNode(const YamlNode& node, std::size_t begin, std::size_t end)
{
    must(begin <= node.begin && node.begin <= node.content && node.content <= node.end && node.end <= end, "ranges are nested");
    must(node.place.line > 0 && node.place.column > 0, "every node has a place");
    std::size_t at = node.content;
    for (const YamlNode& child : node.children) {
        if (node.isAlias)
            break; // a copy: its ranges are those of the target
        checkNode(child, at, node.end);
        at = child.end;
    }
}

void checkPatches(const YamlTree& tree)
{
    const YamlNode& root = tree.root;
    for (std::size_t i = 0; root.kind != YamlKind::scalar && i < std::min<std::size_t>(root.entryCount(), 4); ++i) {
        const std::string segment = root.kind == YamlKind::mapping ? root.key(i).text : std::to_string(i);
        YamlPatch same(tree);
        const auto unchanged = same.set({segment}, valueOf(root.value(i)));
        must(!unchanged || same.finish()->source == tree.source, "the same value changes nothing");
        for (const YamlValue& value : {YamlValue("text"), YamlValue("two\nlines\n"), YamlValue({{"a", {1, 2}}}), YamlValue::array()}) {
            YamlPatch patch(tree);
            (void)(patch.set({segment}, value) && patch.finish());
            YamlPatch inner(tree);
            (void)(inner.set({segment, "new"}, value) && inner.finish());
        }
        YamlPatch removal(tree);
        (void)(removal.remove({segment}) && removal.finish());
        YamlPatch renaming(tree);
        (void)(renaming.rename({segment}, "new") && renaming.finish());
    }
}

void checkNormalForm(std::string_view text)
{
    const auto normal = normalForm(text);
    if (!normal)
        return must(normal.error().code == ErrorCode::invalid, "a text that has no normal form is invalid");
    const auto again = normalForm(*normal);
    must(again && *again == *normal, "a normal form is its own normal form");
    must(dumpJson(jsonOf(readYaml(text)->root)) == dumpJson(jsonOf(readYaml(*normal)->root)), "a normal form means the same");
}

} // namespace

void checkAnyYaml(std::string_view text)
{
    const auto tree = readYaml(text);
    if (tree) {
        checkNode(tree->root, 0, tree->source.size());
        if (tree->issues.empty())
            checkPatches(*tree);
    } else {
        const Place place = placeOf(tree.error());
        must(tree.error().message.id.starts_with("yaml."), "errors have ids of this folder");
        must(place.line > 0 && place.column > 0, "errors have a place");
    }
    const ReadPipeline read = readPipeline(text);
    if (read.issues.empty())
        must(readPipeline(writePipeline(read.pipeline)).pipeline == read.pipeline, "what is written reads back as the same document");
    readSettings(text);
    checkNormalForm(text);
    must(readLayout(*writeLayout(text, {{"a", {1, 2}}})) == NodePositions{{"a", {1, 2}}}, "a layout can always be saved");
}

} // namespace penstock::format
