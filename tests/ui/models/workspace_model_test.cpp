#include "tests/ui/support/recorded_source.h"

#include <QSignalSpy>
#include <QTest>

using namespace penstock;
using namespace penstock::test;
using namespace Qt::Literals::StringLiterals;

class WorkspaceModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheLogHoldsIsThereOnceOpened();
    void anEventChangesItsRunAndNothingElse();
    void aBurstIsAnnouncedInOnePiece();
    void whatWasFoldedBeforeIsPassedOver();
    void aMissingEventMakesItReadTheLogAgain();
    void aDamagedEventIsSaidAndStopsTheFold();
    void aCommandsErrorComesAsASentence();
    void anAnswerForSomebodyWhoIsGoneIsDropped();
    void theHistoryOfARunIsItsOwn();
    void anActorIsNamedAsThePersonTheyAre();
    void whatAKilledOwnerLeftIsTakenUpAgain();
    void watchingWakesNobody();
    void anInputThatIsReadIsKnownUntilTheCommandBegins();
    void troubleIsSaidOnceAndIsOverWithTheNextEvents();
};

namespace {

// A workspace opened after `known` events; the rest can still arrive.
struct Following {
    explicit Following(std::size_t later)
        : recorded(digitsWorkspace())
        , workspace(recorded)
        , rest(recorded.events().end() - static_cast<std::ptrdiff_t>(later), recorded.events().end())
    {
        workspace.source->deliverOpening({recorded.events().begin(), recorded.events().end() - static_cast<std::ptrdiff_t>(later)});
    }

    RecordedWorkspace recorded;
    OpenWorkspace workspace;
    std::vector<engine::StoredEvent> rest;
};

} // namespace

void WorkspaceModelTest::anInputThatIsReadIsKnownUntilTheCommandBegins()
{
    Following following(1);
    models::WorkspaceModel& model = following.workspace.model;
    QSignalSpy runs(&model, &models::WorkspaceModel::runsChanged);
    const AttemptId attempt = *AttemptId::parse("digits-42/train/1");
    following.workspace.source->deliver(session::noticeOf(session::InputProgress{attempt, "data/raw.csv", 1, 4}));
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0).at(0).value<QList<RunId>>(), QList<RunId>{attempt.run});
    QCOMPARE(model.readings().at(attempt).done, std::uint64_t(1));
    following.workspace.source->deliver(following.rest); // its command runs by now
    QTRY_VERIFY(model.readings().empty());
}

void WorkspaceModelTest::troubleIsSaidOnceAndIsOverWithTheNextEvents()
{
    Following following(1);
    QSignalSpy trouble(&following.workspace.model, &models::WorkspaceModel::troubleChanged);
    const session::Notice full = session::noticeOfTrouble({ErrorCode::full, {"store.disk_full", {{"path", "/data"}}}, {}});
    following.workspace.source->deliver(full);
    following.workspace.source->deliver(full);
    QCOMPARE(trouble.size(), 1);
    QVERIFY(trouble.at(0).at(0).toString().contains(u"/data"_s));
    following.workspace.source->deliver(following.rest);
    QTRY_COMPARE(trouble.size(), 2);
    QCOMPARE(trouble.at(1).at(0).toString(), QString());
}

void WorkspaceModelTest::whatTheLogHoldsIsThereOnceOpened()
{
    const RecordedWorkspace recorded = digitsWorkspace();
    OpenWorkspace workspace(recorded);
    QVERIFY(workspace.model.isOpen());
    QCOMPARE(workspace.model.view().seq, recorded.events().size());
    QCOMPARE(workspace.model.view().workspace.runs.size(), std::size_t(4));
    QCOMPARE(workspace.model.openRequests(), 1);
}

void WorkspaceModelTest::anEventChangesItsRunAndNothingElse()
{
    Following following(1);
    QSignalSpy runs(&following.workspace.model, &models::WorkspaceModel::runsChanged);
    QSignalSpy requests(&following.workspace.model, &models::WorkspaceModel::requestsChanged);
    QSignalSpy registry(&following.workspace.model, &models::WorkspaceModel::registryChanged);
    following.workspace.source->deliver(following.rest);
    QVERIFY(runs.wait());
    QCOMPARE(runs.at(0).at(0).value<QList<RunId>>(), QList<RunId>{*RunId::parse("digits-42")});
    QVERIFY(requests.isEmpty());
    QVERIFY(registry.isEmpty());
    QCOMPARE(following.workspace.model.view().seq, following.recorded.events().size());
}

