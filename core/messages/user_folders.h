#pragma once

#include <QString>

namespace penstock::messages {

// Where the user's own files are (XDG Base Directory Specification 0.8): config for what they set, data for what must not be
// lost or shared with a workspace. Values, so that tests have folders of their own.
struct UserFolders {
    QString config; // ~/.config/penstock
    QString data;   // ~/.local/share/penstock

    static UserFolders ofThisUser(); // from XDG_CONFIG_HOME, XDG_DATA_HOME and HOME
};

} // namespace penstock::messages
