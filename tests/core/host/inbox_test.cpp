#include "tests/core/host/owner_fixture.h"

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace penstock::host {

namespace {

class InboxTest : public OwnerTest {
protected:
    void listener(const std::string& name, const std::string& on)
    {
        workspace.write("pipelines/" + name + ".pipeline.yaml",
                        "penstock: 1\nname: " + name + "\nparameters: {c: {type: number, default: 1.5}}\non: " + on
                            + "\nsteps:\n  a: {run: [use, \"${{ params.c }}\"]}\n");
    }

    std::string emit(const std::string& name, Json data = Json::object(), const std::string& key = {})
    {
        const auto reply = ask(session::EmitEvent{name, key, std::move(data)});
        EXPECT_TRUE(reply) << reply.error().message.id;
        return reply ? textAt(*reply, "event") : std::string();
    }

    engine::InboxEvent handled(const std::string& event)
    {
        const EventId id = *EventId::parse(event);
        watcher->await([&](const session::View& view) { return view.workspace.inbox.find(id) && view.workspace.inbox.find(id)->handled; });
        return *watcher->view().workspace.inbox.find(id);
    }
};

TEST_F(InboxTest, AnEventStartsTheRunsThatListenToIt)
{
    listener("one", "{event: data.arrived, if: event.rows > 2, parameters: {c: \"${{ event.c }}\"}}");
    listener("two", "[{event: other}, {event: data.arrived}]");
    listener("three", "{event: other}");
    startOwner();
    const engine::InboxEvent event = handled(emit("data.arrived", {{"rows", 3}, {"c", 0.25}}));
    ASSERT_EQ(event.outcomes.size(), 2u);
    EXPECT_EQ(event.outcomes[0].file, "pipelines/one.pipeline.yaml");
    const RunId one = *RunId::parse(event.outcomes[0].run);
    awaitEnd(one, engine::RunState::succeeded);
    awaitEnd(*RunId::parse(event.outcomes[1].run), engine::RunState::succeeded);
    const session::View view = watcher->view();
    EXPECT_EQ(view.workspace.run(one)->parameters, (Json{{"c", 0.25}}));
    EXPECT_EQ(view.workspace.run(one)->event, "event-1");
    EXPECT_EQ(view.workspace.run(one)->actor, "user:ada");
    EXPECT_EQ(view.workspace.runs.size(), 2u);
}

TEST_F(InboxTest, WhatDoesNotStartIsSaid)
{
    listener("picky", "{event: data.arrived, if: event.rows > 100}");
    listener("strict", "{event: data.arrived, parameters: {c: \"${{ event.kernel }}\"}}");
    listener("unhappy", "{event: data.arrived, parameters: {c: \"${{ event.name }}\"}}");
    workspace.write("pipelines/torn.pipeline.yaml", "penstock: 1\nname: torn\non: {event: data.arrived\nsteps: [");
    workspace.write("pipelines/elsewhere.pipeline.yaml", "penstock: 1\nname: elsewhere\non: {event: other\nsteps: [");
    workspace.write("pipelines/wrong.pipeline.yaml", "penstock: 1\nname: wrong\non: {event: data.arrived}\nsteps: {a: {runn: [x]}}\n");
    startOwner();
    const engine::InboxEvent event = handled(emit("data.arrived", {{"rows", 3}, {"name", "ada"}}));
    EXPECT_EQ(event.state(), engine::InboxEvent::State::failed);
    std::map<std::string, std::string> why;
    for (const engine::EventOutcome& outcome : event.outcomes)
        why[outcome.file] = outcome.why.id;
    EXPECT_EQ(why.size(), 5u);
    EXPECT_EQ(why["pipelines/picky.pipeline.yaml"], "engine.trigger_did_not_hold");
    EXPECT_EQ(why["pipelines/strict.pipeline.yaml"], "expression.unknown_name");
    EXPECT_EQ(why["pipelines/unhappy.pipeline.yaml"], "parameter.wrong_type");
    EXPECT_EQ(why["pipelines/wrong.pipeline.yaml"], "host.file_invalid");
    EXPECT_TRUE(why["pipelines/torn.pipeline.yaml"].starts_with("yaml.")) << why["pipelines/torn.pipeline.yaml"];
}

TEST_F(InboxTest, TheSameKeyStartsNothingTwiceAndAReplayDoes)
{
    listener("one", "{event: data.arrived}");
    startOwner();
    EXPECT_EQ(emit("data.arrived", {}, "delivery-1"), "event-1");
    EXPECT_EQ(emit("data.arrived", {}, "delivery-1"), "event-1");
    killOwner();
    startOwner();
    const auto again = ask(session::EmitEvent{"data.arrived", "delivery-1", Json::object()});
    ASSERT_TRUE(again);
    EXPECT_EQ(textAt(*again, "event"), "event-1");
    EXPECT_TRUE(boolAt(*again, "duplicate"));
    EXPECT_EQ(handled("event-1").repeats, 2);
    EXPECT_EQ(watcher->view().workspace.runs.size(), 1u);
    const auto replayed = ask(session::ReplayEvent{{1}});
    ASSERT_TRUE(replayed);
    EXPECT_EQ(textAt(*replayed, "event"), "event-2");
    EXPECT_EQ(handled("event-2").replayOf, "event-1");
    EXPECT_EQ(watcher->view().workspace.runs.size(), 2u);
    EXPECT_EQ(ask(session::ReplayEvent{{9}}).error().code, ErrorCode::notFound);
}

TEST_F(InboxTest, ACommandIsTheSameEventForTheNextOwnerToo)
{
    startOwner();
    ASSERT_TRUE(ask(session::EmitEvent{"data.arrived", {}, Json::object()}, "ada", "order-1"));
    killOwner();
    startOwner();
    const auto again = ask(session::EmitEvent{"data.arrived", {}, Json::object()}, "ada", "order-1");
    ASSERT_TRUE(again);
    EXPECT_EQ(textAt(*again, "event"), "event-1");
    EXPECT_FALSE(boolAt(*again, "duplicate"));
}

TEST_F(InboxTest, AWorkspaceThatIsNotTrustedKeepsEventsAndStartsThemLater)
{
    listener("one", "{event: data.arrived}");
    trusted = false;
    startOwner();
    const auto reply = ask(session::EmitEvent{"data.arrived", {}, Json::object()});
    ASSERT_TRUE(reply);
    EXPECT_FALSE(boolAt(*reply, "trusted"));
    ASSERT_TRUE(ask(session::Ping{}));
    EXPECT_TRUE(watcher->view().workspace.runs.empty());
    killOwner();
    trusted = true;
    startOwner();
    EXPECT_EQ(handled("event-1").state(), engine::InboxEvent::State::started);
}

TEST_F(InboxTest, RefusesWhatIsNoEvent)
{
    startOwner();
    EXPECT_EQ(ask(session::EmitEvent{"data arrived", {}, Json::object()}).error().code, ErrorCode::invalid);
    EXPECT_EQ(ask(session::EmitEvent{"a", std::string(300, 'k'), Json::object()}).error().message.id, "session.event_key_long");
    EXPECT_EQ(ask(session::EmitEvent{"a", {}, {{"x", std::string(300'000, 'x')}}}).error().message.id, "session.event_large");
}

// Dies before or after the n-th commit.
class DeadlyLog final : public engine::EventStore {
public:
    DeadlyLog(std::unique_ptr<store::SqliteEventStore>& real, int commits, bool after)
        : m_real(real)
        , m_left(commits)
        , m_after(after)
    {}
    Result<void> append(std::vector<engine::StoredEvent>& events) override
    {
        --m_left;
        if (m_left == 0 && !m_after)
            kill(getpid(), SIGKILL);
        auto appended = m_real->append(events);
        if (m_left == 0)
            kill(getpid(), SIGKILL);
        return appended;
    }
    Result<std::vector<engine::StoredEvent>> read(Seq after, std::size_t limit) const override { return m_real->read(after, limit); }
    Seq head() const override { return m_real->head(); }

private:
    std::unique_ptr<store::SqliteEventStore>& m_real;
    int m_left;
    bool m_after;
};

class InboxCrash : public InboxTest, public testing::WithParamInterface<std::pair<int, bool>> {
protected:
    // An owner in a process of its own gets two events and dies on the way. Says which of them it acknowledged.
    std::string acknowledgedByTheDead()
    {
        int ends[2];
        EXPECT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            const auto [commits, after] = GetParam();
            DeadlyLog deadly(log, commits, after);
            startOwner(&deadly);
            for (const char* key : {"a", "b"}) {
                if (ask(session::EmitEvent{"data.arrived", key, Json::object()}))
                    (void)!write(ends[1], key, 1);
            }
            // Several events may share a commit, so that there are fewer of them than the moment asks for.
            watcher->await([](const session::View& view) { return view.workspace.inbox.events.size() == 2 && view.workspace.inbox.open.empty(); });
            raise(SIGKILL);
        }
        close(ends[1]);
        std::string acknowledged;
        for (char each; read(ends[0], &each, 1) == 1;)
            acknowledged += each;
        close(ends[0]);
        int status = 0;
        EXPECT_EQ(waitpid(child, &status, 0), child);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        return acknowledged;
    }
};

TEST_P(InboxCrash, NoAcknowledgedEventIsLostAndNoneStartsTwoRuns)
{
    listener("one", "{event: data.arrived}");
    listener("two", "{event: data.arrived}");
    const std::string acknowledged = acknowledgedByTheDead();
    startOwner();
    ASSERT_TRUE(ask(session::Ping{}));
    watcher->await([](const session::View& view) { return view.workspace.inbox.open.empty(); });
    const session::View left = watcher->view();
    for (const char key : acknowledged)
        EXPECT_TRUE(left.workspace.inbox.keys.contains({"data.arrived", std::string(1, key)})) << key;
    // Whoever was not answered sends again.
    for (const char* key : {"a", "b"})
        (void)handled(emit("data.arrived", {}, key));
    const session::View view = watcher->view();
    EXPECT_EQ(view.workspace.inbox.events.size(), 2u);
    std::multiset<std::string> runs;
    for (const auto& [id, run] : view.workspace.runs)
        runs.insert(run.event + ' ' + run.file);
    EXPECT_EQ(runs, (std::multiset<std::string>{"event-1 pipelines/one.pipeline.yaml", "event-1 pipelines/two.pipeline.yaml",
                                                "event-2 pipelines/one.pipeline.yaml", "event-2 pipelines/two.pipeline.yaml"}));
}

std::vector<std::pair<int, bool>> moments()
{
    std::vector<std::pair<int, bool>> all;
    for (int commit = 1; commit <= 6; ++commit) {
        all.emplace_back(commit, false);
        all.emplace_back(commit, true);
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(AtEveryCommit, InboxCrash, testing::ValuesIn(moments()),
                         [](const auto& moment) { return std::string(moment.param.second ? "After" : "Before") + std::to_string(moment.param.first); });

} // namespace

} // namespace penstock::host
