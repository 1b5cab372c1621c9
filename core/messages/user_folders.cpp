#include "core/messages/user_folders.h"

#include <QStandardPaths>

namespace penstock::messages {

using namespace Qt::Literals::StringLiterals;

// The generic locations: those of the application would add its organisation, and differ between CLI and Studio.
UserFolders UserFolders::ofThisUser()
{
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/penstock"_s,
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/penstock"_s};
}

} // namespace penstock::messages
