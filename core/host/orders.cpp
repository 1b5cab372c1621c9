#include "core/host/orders.h"

#include "core/host/run_documents.h"

namespace penstock::host {

namespace {

constexpr std::size_t rememberedAnswers = 1'000;

std::string actorOf(const std::string& user) { return "user:" + user; }

Error untrusted(const std::string& workspace) { return {ErrorCode::untrusted, {"session.untrusted", {{"workspace", workspace}}}, {}}; }

Error unknownRun(const RunId& run) { return {ErrorCode::notFound, {"session.unknown_run", {{"run", run.text()}}}, {}}; }

} // namespace

Orders::Orders(Parts parts)
    : m_parts(std::move(parts))
{}

void Orders::take(session::Order order, session::Session::Reply reply)
{
    if (!order.key.empty()) {
        if (const auto before = m_answered.find(order.key); before != m_answered.end())
            return reply(before->second);
        auto& waiting = m_underWay[order.key];
        waiting.push_back(std::move(reply));
        if (waiting.size() > 1)
            return; // it is being worked on
        reply = [this, key = order.key](const Result<Json>& result) { answer(key, result); };
    }
    if (const engine::Run* run = runOfKey(order.key))
        return reply(Json{{"run", run->id.text()}, {"seq", m_parts.view.seq}});
    const std::string actor = actorOf(order.user);
    if (const auto* command = std::get_if<session::StartRun>(&order.command))
        return start(*command, {actor, order.key, std::move(reply)});
    if (const auto* command = std::get_if<session::ResumeRun>(&order.command))
        return resume(*command, {actor, order.key, std::move(reply)});
    if (const auto* command = std::get_if<session::ReproduceRun>(&order.command))
        return reproduce(*command, {actor, order.key, std::move(reply)});
    if (const auto* command = std::get_if<session::CancelRun>(&order.command))
        return cancel(*command, actor, std::move(reply));
    if (const auto* command = std::get_if<session::DecideRequest>(&order.command))
        return decide(*command, order.user, std::move(reply));
    if (const auto* command = std::get_if<session::PromoteVersion>(&order.command))
        return promote(*command, order.user, std::move(reply));
    if (const auto* command = std::get_if<session::EmitEvent>(&order.command))
        return emit(*command, {actor, order.key, std::move(reply)});
    if (const auto* command = std::get_if<session::ReplayEvent>(&order.command))
        return replay(*command, {actor, order.key, std::move(reply)});
    if (std::holds_alternative<session::CollectGarbage>(order.command))
        return m_parts.isTrusted() ? m_parts.collectGarbage(std::move(reply)) : reply(untrusted(m_parts.layout.workspace));
    reply(Json{{"seq", m_parts.view.seq}, {"version", PENSTOCK_VERSION}});
}

void Orders::emit(const session::EmitEvent& command, Asker asker)
{
    if (!isEventName(command.name))
        return asker.reply(Error{ErrorCode::invalid, {"check.bad_event_name", {{"name", command.name}}}, {}});
    if (command.key.size() > engine::longestEventKey)
        return asker.reply(Error{ErrorCode::invalid, {"session.event_key_long", {{"limit", std::to_string(engine::longestEventKey)}}}, {}});
    if (dumpJson(command.data).size() > engine::largestEvent)
        return asker.reply(Error{ErrorCode::invalid, {"session.event_large", {{"limit", std::to_string(engine::largestEvent)}}}, {}});
    engine::EventReceived event{{}, command.name, command.key, command.data, {}, asker.key};
    receive(std::move(event), std::move(asker));
}

void Orders::replay(const session::ReplayEvent& command, Asker asker)
{
    const engine::InboxEvent* event = m_parts.view.workspace.inbox.find(command.event);
    if (!event)
        return asker.reply(Error{ErrorCode::notFound, {"engine.event_not_there", {{"event", command.event.text()}}}, {}});
    engine::EventReceived again{{}, event->name, {}, event->data, event->id.text(), asker.key};
    receive(std::move(again), std::move(asker));
}

// Only stored here: what it starts is found out by the inbox of this owner or, when it dies now, of the next one.
void Orders::receive(engine::EventReceived event, Asker asker)
{
    const auto answer = std::make_shared<Json>();
    Fact fact;
    fact.lasting = false;
    fact.act = [event = std::move(event), actor = asker.actor, answer](Ledger& ledger) {
        const engine::Inbox& inbox = ledger.view().workspace.inbox;
        const engine::InboxEvent* known = inbox.same(event);
        const bool isDuplicate = known && !inbox.orders.contains(event.order);
        auto taken = ledger.decide(engine::ReceiveEvent{event}, actor);
        *answer = {{"event", known ? known->id.text() : EventId{inbox.last}.text()}, {"duplicate", isDuplicate}};
        return taken;
    };
    fact.done = [this, answer, trusted = m_parts.isTrusted(), reply = std::move(asker.reply)](const Result<void>& result) {
        if (!result)
            return reply(result.error());
        (*answer)["trusted"] = trusted;
        (*answer)["seq"] = m_parts.view.seq;
        reply(*answer);
    };
    m_parts.tell(std::move(fact));
}

void Orders::answer(const std::string& key, const Result<Json>& result)
{
    const auto waiting = m_underWay.extract(key);
    if (result) {
        if (m_answered.size() >= rememberedAnswers)
            m_answered.clear();
        m_answered.insert_or_assign(key, result);
    }
    for (const session::Session::Reply& reply : waiting.mapped())
        reply(result);
}

void Orders::start(const session::StartRun& command, Asker asker)
{
    if (!m_parts.isTrusted())
        return asker.reply(untrusted(m_parts.layout.workspace));
    m_parts.beginnings.start(command, std::move(asker));
}

void Orders::resume(const session::ResumeRun& command, Asker asker)
{
    const engine::Run* run = m_parts.view.workspace.run(command.run);
    if (!run)
        return asker.reply(unknownRun(command.run));
    if (!engine::isEnd(run->state))
        return asker.reply(Json{{"run", run->id.text()}, {"seq", m_parts.view.seq}});
    if (!m_parts.isTrusted())
        return asker.reply(untrusted(m_parts.layout.workspace));
    m_parts.beginnings.resume(*run, std::move(asker));
}

void Orders::reproduce(const session::ReproduceRun& command, Asker asker)
{
    const engine::Run* run = m_parts.view.workspace.run(command.run);
    if (!run)
        return asker.reply(unknownRun(command.run));
    if (!engine::isEnd(run->state))
        return asker.reply(Error{ErrorCode::conflict, {"engine.run_not_ended", {{"run", run->id.text()}}}, {}});
    if (!m_parts.isTrusted())
        return asker.reply(untrusted(m_parts.layout.workspace));
    m_parts.beginnings.reproduce(*run, std::move(asker));
}

// The answers of an earlier owner are gone, its runs are not.
const engine::Run* Orders::runOfKey(const std::string& key) const
{
    if (key.empty())
        return nullptr;
    for (const auto& [id, run] : m_parts.view.workspace.runs) {
        if (run.key == key)
            return &run;
    }
    return nullptr;
}

void Orders::cancel(const session::CancelRun& command, const std::string& actor, session::Session::Reply reply)
{
    submit(engine::CancelRun{command.run, command.reason}, actor, {{"run", command.run.text()}}, std::move(reply));
}

void Orders::decide(const session::DecideRequest& command, const std::string& user, session::Session::Reply reply)
{
    const auto found = m_parts.view.workspace.requests.find(command.request);
    if (found == m_parts.view.workspace.requests.end())
        return reply(Error{ErrorCode::notFound, {"session.unknown_request", {{"request", command.request.text()}}}, {}});
    const engine::Request& request = found->second;
    const auto people = peopleOf(command.request.run);
    if (!people)
        return reply(people.error());
    if (!people->mayDecide(user, request.approvers)) {
        std::string approvers;
        for (const std::string& approver : request.approvers)
            approvers += (approvers.empty() ? "" : ", ") + approver;
        return reply(Error{ErrorCode::denied, {"session.not_an_approver", {{"user", user}, {"approvers", approvers}}}, {}});
    }
    if (!command.approve && command.comment.empty())
        return reply(Error{ErrorCode::invalid, {"session.reason_missing", {}}, {}});
    Digest digest = request.digest;
    if (!command.digest.empty()) {
        const auto shown = Digest::parse(command.digest);
        if (!shown)
            return reply(Error{ErrorCode::invalid, {"session.bad_digest", {}}, {}});
        digest = *shown;
    }
    const engine::ApprovalDecided decided{command.request, command.approve ? engine::Verdict::approved : engine::Verdict::rejected, digest,
                                          people->nameOf(user), command.comment};
    submit(engine::Decide{decided}, actorOf(user), {{"request", command.request.text()}, {"decided", command.approve ? "approved" : "rejected"}},
           std::move(reply));
}

void Orders::promote(const session::PromoteVersion& command, const std::string& user, session::Session::Reply reply)
{
    const auto stage = registry::stageByName(command.stage);
    if (!stage || *stage == registry::Stage::none)
        return reply(Error{ErrorCode::invalid, {"registry.unknown_stage", {{"stage", command.stage}}}, {}});
    const registry::Promotion promotion{command.version, *stage, command.expected, user, command.comment, {}};
    m_parts.registrar.promoteByHand(promotion, actorOf(user), [this, reply = std::move(reply), command](const Result<void>& result) {
        if (!result)
            return reply(result.error());
        reply(Json{{"version", command.version.text()}, {"stage", command.stage}, {"seq", m_parts.view.seq}});
    });
}

void Orders::submit(engine::Input input, const std::string& actor, Json answer, session::Session::Reply reply)
{
    Fact fact;
    fact.lasting = false;
    fact.act = [input = std::move(input), actor](Ledger& ledger) { return ledger.decide(input, actor); };
    fact.done = [this, answer = std::move(answer), reply = std::move(reply)](const Result<void>& result) mutable {
        if (!result)
            return reply(result.error());
        answer["seq"] = m_parts.view.seq;
        reply(std::move(answer));
    };
    m_parts.tell(std::move(fact));
}

Result<registry::People> Orders::peopleOf(const RunId& id) const
{
    const engine::Run* run = m_parts.view.workspace.run(id);
    if (!run)
        return unknownRun(id);
    return frozenPeople(*run, m_parts.artifacts);
}

} // namespace penstock::host
