#include "ui/designer/form/entry_cells.h"
#include "ui/designer/form/entry_shape.h"

#include <QTest>

namespace penstock::designer {

using format::YamlValue;
using pipeline::FieldType;

namespace {

const pipeline::Field& commandField(const char* key) { return *pipeline::fieldByKey(pipeline::describe(pipeline::Kind::command).own, key); }

// What becomes of an entry when one cell of it changes.
YamlValue changed(FieldType type, const char* entry, const std::string& key, const YamlValue& value)
{
    const YamlValue before = YamlValue::parse(entry);
    Cells cells = cellsOf(type, before);
    cells.erase(key);
    if (!value.is_null())
        cells[key] = value;
    return entryOf(type, cells, before);
}

QByteArray text(const YamlValue& value) { return QByteArray::fromStdString(value.dump()); }

} // namespace

class EntryShapeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOutputIsAPathUntilItHasAKind()
    {
        QCOMPARE(text(changed(FieldType::outputs, R"("build/x")", "path", "build/y")), QByteArray(R"("build/y")"));
        QCOMPARE(text(changed(FieldType::outputs, R"("build/x")", "kind", "model")), QByteArray(R"({"path":"build/x","kind":"model"})"));
        QCOMPARE(text(changed(FieldType::outputs, R"({"path":"build/x"})", "path", "build/y")), QByteArray(R"({"path":"build/y"})")); // stays as it was written
        QCOMPARE(text(changed(FieldType::outputs, R"("build/x")", "path", nullptr)), QByteArray("{}"));
    }

    void anInputIsWrittenWithItsMarks()
    {
        const Cells cells = cellsOf(FieldType::inputs, "${{ steps.a.outputs.x }}");
        QCOMPARE(cells.at("source").get<std::string>(), std::string("steps.a.outputs.x"));
        QCOMPARE(text(changed(FieldType::inputs, R"("${{steps.a.outputs.x}}")", "source", "steps.a.outputs.y")), QByteArray(R"("${{ steps.a.outputs.y }}")"));
        QCOMPARE(text(changed(FieldType::inputs, R"("${{ steps.a.outputs.x }}")", "source", "${{ steps.b.outputs.y }}")), QByteArray(R"("${{ steps.b.outputs.y }}")"));
        QCOMPARE(cellsOf(FieldType::inputs, "${{ a }}${{ b }}").at("source").get<std::string>(), std::string("${{ a }}${{ b }}"));
        QCOMPARE(cellsOf(FieldType::inputs, "${{}}").at("source").get<std::string>(), std::string("${{}}"));
    }

    void aBranchWithoutConditionIsElse()
    {
        QCOMPARE(text(changed(FieldType::branches, R"({"if":"a","then":"x","at_most":3})", "if", nullptr)), QByteArray(R"({"else":"x","at_most":3})"));
        QCOMPARE(text(changed(FieldType::branches, R"({"else":"x"})", "if", "a > 1")), QByteArray(R"({"if":"a > 1","then":"x"})"));
        QCOMPARE(text(changed(FieldType::branches, R"({"if":"a","then":"x"})", "target", "y")), QByteArray(R"({"if":"a","then":"y"})"));
    }

    void valuesOfAParameterAreOfItsType()
    {
        QCOMPARE(text(changed(FieldType::parameters, R"({"type":"number","default":1})", "default", "2.5")), QByteArray(R"({"type":"number","default":2.5})"));
        QCOMPARE(text(changed(FieldType::parameters, R"({"type":"string","default":"1"})", "default", "2")), QByteArray(R"({"type":"string","default":"2"})"));
        QCOMPARE(text(changed(FieldType::parameters, R"({"type":"integer"})", "choices", YamlValue{"1", "2"})), QByteArray(R"({"type":"integer","choices":[1,2]})"));
        QCOMPARE(text(changed(FieldType::parameters, R"({"type":"integer"})", "default", "many")), QByteArray(R"({"type":"integer","default":"many"})"));
        QCOMPARE(text(changed(FieldType::parameters, R"({"default":"1"})", "type", "number")), QByteArray(R"({"default":1,"type":"number"})"));
    }

