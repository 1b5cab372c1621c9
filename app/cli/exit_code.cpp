#include "app/cli/exit_code.h"

namespace penstock::cli {

Exit exitFor(const Error& error)
{
    switch (error.code) {
    case ErrorCode::invalid:
        return Exit::usage;
    case ErrorCode::notFound: // what was typed; but state that is gone is not the person's mistake
        return error.message.id.starts_with("store.") ? Exit::unable : Exit::usage;
    case ErrorCode::cancelled:
        return Exit::cancelled;
    case ErrorCode::conflict:
    case ErrorCode::corrupt:
    case ErrorCode::denied:
    case ErrorCode::untrusted:
    case ErrorCode::unsupported:
    case ErrorCode::io:
    case ErrorCode::full:
    case ErrorCode::busy:
        break;
    }
    return Exit::unable;
}

Exit exitFor(engine::RunState state)
{
    switch (state) {
    case engine::RunState::running:
    case engine::RunState::succeeded:
        return Exit::done;
    case engine::RunState::failed:
    case engine::RunState::lost:
        return Exit::failed;
    case engine::RunState::cancelled:
        return Exit::cancelled;
    case engine::RunState::rejected:
        return Exit::rejected;
    }
    return Exit::unable;
}

} // namespace penstock::cli
