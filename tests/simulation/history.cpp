#include "history.h"

#include "random_pipeline.h"
#include "story.h"

#include "core/engine/approval.h"
#include "core/engine/event_json.h"
#include "core/engine/judgement.h"
#include "core/pipeline/document_json.h"

#include <algorithm>
#include <utility>

namespace penstock::simulation {

using namespace engine;

namespace {

// Facts that can be true once; empty for the others.
struct OnceText {
    std::string operator()(const RunCreated& e) const { return "created " + e.run.text(); }
    std::string operator()(const RunEnded& e) const { return "ended " + e.run.text(); }
    std::string operator()(const InstanceEnded& e) const { return "ended " + e.run.text() + '/' + e.instance.text(); }
    std::string operator()(const AttemptPlanned& e) const { return "planned " + e.attempt.text(); }
    std::string operator()(const AttemptStarted& e) const { return "started " + e.attempt.text(); }
    std::string operator()(const AttemptEnded& e) const { return "ended " + e.attempt.text(); }
    std::string operator()(const MapOpened& e) const { return "mapped " + e.run.text() + '/' + e.instance.text(); }
    std::string operator()(const PipelineOpened& e) const { return "opened " + e.run.text() + '/' + e.instance.text(); }
    std::string operator()(const ApprovalRequested& e) const { return "asked " + e.request.text(); }
    std::string operator()(const ApprovalDecided& e) const { return "closed " + e.request.text(); }
    std::string operator()(const ApprovalWithdrawn& e) const { return "closed " + e.request.text(); }
    template <class Other>
    std::string operator()(const Other&) const
    {
        return {};
    }
};

// What the log gives back of an event that was written to it.
Event throughText(const Event& event)
{
    return *eventFrom(typeOf(event), *parseJson(dumpJson(payloadOf(event))));
}

// An order whose commit failed was refused, and is not given again.
bool isOrder(const Input& input)
{
    return std::holds_alternative<StartRun>(input) || std::holds_alternative<CancelRun>(input) || std::holds_alternative<Decide>(input);
}

constexpr int longestRuns = 4;

} // namespace

History::History(std::uint64_t seed)
    : m_dice(seed)
    , m_outside(m_dice)
{
    m_state.slots = m_mirror.slots = m_dice.between(1, 4);
}

std::string History::play()
{
    for (int i = m_dice.between(20, 120); i > 0 && m_trouble.empty(); --i)
        step();
    quiet();
    return m_trouble;
}

void History::step()
{
    const int what = m_dice.between(0, 99);
    if (what < 8 || m_state.runs.empty())
        startRun();
    else if (what < 10)
        resumeRun();
    else if (what < 11)
        cancelRun();
    else if (what < 21)
        answer();
    else if (what < 25)
        m_outside.moveProductionByHand();
    else if (what < 32)
        pass(Duration(m_dice.between(0, 5000)));
    else if (what < 37)
        kill();
    else if (what < 55)
        commit();
    else if (what < 70)
        m_outside.work();
    else if (const auto old = what < 76 ? m_outside.oldMessage() : std::nullopt)
        give(*old);
    else if (m_outside.hasMessage())
        give(m_outside.takeMessage());
}

void History::quiet()
{
    for (int round = 0; round < 2000 && m_trouble.empty(); ++round) {
        commit();
        m_outside.work();
        while (m_outside.hasMessage())
            give(m_outside.takeMessage());
        if (const auto due = nextTimer(m_state))
            pass(std::max(Duration(0), *due - m_now));
        if (!m_state.open.empty())
            answer();
        commit();
        if (m_state.active.empty() && !m_outside.hasMessage())
            break;
    }
    std::string open;
    for (const RunId& run : m_state.active)
        open += ' ' + run.text();
    require(open.empty(), "never ended:" + open);
    require(m_outside.running() == 0, "a process is left");
    require(isIdle(m_state) && m_state.timers.empty(), "something is left to do");
    require(engine::test::difference(m_state, refolded()).empty(), "at the end the state is not the fold of the log");
}

void History::give(const Input& input)
{
    if (!isOrder(input))
        m_given.push_back(input);
    Batch batch;
    const WorkspaceState before = m_dice.chance(10) ? m_state : WorkspaceState{};
    const auto decided = decide(m_state, input, m_now, batch);
    if (!decided) {
        require(batch.events.empty() && batch.effects.empty(), "an error brought events");
        if (!before.runs.empty())
            require(engine::test::difference(before, m_state).empty(), "an error changed the state");
    }
    admit(m_state, m_now, batch);
    take(batch);
    check();
}

void History::startRun()
{
    if (m_state.active.size() >= longestRuns)
        return;
    RunCreated run;
    run.run = {"p", m_state.lastRun + 1};
    const RandomPipelines made = randomPipelines(m_dice);
    run.pipeline = pipeline::toJson(made.outer);
    for (const auto& [file, inner] : made.inner)
        run.pipelines[file] = pipeline::toJson(inner);
    run.parameters = {{"go", m_dice.chance(60)}};
    run.simulated = m_dice.chance(4);
    if (m_dice.chance(8))
        run.checkout = engine::Checkout{run.run.text(), "main", "4f2a", {}, std::nullopt};
    if (m_dice.chance(6))
        run.to = {m_dice.one(made.outer.steps).name};
    give(StartRun{run});
    require(m_state.run(run.run), "a random pipeline was refused");
    m_pipelines[run.run] = run.pipelines;
    m_promised.push_back("created " + run.run.text());
}

void History::resumeRun()
{
    std::vector<const Run*> ended;
    for (const auto& [id, run] : m_state.runs) {
        if (isEnd(run.state))
            ended.push_back(&run);
    }
    if (ended.empty() || m_state.active.size() >= longestRuns)
        return;
    const Run& before = *m_dice.one(ended);
    RunCreated run;
    run.run = {"p", m_state.lastRun + 1};
    run.pipeline = pipeline::toJson(before.plan->pipeline());
    run.pipelines = m_pipelines.at(before.id);
    run.parameters = m_dice.chance(80) ? before.parameters : Json{{"go", m_dice.chance(50)}};
    if (m_dice.chance(15))
        run.from = {m_dice.one(before.plan->pipeline().steps).name};
    run.resumedFrom = before.id.text();
    run.checkout = before.checkout;
    if (m_dice.chance(5)) {
        run.resumedFrom.clear();
        run.reproduces = before.id.text();
    }
    give(StartRun{run});
    require(m_state.run(run.run), "a resume was refused");
    m_pipelines[run.run] = run.pipelines;
}

void History::cancelRun()
{
    if (m_state.active.empty())
        return;
    const std::vector<RunId> active(m_state.active.begin(), m_state.active.end());
    give(CancelRun{m_dice.one(active), "the dice said so"});
}

void History::answer()
{
    if (m_state.open.empty())
        return;
    const std::vector<RequestId> open(m_state.open.begin(), m_state.open.end());
    const RequestId id = m_dice.one(open);
    const Digest shown = m_dice.chance(90) ? m_state.requests.at(id).digest : sha256("what was shown yesterday");
    give(Decide{{id, m_dice.chance(65) ? Verdict::approved : Verdict::rejected, shown, "ann", ""}});
    const Request& request = m_state.requests.at(id);
    require(shown == request.digest || request.state == Request::State::open, "an answer to something else was taken");
    const bool late = request.expires && *request.expires <= m_now;
    if (request.state != Request::State::open)
        m_promised.push_back("closed " + id.text());
    else
        require(late || shown != request.digest, "an answer to what was shown was refused");
}

void History::pass(Duration time)
{
    m_now += time;
    give(Tick{});
}

void History::take(const Batch& batch)
{
    for (const Event& event : batch.events) {
        if (const auto* planned = std::get_if<AttemptPlanned>(&event))
            checkPlanned(planned->attempt);
        Entry entry{throughText(event), batch.actor, m_now};
        engine::apply(m_mirror, entry.event, entry.at, entry.actor);
        countEnds(event);
        m_log.push_back(std::move(entry));
    }
    m_effects.insert(m_effects.end(), batch.effects.begin(), batch.effects.end());
}

void History::checkPlanned(const AttemptId& attempt)
{
    const Run& run = *m_state.run(attempt.run);
    const Instance& instance = *run.find(attempt.instance);
    const Judgement allowed = permission(run, instance);
    // What has begun finishes, retries and further items included; only a cancel or a way back forbids them.
    if ((attempt.number == 1 && instance.fanAt == none) || allowed.end == InstanceState::cancelled)
        require(!allowed.end, attempt.text() + " starts though " + allowed.why.id);
}

void History::checkRequests()
{
    for (const RequestId& id : m_state.open) {
        const Run& run = *m_state.run(id.run);
        const auto subject = requestSubject(m_state, run, *run.find(id.instance));
        require(subject && subjectDigest(*subject) == m_state.requests.at(id).digest, id.text() + " shows what is past");
    }
}

void History::countEnds(const Event& event)
{
    const std::string fact = std::visit(OnceText{}, event);
    if (!fact.empty())
        require(m_ends.insert(fact).second, "twice: " + fact);
}

void History::commit()
{
    if (m_dice.chance(3))
        return failToCommit();
    m_given.clear();
    m_committed = m_log.size();
    m_acknowledged.insert(m_promised.begin(), m_promised.end());
    m_promised.clear();
    const std::vector<Effect> effects = std::move(m_effects);
    m_effects.clear();
    for (const Effect& effect : effects) {
        // The owner may die between any two effects; those that are left are found again from the state.
        if (m_dice.chance(2))
            return kill();
        carryOut(effect);
    }
}

// The disk was full, or ill: what is on it is the truth. Who ordered something hears that it failed; the rest stays true and
// is told to the core again.
void History::failToCommit()
{
    m_log.resize(m_committed);
    m_effects.clear();
    m_promised.clear();
    m_state = refolded();
    m_mirror = m_state;
    recount();
    for (const Input& input : std::exchange(m_given, {}))
        give(input);
}

void History::carryOut(const Effect& effect)
{
    if (const auto* launch = std::get_if<Launch>(&effect))
        m_outside.launch(m_state, launch->attempt);
    else if (const auto* stop = std::get_if<Stop>(&effect))
        m_outside.stop(stop->attempt);
    else if (const auto* version = std::get_if<RecordVersion>(&effect))
        m_outside.record(version->run, version->instance);
    else if (const auto* promotion = std::get_if<PromoteVersion>(&effect))
        m_outside.promote(m_state, promotion->run, promotion->instance);
    else if (const auto* file = std::get_if<WatchFile>(&effect))
        m_outside.watch(file->run, file->instance);
}

// What was not committed is gone, with the messages that were under way; another owner folds the log and asks the world.
void History::kill()
{
    m_log.resize(m_committed);
    m_effects.clear();
    m_promised.clear();
    m_given.clear();
    m_outside.loseMessages();
    m_state = refolded();
    m_mirror = m_state;
    recount();
    for (const std::string& command : m_acknowledged)
        require(m_ends.contains(command), "was acknowledged and is lost: " + command);
    m_outside.repeatProduction();
    for (const auto& [slot, attempt] : std::map(m_state.occupied))
        (void)m_outside.recover(attempt);
    for (const Effect& effect : pendingEffects(m_state))
        carryOut(effect);
}

WorkspaceState History::refolded() const
{
    WorkspaceState state;
    state.slots = m_state.slots;
    for (const Entry& entry : m_log)
        engine::apply(state, entry.event, entry.at, entry.actor);
    return state;
}

void History::recount()
{
    m_ends.clear();
    for (const Entry& entry : m_log)
        countEnds(entry.event);
}

// The whole state is compared now and then: most of the time would go into it, and what differs once differs until the end.
void History::check()
{
    require(m_outside.trouble().empty(), m_outside.trouble());
    for (const auto& [slot, attempt] : m_state.occupied)
        require(m_outside.executions(attempt) <= 1, attempt.text() + " was executed twice");
    if (const auto left = m_outside.runningWhere([this](const RunId& run) { return isEnd(m_state.run(run)->state); }))
        require(false, left->text() + " is left though its run has ended");
    if (++m_checks % 8 != 0)
        return;
    const std::string differs = engine::test::difference(m_state, m_mirror);
    require(differs.empty(), "the state is not the fold of the log: " + differs);
    const std::string broken = engine::test::brokenInvariant(m_state);
    require(broken.empty(), broken);
    checkRequests();
}

void History::require(bool holds, const std::string& what)
{
    if (!holds && m_trouble.empty())
        m_trouble = what;
}

std::string History::log() const
{
    std::string text;
    for (const Entry& entry : m_log)
        text += engine::test::line(entry.event, RunId{}, Instant(Duration(1'700'000'000'000))) + '\n';
    return text;
}

} // namespace penstock::simulation