    void aParameterInShortStaysShortAndKeepsItsType()
    {
        QCOMPARE(text(changed(FieldType::parameters, "1.5", "default", "2")), QByteArray("2.0"));
        QCOMPARE(text(changed(FieldType::parameters, "1", "default", "2")), QByteArray("2"));
        QCOMPARE(text(changed(FieldType::parameters, "true", "default", "false")), QByteArray("false"));
        QCOMPARE(text(changed(FieldType::parameters, R"("rbf")", "about", "kernel")), QByteArray(R"({"default":"rbf","about":"kernel"})"));
    }

    void aVariableKeepsTheWayItIsWritten()
    {
        QCOMPARE(text(changed(FieldType::textMap, "1", "value", "2")), QByteArray("2"));
        QCOMPARE(text(changed(FieldType::textMap, R"("1")", "value", "2")), QByteArray(R"("2")"));
        QCOMPARE(text(changed(FieldType::textMap, "1", "value", "${{ params.c }}")), QByteArray(R"("${{ params.c }}")"));
    }

    void aNameOfAMapHasValuesOrARange()
    {
        QCOMPARE(cellsOf(FieldType::items, YamlValue::parse(R"([0.1,"1","rbf"])")).at("values").get<std::string>(), std::string("0.1, \"1\", rbf"));
        QCOMPARE(text(changed(FieldType::items, "[1,2]", "values", "1, 2, 3")), QByteArray("[1,2,3]"));
        QCOMPARE(text(changed(FieldType::items, "[1,2]", "values", "${{ params.list }}")), QByteArray(R"("${{ params.list }}")"));
        QCOMPARE(text(changed(FieldType::items, "[1,2]", "values", nullptr)), QByteArray("[]"));
        Cells cells = cellsOf(FieldType::items, YamlValue::parse("[1,2]"));
        cells["from"] = 0.5;
        dropRivals(FieldType::items, "from", cells);
        QCOMPARE(text(entryOf(FieldType::items, cells, YamlValue::parse("[1,2]"))), QByteArray(R"({"from":0.5})"));
        cells["values"] = "3";
        dropRivals(FieldType::items, "values", cells);
        QCOMPARE(text(entryOf(FieldType::items, cells, YamlValue::parse(R"({"from":0.5})"))), QByteArray("[3]"));
    }

    void whatHasNoCellStays()
    {
        QCOMPARE(text(changed(FieldType::outputs, R"({"path":"x","later":1})", "kind", "model")), QByteArray(R"({"path":"x","later":1,"kind":"model"})"));
    }

    void secretsThatAreCalledAsTheirVariablesAreAList()
    {
        const pipeline::Field& secrets = commandField("secrets");
        const auto entries = entriesOf(secrets, YamlValue{"TOKEN"});
        QCOMPARE(entries.front().first, std::string("TOKEN"));
        QCOMPARE(text(valueOf(secrets, entries, YamlValue{"TOKEN"})), QByteArray(R"(["TOKEN"])"));
        QCOMPARE(text(valueOf(secrets, {{"TOKEN", "other"}}, YamlValue{"TOKEN"})), QByteArray(R"({"TOKEN":"other"})"));
    }

    void oneTriggerStandsAloneAndTwoInAList()
    {
        const pipeline::Field& on = *pipeline::fieldByKey(pipeline::documentFields(), "on");
        const YamlValue one = YamlValue::parse(R"({"event":"e"})");
        auto entries = entriesOf(on, one);
        QCOMPARE(entries.size(), std::size_t(1));
        QCOMPARE(text(valueOf(on, entries, one)), QByteArray(R"({"event":"e"})"));
        entries.emplace_back(std::string(), YamlValue::parse(R"({"event":"f"})"));
        QCOMPARE(text(valueOf(on, entries, one)), QByteArray(R"([{"event":"e"},{"event":"f"}])"));
        QVERIFY(valueOf(on, {}, one).is_null());
    }
};

} // namespace penstock::designer

QTEST_APPLESS_MAIN(penstock::designer::EntryShapeTest)
#include "entry_shape_test.moc"
