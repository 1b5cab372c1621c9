#include "core/messages/user_settings.h"

#include "core/messages/json_file.h"

#include <QFile>

namespace penstock::messages {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostRecent = 20;

struct ThemeWord {
    ThemeChoice theme;
    const char* word;
};

constexpr ThemeWord themes[] = {{ThemeChoice::system, "system"}, {ThemeChoice::light, "light"}, {ThemeChoice::dark, "dark"}};

} // namespace

UserSettings::UserSettings(const UserFolders& folders)
    : m_path(folders.config + u"/settings.json"_s)
{}

Result<void> UserSettings::load()
{
    m_json = Json::object();
    Result<Json> json = readJsonFile(m_path);
    if (json && json->is_object())
        m_json = std::move(*json);
    if (json && (json->is_object() || json->is_null()))
        return {};
    const QString kept = m_path + u".unreadable"_s;
    QFile::remove(kept);
    QFile::rename(m_path, kept);
    return Error{json ? ErrorCode::invalid : json.error().code,
                 {"messages.settings_unreadable", {{"path", m_path.toStdString()}, {"kept", kept.toStdString()}}},
                 {}};
}

Result<void> UserSettings::save() const { return writeJsonFile(m_path, m_json); }

QString UserSettings::language() const { return QString::fromStdString(textAt(m_json, "language")); }

void UserSettings::setLanguage(const QString& language) { m_json["language"] = language.toStdString(); }

ThemeChoice UserSettings::theme() const
{
    const std::string word = textAt(m_json, "theme");
    for (const ThemeWord& known : themes) {
        if (word == known.word)
            return known.theme;
    }
    return ThemeChoice::system;
}

void UserSettings::setTheme(ThemeChoice theme)
{
    for (const ThemeWord& known : themes) {
        if (theme == known.theme)
            m_json["theme"] = known.word;
    }
}

QStringList UserSettings::recentWorkspaces() const
{
    QStringList paths;
    const Json& list = memberAt(m_json, "recentWorkspaces");
    for (const Json& path : list.is_array() ? list : Json::array()) {
        if (path.is_string())
            paths += QString::fromStdString(path.get<std::string>());
    }
    return paths;
}

void UserSettings::addRecentWorkspace(const QString& path)
{
    QStringList paths = recentWorkspaces();
    paths.removeAll(path);
    paths.prepend(path);
    Json list = Json::array();
    for (const QString& each : paths.first(std::min(paths.size(), mostRecent)))
        list.push_back(each.toStdString());
    m_json["recentWorkspaces"] = std::move(list);
}

void UserSettings::removeRecentWorkspace(const QString& path)
{
    Json list = Json::array();
    for (const QString& each : recentWorkspaces()) {
        if (each != path)
            list.push_back(each.toStdString());
    }
    m_json["recentWorkspaces"] = std::move(list);
}

QByteArray UserSettings::windowState(const QString& window) const
{
    const std::string name = window.toStdString();
    return QByteArray::fromBase64(QByteArray::fromStdString(textAt(memberAt(m_json, "windows"), name.c_str())));
}

void UserSettings::setWindowState(const QString& window, const QByteArray& state)
{
    if (!memberAt(m_json, "windows").is_object())
        m_json["windows"] = Json::object();
    m_json["windows"][window.toStdString()] = state.toBase64().toStdString();
}

} // namespace penstock::messages
