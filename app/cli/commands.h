// One function per command; each stands in the file of its name.
#pragma once

#include "app/cli/command.h"

namespace penstock::cli {

Exit approvals(const Invocation& invocation);
Exit approve(const Invocation& invocation);
Exit audit(const Invocation& invocation);
Exit cancel(const Invocation& invocation);
Exit doctor(const Invocation& invocation);
Exit explain(const Invocation& invocation);
Exit init(const Invocation& invocation);
Exit logs(const Invocation& invocation);
Exit models(const Invocation& invocation);
Exit promote(const Invocation& invocation);
Exit reject(const Invocation& invocation);
Exit resume(const Invocation& invocation);
Exit run(const Invocation& invocation);
Exit runs(const Invocation& invocation);
Exit schema(const Invocation& invocation);
Exit serve(const Invocation& invocation);
Exit show(const Invocation& invocation);
Exit studio(const Invocation& invocation);
Exit validate(const Invocation& invocation);

} // namespace penstock::cli
