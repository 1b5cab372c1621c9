#include "app/cli/order.h"

#include <QEventLoop>

#include <optional>

namespace penstock::cli {

Result<Json> give(remote::Connection& connection, session::Command command)
{
    QEventLoop loop;
    std::optional<Result<Json>> answer;
    connection.submit({{}, {}, std::move(command)}, [&](Result<Json> got) {
        answer = std::move(got);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

Result<Json> give(const Workspace& workspace, const std::string& program, session::Command command)
{
    remote::Connection connection(workspace.place(program));
    return give(connection, std::move(command));
}

} // namespace penstock::cli
