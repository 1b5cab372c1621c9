#include "ui/designer/form/form_plan.h"

#include <QTest>

#include <map>

namespace penstock::designer {

namespace {

std::map<std::string, int> topKeys(const std::vector<PlannedSection>& plan)
{
    std::map<std::string, int> keys;
    std::map<format::YamlPath, int> seen;
    for (const PlannedSection& section : plan) {
        for (const PlannedField& field : section.fields) {
            ++keys[field.below.front()];
            ++seen[field.below];
        }
    }
    for (const auto& [path, times] : seen) {
        if (times != 1)
            keys.clear();
    }
    return keys;
}

} // namespace

class FormPlanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfEveryKindHasOnePlace()
    {
        for (const pipeline::KindDescription& kind : pipeline::kinds()) {
            const auto keys = topKeys(FormPlan::ofKind(kind));
            for (const std::string_view key : pipeline::stepKeys(kind)) {
                if (key != "enabled" && key != "placeholder") // in the head
                    QVERIFY2(keys.contains(std::string(key)), (std::string(kind.key) + ": " + std::string(key)).c_str());
            }
        }
    }

    void nothingIsEditedAsAPieceOfYaml()
    {
        const auto isYaml = [](const pipeline::Field& field) { return field.type == pipeline::FieldType::anything || field.type == pipeline::FieldType::object; };
        std::vector<std::vector<PlannedSection>> plans{FormPlan::ofPipeline()};
        for (const pipeline::KindDescription& kind : pipeline::kinds())
            plans.push_back(FormPlan::ofKind(kind));
        for (const auto& plan : plans) {
            for (const PlannedSection& section : plan) {
                for (const PlannedField& planned : section.fields) {
                    QVERIFY2(!isYaml(planned.field), planned.below.back().c_str());
                    for (const pipeline::Field& inner : planned.field.fields)
                        QVERIFY2(!isYaml(inner) || inner.key == "default", std::string(inner.key).c_str()); // which has the type that is declared
                }
            }
        }
    }

    void theFormOfThePipelineHasAllThatIsNotDrawn()
    {
        const auto keys = topKeys(FormPlan::ofPipeline());
        for (const pipeline::Field& field : pipeline::documentFields()) {
            const bool isElsewhere = field.key == "penstock" || field.key == "steps" || field.key == "notes" || field.key == "frames"; // on the canvas
            QCOMPARE(keys.contains(std::string(field.key)), !isElsewhere);
        }
    }

    void theFormOfACommandBeginsWithTheCommand()
    {
        const auto plan = FormPlan::ofKind(pipeline::describe(pipeline::Kind::command));
        QCOMPARE(plan.front().fields.front().below, format::YamlPath{"run"});
        QVERIFY(plan.front().title.isEmpty());
        QCOMPARE(plan[1].id, std::string("retry"));
        QVERIFY(plan[1].fields.front().isShort);
    }

    void severalStepsHaveInCommonWhatCanBeTheSame()
    {
        const auto& command = pipeline::describe(pipeline::Kind::command);
        const auto ofTwo = topKeys(FormPlan::common({&command, &command}));
        QVERIFY(ofTwo.contains("timeout") && ofTwo.contains("env") && ofTwo.contains("if"));
        QVERIFY(!ofTwo.contains("run") && !ofTwo.contains("outputs") && !ofTwo.contains("needs"));
        const auto mixed = topKeys(FormPlan::common({&command, &pipeline::describe(pipeline::Kind::approve)}));
        QVERIFY(mixed.contains("if") && !mixed.contains("timeout"));
    }
};

} // namespace penstock::designer

QTEST_APPLESS_MAIN(penstock::designer::FormPlanTest)
#include "form_plan_test.moc"
