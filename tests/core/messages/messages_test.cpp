#include "core/messages/messages.h"

#include "core/engine/outcome.h"
#include "core/messages/catalogue.h"
#include "core/pipeline/kinds.h"

#include <QDateTime>
#include <QTest>

#include <set>

using namespace penstock;
using namespace Qt::Literals::StringLiterals;

class MessagesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsArgumentsIntoTheSentence()
    {
        const Message message{"parameter.too_small", {{"minimum", "0.001"}, {"name", "c"}, {"value", "0"}}};
        QCOMPARE(messages::sentence(message), u"0 is too small for the parameter \"c\". The minimum is 0.001."_s);
    }

    void leavesBracesThatAreNoPlaces()
    {
        const Message message{"check.mend.declare_input", {{"name", "data"}, {"path", "steps.a.outputs.data"}}};
        QCOMPARE(messages::sentence(message),
                 u"Declare the input data: \"${{ steps.a.outputs.data }}\" and write ${{ inputs.data }} here."_s);
    }

    void doesNotLookForPlacesInArguments()
    {
        const Message message{"engine.exited", {{"code", "{code}{code}"}}};
        QVERIFY(messages::sentence(message).contains(u"{code}{code}."_s));
    }

    void saysStatesAndTimesAsPeopleDo()
    {
        QCOMPARE(messages::sentence(Message{"engine.need_not_met", {{"step", "train"}, {"state", "skipped"}}}), u"It needs \"train\" (skipped)."_s);
        const Message running{"engine.is_running", {{"since", "2026-11-20T15:58:23.004Z"}}};
        const QString local = QDateTime(QDate(2026, 11, 20), QTime(15, 58, 23), Qt::UTC).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
        QCOMPARE(messages::sentence(running), u"It has been running since %1."_s.arg(local));
        QCOMPARE(messages::sentence(Message{"engine.is_running", {{"since", "the start"}}}), u"It has been running since the start."_s);
    }

    void showsWhatItDoesNotKnowAsItIs()
    {
        QCOMPARE(messages::sentence(Message{"new.thing", {{"path", "/x"}}}), u"new.thing path=/x"_s);
        QCOMPARE(messages::sentence(Message{"engine.exited", {}}), u"The command ended with exit code {code}. Its log tells more."_s);
    }

    void fallsBackToTheSentenceWithoutTheNearestName()
    {
        const Message message{"check.unknown_step_near", {{"name", "x"}, {"nearest", "y"}}};
        QCOMPARE(messages::sentence(message), u"There is no step \"x\"."_s);
    }

    void addsTheDetailOnlyWhenAsked()
    {
        const Error error{ErrorCode::io, {"platform.io", {{"path", "/x"}}}, "EIO"};
        QCOMPARE(messages::sentence(error), u"The system failed at /x. The log tells more."_s);
        QCOMPARE(messages::withDetail(error), u"The system failed at /x. The log tells more. (EIO)"_s);
    }

    void writesIssuesAsCompilersDo()
    {
        pipeline::Issue issue{pipeline::Severity::error, {"check.unknown_step", {{"name", "trian"}}}, {"check.mend.nearest", {{"nearest", "train"}}}, "steps.a.needs.0", {12, 7}};
        QCOMPARE(messages::issueText(u"digits.pipeline.yaml"_s, issue),
                 u"digits.pipeline.yaml:12:7: error: There is no step \"trian\".\n  Did you mean \"train\"?"_s);
        issue.place = {};
        issue.mend = {};
        issue.severity = pipeline::Severity::notYet;
        QCOMPARE(messages::issueText(u"x.yaml"_s, issue), u"x.yaml: not yet: There is no step \"trian\"."_s);
    }

    void hasEveryIdOnce()
    {
        std::set<std::string_view> ids;
        for (const auto area : messages::catalogues()) {
            for (const messages::Entry& entry : area)
                QVERIFY2(ids.insert(entry.id).second, entry.id);
        }
        QVERIFY(ids.size() > 500);
    }

    void describesEveryKindAndKey()
    {
        for (const pipeline::KindDescription& kind : pipeline::kinds()) {
            wants("kind." + std::string(kind.key));
            wants("kind." + std::string(kind.key) + ".about");
            wantsFields({&kind.body, 1});
            wantsFields(kind.own);
        }
        wantsFields(pipeline::commonStepFields());
        wantsFields(pipeline::documentFields());
    }

    void hasAWordForEveryState()
    {
        for (int state = 0; state <= int(engine::InstanceState::lost); ++state) {
            wants(std::string("state.") + engine::name(static_cast<engine::InstanceState>(state)));
            wants(std::string("said.") + engine::name(static_cast<engine::InstanceState>(state)));
        }
        for (int state = 0; state <= int(engine::RunState::lost); ++state)
            wants(std::string("state.") + engine::name(static_cast<engine::RunState>(state)));
        for (int kind = 0; kind <= int(engine::OutcomeKind::refused); ++kind)
            wants(std::string("outcome.") + engine::name(static_cast<engine::OutcomeKind>(kind)));
    }

private:
    static void wants(const std::string& id) { QVERIFY2(messages::has(id), id.c_str()); }

    static void wantsFields(std::span<const pipeline::Field> fields)
    {
        for (const pipeline::Field& field : fields) {
            wants("field." + std::string(field.key));
            wants("field." + std::string(field.key) + ".help");
            wantsFields(field.fields);
        }
    }
};

QTEST_APPLESS_MAIN(MessagesTest)
#include "messages_test.moc"
