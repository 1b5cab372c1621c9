#include "tests/core/host/owner_fixture.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>

namespace penstock::host {

namespace {

constexpr std::chrono::seconds patience{60};

Result<Json> answerOf(std::future<Result<Json>> answer)
{
    if (answer.wait_for(patience) != std::future_status::ready)
        return Error{ErrorCode::busy, {"test.no_answer", {}}, {}};
    return answer.get();
}

} // namespace

void Watcher::events(const std::vector<engine::StoredEvent>& events)
{
    const std::lock_guard lock(m_mutex);
    for (const engine::StoredEvent& event : events) {
        if (event.seq != m_view.seq + 1)
            m_problem += "event " + std::to_string(event.seq) + " after " + std::to_string(m_view.seq) + '\n';
        if (const auto folded = m_view.fold(event); !folded)
            m_problem += folded.error().message.id + ' ' + event.type + '\n';
    }
    m_changed.notify_all();
}

void Watcher::notice(const session::Notice& notice)
{
    const std::lock_guard lock(m_mutex);
    m_notices.push_back(notice);
    m_changed.notify_all();
}

void Watcher::closed(const Error&) {}

void Watcher::await(const std::function<bool(const session::View&)>& truth)
{
    std::unique_lock lock(m_mutex);
    ASSERT_TRUE(m_changed.wait_for(lock, patience, [&] { return truth(m_view); }));
}

void Watcher::awaitNotice(const std::function<bool(const session::Notice&)>& wanted)
{
    std::unique_lock lock(m_mutex);
    ASSERT_TRUE(m_changed.wait_for(lock, patience, [&] { return std::ranges::any_of(m_notices, wanted); }));
}

session::View Watcher::view()
{
    const std::lock_guard lock(m_mutex);
    return m_view;
}

std::vector<session::Notice> Watcher::notices()
{
    const std::lock_guard lock(m_mutex);
    return m_notices;
}

std::string Watcher::problem()
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

OwnerTest::OwnerTest()
    : state(workspace / ".penstock")
{
    std::filesystem::create_directories(state);
    std::filesystem::create_directories(workspace / "pipelines");
}

OwnerTest::~OwnerTest() { killOwner(); }

void OwnerTest::startOwner(engine::EventStore* other)
{
    auto opened = store::SqliteEventStore::open(state);
    ASSERT_TRUE(opened) << opened.error().message.id << ' ' << opened.error().detail;
    log = std::move(*opened);
    auto artifacts = store::DiskArtifactStore::open(state);
    ASSERT_TRUE(artifacts);
    m_artifacts = std::move(*artifacts);
    m_displaced = std::make_unique<store::Displaced>(workspace.path(), state, *m_artifacts);
    m_production = std::make_unique<store::ProductionFolder>(state, *m_artifacts);
    m_garbage = std::make_unique<store::Garbage>(state, *m_artifacts);
    auto metrics = store::MetricDatabase::open(state);
    ASSERT_TRUE(metrics);
    m_tracker = std::make_unique<Tracker>(std::move(*metrics), clock);
    m_random = CountingRandom(log->head() * 1'000 + 1);
    m_owner = std::make_unique<Owner>(OwnerParts{{workspace.path(), state}, other ? *other : *log, *m_artifacts, m_files, runner, *m_displaced,
                                                 *m_production, *m_garbage, clock, m_random,
                                                 [](const auto&, const auto&) { return std::map<std::string, std::string>{}; },
                                                 [this] { return trusted; }, 2,
                                                 [this](const auto& names) { return secrets(names); }, m_tracker.get()});
    ASSERT_TRUE(m_owner->start());
    watcher = std::make_shared<Watcher>();
    m_subscription = m_owner->follow(0, watcher);
}

void OwnerTest::killOwner()
{
    m_subscription.reset();
    m_owner.reset();
    m_tracker.reset();
    m_garbage.reset();
    m_production.reset();
    m_displaced.reset();
    m_artifacts.reset();
    log.reset();
}

Result<Json> OwnerTest::ask(session::Command command, const std::string& user, const std::string& key)
{
    return answerOf(submit(std::move(command), user, key));
}

std::vector<Result<Json>> OwnerTest::askTogether(const std::vector<session::Command>& commands, const std::string& key)
{
    std::vector<std::future<Result<Json>>> waiting;
    for (const session::Command& command : commands)
        waiting.push_back(submit(command, "ada", key));
    std::vector<Result<Json>> answers;
    for (std::future<Result<Json>>& answer : waiting)
        answers.push_back(answerOf(std::move(answer)));
    return answers;
}

std::future<Result<Json>> OwnerTest::submit(session::Command command, const std::string& user, const std::string& key)
{
    auto promise = std::make_shared<std::promise<Result<Json>>>();
    auto answer = promise->get_future();
    m_owner->submit({key, user, std::move(command)}, [promise](Result<Json> reply) { promise->set_value(std::move(reply)); });
    return answer;
}

RunId OwnerTest::run(const std::string& name, Json parameters)
{
    const auto reply = ask(session::StartRun{"pipelines/" + name + ".pipeline.yaml", std::move(parameters)});
    EXPECT_TRUE(reply) << reply.error().message.id << ' ' << reply.error().detail;
    return reply ? *RunId::parse(textAt(*reply, "run")) : RunId{"none", 1};
}

void OwnerTest::pipeline(const std::string& name, const std::string& steps)
{
    workspace.write("pipelines/" + name + ".pipeline.yaml", "penstock: 1\nname: " + name + "\nparameters: {c: {type: number, default: 1.5}}\nsteps:\n" + steps);
}

void OwnerTest::awaitRunning(const AttemptId& attempt)
{
    watcher->await([&](const session::View&) { return runner.isRunning(attempt); });
}

void OwnerTest::awaitEnd(const RunId& id, engine::RunState wanted)
{
    watcher->await([&](const session::View& view) {
        const engine::Run* run = view.workspace.run(id);
        return run && engine::isEnd(run->state);
    });
    const session::View view = watcher->view();
    const engine::Run* run = view.workspace.run(id);
    ASSERT_TRUE(run);
    std::string story;
    for (const engine::Instance& each : run->instances)
        story += each.id.text() + ' ' + engine::name(each.state) + ' ' + each.why.id + '\n';
    EXPECT_STREQ(engine::name(run->state), engine::name(wanted)) << story;
    EXPECT_EQ(watcher->problem(), "");
}

engine::Instance OwnerTest::instance(const RunId& id, const std::string& step)
{
    const session::View view = watcher->view();
    const engine::Run* run = view.workspace.run(id);
    const engine::Instance* found = run ? run->newest(step) : nullptr;
    return found ? *found : engine::Instance{};
}

} // namespace penstock::host
