// The hash chain over the log: hash(n) = SHA-256(hash(n-1) || canonical bytes of event n). A change, removal or
// exchange of rows breaks it at the first bad event. It protects against damage and naive edits, not against somebody
// who recomputes the whole chain: for that, heads are kept outside the file (head_anchor.h).
#pragma once

#include "core/base/digest.h"
#include "core/engine/event_store.h"

#include <string>
#include <string_view>

namespace penstock::store {

struct LogHead {
    Seq seq = 0;
    Digest hash;

    bool operator==(const LogHead&) const = default;
};

// The head of an empty log: bound to the store, so that events of another one do not fit.
LogHead emptyLog(std::string_view storeId);

// `payload` is the text as it is stored; each field goes in with its length, so that no two events have the same bytes.
LogHead extend(const LogHead& head, const engine::StoredEvent& event, std::string_view payload);

std::string bytesOf(const Digest& digest);
Digest digestOfBytes(std::string_view bytes); // zero when it is not 32 bytes: matches nothing

} // namespace penstock::store
