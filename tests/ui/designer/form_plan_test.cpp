#include "ui/designer/form_plan.h"

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
