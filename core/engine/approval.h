// Approval requests: a question to people, bound to the digest of what they are shown.
#pragma once

#include "core/engine/cascade.h"

#include <vector>

namespace penstock::engine {

// {question, candidate {version, artifact, metrics, parameters, lineage} | null, production facts | null, policy}.
// Errors: invalid or notFound with the expression's message.
Result<Json> requestSubject(const WorkspaceState& state, const Run& run, const Instance& instance);

// What an approval is bound to: SHA-256 of the canonical (sorted, one line) JSON.
Digest subjectDigest(const Json& subject);

void ask(Cascade& cascade, const Run& run, const Instance& instance);
// Withdraws and asks anew each open request whose subject is another one now.
void askAnew(Cascade& cascade, const Message& why);
void expire(Cascade& cascade, const Run& run, const Instance& instance);
Result<void> decideRequest(Cascade& cascade, const ApprovalDecided& decision);

std::vector<RequestId> openRequestsOf(const WorkspaceState& state, const RunId& run);
RequestId currentRequest(const Run& run, const Instance& instance);

} // namespace penstock::engine
