#include "app/cli/user_secrets.h"

#include "app/cli/helper_program.h"
#include "core/messages/user_folders.h"

namespace penstock::cli {

platform::Secrets userSecrets(const std::string& program, Duration patience)
{
    return platform::Secrets(messages::UserFolders::ofThisUser().config.toStdString(), platform::Keyring(keyringProgram(program), patience));
}

} // namespace penstock::cli