void WorkspaceModelTest::aBurstIsAnnouncedInOnePiece()
{
    Following following(40);
    QSignalSpy runs(&following.workspace.model, &models::WorkspaceModel::runsChanged);
    for (const engine::StoredEvent& event : following.rest)
        following.workspace.source->deliver({event});
    QVERIFY(runs.wait());
    QCOMPARE(runs.size(), 1);
    QCOMPARE(following.workspace.model.view().seq, following.recorded.events().size());
}

void WorkspaceModelTest::whatWasFoldedBeforeIsPassedOver()
{
    Following following(3);
    QSignalSpy folded(&following.workspace.model, &models::WorkspaceModel::eventsFolded);
    following.workspace.source->deliver(following.recorded.events()); // from the first on
    QVERIFY(folded.wait());
    QCOMPARE(following.workspace.model.view().seq, following.recorded.events().size());
    QCOMPARE(following.workspace.source->opens(), 1);
}

void WorkspaceModelTest::aMissingEventMakesItReadTheLogAgain()
{
    Following following(3);
    following.workspace.source->deliver({following.rest.back()});
    QTRY_COMPARE(following.workspace.source->opens(), 2);
}

void WorkspaceModelTest::aDamagedEventIsSaidAndStopsTheFold()
{
    Following following(2);
    QSignalSpy failed(&following.workspace.model, &models::WorkspaceModel::failed);
    following.rest[0].type = "attempt.ended";
    following.rest[0].payload = {{"attempt", 7}};
    const Seq before = following.workspace.model.view().seq;
    following.workspace.source->deliver(following.rest);
    QVERIFY(failed.wait());
    QCOMPARE(following.workspace.model.view().seq, before);
    QCOMPARE(following.workspace.source->opens(), 1);
}

void WorkspaceModelTest::aCommandsErrorComesAsASentence()
{
    OpenWorkspace workspace(digitsWorkspace());
    QString problem;
    workspace.model.cancel(*RunId::parse("digits-99"), {}, this, [&](const models::Answer& answer) { problem = answer.problem; });
    workspace.source->answer(Error{ErrorCode::notFound, {"no.such.text", {{"run", "digits-99"}}}, {}});
    QVERIFY(problem.contains(u"digits-99"_s));
}

void WorkspaceModelTest::anAnswerForSomebodyWhoIsGoneIsDropped()
{
    OpenWorkspace workspace(digitsWorkspace());
    bool called = false;
    {
        QObject asker;
        workspace.model.resume(*RunId::parse("digits-40"), &asker, [&](const models::Answer&) { called = true; });
    }
    workspace.source->answer(Json::object());
    QVERIFY(!called);
}

void WorkspaceModelTest::theHistoryOfARunIsItsOwn()
{
    OpenWorkspace workspace(digitsWorkspace());
    models::WorkspaceModel::Events events;
    workspace.model.history(*RunId::parse("digits-40"), this, [&](const models::WorkspaceModel::Events& own) { events = own; });
    QVERIFY(!events.empty());
    QCOMPARE(events.front().type, std::string("run.created"));
    QCOMPARE(events.back().type, std::string("run.ended"));
    for (const engine::StoredEvent& event : events)
        QCOMPARE(models::runOf(event)->text(), std::string("digits-40"));
}

void WorkspaceModelTest::anActorIsNamedAsThePersonTheyAre()
{
    OpenWorkspace workspace(digitsWorkspace());
    QCOMPARE(workspace.model.personOf("user:ada"), u"Ada"_s);
    QCOMPARE(workspace.model.personOf("user:nobody"), u"nobody"_s);
    QCOMPARE(workspace.model.personOf("engine"), u"engine"_s);
}

void WorkspaceModelTest::whatAKilledOwnerLeftIsTakenUpAgain()
{
    OpenWorkspace workspace(digitsWorkspace()); // digits-42 runs
    QCOMPARE(workspace.source->wakes(), 1);
    Q_EMIT workspace.source->ownerChanged(true);
    Q_EMIT workspace.source->ownerChanged(false);
    QTRY_COMPARE(workspace.source->wakes(), 2);
}

void WorkspaceModelTest::watchingWakesNobody()
{
    OpenWorkspace workspace(digitsWorkspace(Until::threeRuns)); // one asks a person, nothing runs
    QCOMPARE(workspace.source->wakes(), 0);
    workspace.model.setTrusted(false);
    workspace.source->deliverOpening(digitsWorkspace().events());
    QCOMPARE(workspace.source->wakes(), 0);
    workspace.model.setTrusted(true);
    QCOMPARE(workspace.source->wakes(), 1);
}

QTEST_MAIN(WorkspaceModelTest)
#include "workspace_model_test.moc"
