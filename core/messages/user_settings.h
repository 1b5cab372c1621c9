#pragma once

#include "core/base/json.h"
#include "core/messages/user_folders.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace penstock::messages {

enum class ThemeChoice { system, light, dark };

// What a user set, for all workspaces: settings.json in the config folder. A value in memory, read once and written when
// something changes; two windows that write at the same moment do not mix, the last one wins. Unknown members of the file
// (of a newer version) are kept. Not thread-safe.
class UserSettings final {
public:
    explicit UserSettings(const UserFolders& folders);

    // An absent file gives the standard settings. One that cannot be read does too; it is kept beside as *.unreadable, and the
    // error says so: invalid, denied, io.
    Result<void> load();
    Result<void> save() const; // errors: denied, full, io

    QString language() const;  // "zh_CN"; empty: that of the system
    void setLanguage(const QString& language);
    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    QStringList recentWorkspaces() const; // canonical paths, the newest first
    void addRecentWorkspace(const QString& path);
    void removeRecentWorkspace(const QString& path);

    // State of a window or splitter (QMainWindow::saveState and the like), by its name.
    QByteArray windowState(const QString& window) const;
    void setWindowState(const QString& window, const QByteArray& state);

    bool operator==(const UserSettings& other) const { return m_json == other.m_json; }

private:
    QString m_path;
    Json m_json = Json::object();
};

} // namespace penstock::messages
