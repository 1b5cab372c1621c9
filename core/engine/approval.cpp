#include "core/engine/approval.h"

#include "core/engine/command_line.h"
#include "core/engine/scope.h"
#include "core/expression/template_text.h"

namespace penstock::engine {

namespace {

const pipeline::Approve& approveOf(const Run& run, const Instance& instance)
{
    return std::get<pipeline::Approve>(run.step(instance).body);
}

// Null when the step before it registered nothing (it was skipped, or there is none).
Result<Json> candidateOf(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto candidate = run.planned(instance).candidate;
    if (!candidate || run.beside(instance, *candidate).state != InstanceState::succeeded)
        return Json(nullptr);
    const Instance& record = run.beside(instance, *candidate);
    const auto request = versionRequest(state, run, record);
    if (!request)
        return request.error();
    return Json{{"version", textAt(record.values, "version")},
                {"artifact", request->artifact.digest.hex()},
                {"metrics", request->metrics},
                {"parameters", request->parameters},
                {"lineage", request->lineage}};
}

Json productionOf(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    std::string line;
    if (const auto candidate = run.planned(instance).candidate) {
        const auto& record = std::get<pipeline::Register>(run.step(run.beside(instance, *candidate)).body);
        line = ModelLine{record.model, record.major}.text();
    } else if (const auto& lines = linesOf(run, instance); lines.size() == 1) {
        line = lines.front();
    }
    Json facts = productionFacts(state, line);
    return boolAt(facts, "exists") ? facts : Json(nullptr);
}

void openRequest(Cascade& cascade, const Run& run, const Instance& instance, Json subject)
{
    const pipeline::Approve& approve = approveOf(run, instance);
    ApprovalRequested event;
    event.request = {run.id, instance.id, instance.requests + 1};
    event.digest = subjectDigest(subject);
    event.subject = std::move(subject);
    event.approvers = approve.approvers;
    if (approve.expires)
        event.expires = cascade.now() + *approve.expires;
    cascade.record(std::move(event));
}

// A click that arrives twice is fine; another answer to a question that was answered is not.
bool isRepetition(const Request& request, const ApprovalDecided& decision)
{
    const auto verdict = decision.verdict == Verdict::approved ? Request::State::approved : Request::State::rejected;
    return request.state == verdict && request.person == decision.person && request.digest == decision.digest;
}

Error refusal(ErrorCode code, const char* id, const RequestId& request)
{
    return {code, {id, {{"request", request.text()}}}, {}};
}

Result<void> mayDecide(const Request& request, const Instance& instance, const ApprovalDecided& decision, Instant now)
{
    if (request.state == Request::State::withdrawn) {
        const bool askedAnew = instance.requests > request.id.number;
        return refusal(ErrorCode::conflict, askedAnew ? "engine.request_changed" : "engine.request_withdrawn", request.id);
    }
    if (request.state == Request::State::expired || (request.expires && *request.expires <= now))
        return refusal(ErrorCode::conflict, "engine.request_expired", request.id);
    if (request.state != Request::State::open)
        return refusal(ErrorCode::conflict, "engine.request_decided", request.id);
    if (request.digest != decision.digest)
        return refusal(ErrorCode::conflict, "engine.request_changed", request.id);
    return {};
}

} // namespace

Result<Json> requestSubject(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const pipeline::Approve& approve = approveOf(run, instance);
    const auto text = expression::Template::parse(approve.question);
    const auto question = text ? text->renderText(RunScope(state, run, instance)) : Result<std::string>(text.error());
    if (!question)
        return question.error();
    const auto candidate = candidateOf(state, run, instance);
    if (!candidate)
        return candidate.error();
    return Json{{"question", *question},
                {"candidate", *candidate},
                {"production", productionOf(state, run, instance)},
                {"policy", approve.policy}};
}

Digest subjectDigest(const Json& subject) { return sha256(dumpJson(subject)); }

void ask(Cascade& cascade, const Run& run, const Instance& instance)
{
    auto subject = requestSubject(cascade.state(), run, instance);
    if (subject)
        openRequest(cascade, run, instance, std::move(*subject));
    else
        cascade.end(run, instance, InstanceState::failed, subject.error().message);
}

void askAnew(Cascade& cascade, const Message& why)
{
    const std::set<RequestId> open = cascade.state().open;
    for (const RequestId& id : open) {
        const Run& run = *cascade.state().run(id.run);
        const Instance& instance = *run.find(id.instance);
        auto subject = requestSubject(cascade.state(), run, instance);
        if (subject && subjectDigest(*subject) == cascade.state().requests.at(id).digest)
            continue;
        cascade.record(ApprovalWithdrawn{id, why});
        if (subject)
            openRequest(cascade, run, instance, std::move(*subject));
        else
            cascade.end(run, instance, InstanceState::failed, subject.error().message);
    }
}

void expire(Cascade& cascade, const Run& run, const Instance& instance)
{
    const Request& request = cascade.state().requests.at(currentRequest(run, instance));
    cascade.record(ApprovalDecided{request.id, Verdict::expired, request.digest, {}, {}});
    cascade.end(run, instance, InstanceState::rejected, {"engine.expired", {{"request", request.id.text()}}});
}

Result<void> decideRequest(Cascade& cascade, const ApprovalDecided& decision)
{
    const auto found = cascade.state().requests.find(decision.request);
    if (found == cascade.state().requests.end())
        return refusal(ErrorCode::notFound, "engine.request_unknown", decision.request);
    if (decision.verdict == Verdict::expired)
        return refusal(ErrorCode::invalid, "engine.request_expiry_is_not_a_decision", decision.request);
    if (isRepetition(found->second, decision))
        return {};
    const Run& run = *cascade.state().run(decision.request.run);
    const Instance& instance = *run.find(decision.request.instance);
    if (const auto allowed = mayDecide(found->second, instance, decision, cascade.now()); !allowed)
        return allowed;
    cascade.record(decision);
    const Json values{{"person", decision.person}, {"comment", decision.comment}};
    if (decision.verdict == Verdict::approved) {
        cascade.end(run, instance, InstanceState::succeeded, {}, values);
    } else {
        const Message why{"engine.rejected", {{"person", decision.person}, {"comment", decision.comment}}};
        cascade.end(run, instance, InstanceState::rejected, why, values);
    }
    return {};
}

std::vector<RequestId> openRequestsOf(const WorkspaceState& state, const RunId& run)
{
    std::vector<RequestId> requests;
    for (auto at = state.open.lower_bound({run, {}, 0}); at != state.open.end() && at->run == run; ++at)
        requests.push_back(*at);
    return requests;
}

RequestId currentRequest(const Run& run, const Instance& instance) { return {run.id, instance.id, instance.requests}; }

} // namespace penstock::engine
