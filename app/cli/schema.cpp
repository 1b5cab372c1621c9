#include "core/pipeline/schema.h"

#include "app/cli/commands.h"
#include "app/cli/key_reference.h"

namespace penstock::cli {

Result<Exit> schema(const Invocation& invocation)
{
    const std::string text = invocation.arguments.has("markdown") ? keyReference().toStdString() : dumpJsonPretty(pipeline::schema()) + '\n';
    invocation.console.raw(text.data(), text.size());
    return Exit::done;
}

} // namespace penstock::cli
