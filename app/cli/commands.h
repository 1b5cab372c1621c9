// One function per command; each stands in the file of its name.
#pragma once

#include "app/cli/command.h"

namespace penstock::cli {

Result<Exit> approvals(const Invocation& invocation);
Result<Exit> approve(const Invocation& invocation);
Result<Exit> audit(const Invocation& invocation);
Result<Exit> backup(const Invocation& invocation);
Result<Exit> cancel(const Invocation& invocation);
Result<Exit> diff(const Invocation& invocation);
Result<Exit> doctor(const Invocation& invocation);
Result<Exit> edit(const Invocation& invocation);
Result<Exit> emit(const Invocation& invocation);
Result<Exit> explain(const Invocation& invocation);
Result<Exit> exportGraph(const Invocation& invocation);
Result<Exit> format(const Invocation& invocation);
Result<Exit> gc(const Invocation& invocation);
Result<Exit> history(const Invocation& invocation);
Result<Exit> inbox(const Invocation& invocation);
Result<Exit> init(const Invocation& invocation);
Result<Exit> logs(const Invocation& invocation);
Result<Exit> models(const Invocation& invocation);
Result<Exit> promote(const Invocation& invocation);
Result<Exit> reject(const Invocation& invocation);
Result<Exit> reproduce(const Invocation& invocation);
Result<Exit> resume(const Invocation& invocation);
Result<Exit> run(const Invocation& invocation);
Result<Exit> runs(const Invocation& invocation);
Result<Exit> schema(const Invocation& invocation);
Result<Exit> secret(const Invocation& invocation);
Result<Exit> serve(const Invocation& invocation);
Result<Exit> show(const Invocation& invocation);
Result<Exit> studio(const Invocation& invocation);
Result<Exit> validate(const Invocation& invocation);

} // namespace penstock::cli
