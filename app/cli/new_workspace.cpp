#include "app/cli/new_workspace.h"

#include "core/base/json.h"
#include "core/base/spelling.h"
#include "core/platform/disk_file_system.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <pwd.h>
#include <unistd.h>

#include <algorithm>

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

const QString templates = u":/penstock/templates"_s;
constexpr const char* ignoreLine = "/.penstock";

constexpr const char* hello = R"(penstock: 1
name: hello
about: The smallest pipeline that runs. One step writes a file, the next one reads it.
parameters:
  name: {type: string, default: world}
steps:
  greet:
    run: echo "Hello, ${{ params.name }}!" > "${{ outputs.greeting }}"
    outputs: {greeting: {kind: text}}
  read:
    run: [cat, "${{ inputs.greeting }}"]
    inputs: {greeting: "${{ steps.greet.outputs.greeting }}"}
)";

std::string userName()
{
    const passwd* entry = getpwuid(geteuid());
    return entry ? entry->pw_name : std::to_string(geteuid());
}

std::vector<std::string> templateNames()
{
    std::vector<std::string> names;
    for (const QString& name : QDir(templates).entryList(QDir::Dirs))
        names.push_back(name.toStdString());
    return names;
}

Error unknownTemplate(const std::string& name)
{
    const auto names = templateNames();
    std::string all;
    for (const std::string& known : names)
        all += (all.empty() ? "" : ", ") + known;
    return {ErrorCode::invalid, {"cli.template_unknown", {{"name", name}, {"templates", all}}}, {}};
}

} // namespace

Result<void> NewWorkspace::addTemplate(const std::string& name)
{
    const auto names = templateNames();
    if (std::ranges::find(names, name) == names.end())
        return unknownTemplate(name);
    const QString root = templates + u'/' + QString::fromStdString(name) + u'/';
    QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::io,
                         {"cli.template_unknown", {{"name", name}, {"templates", name}}},
                         file.errorString().toStdString()};
        const QString relative = file.fileName().mid(root.size());
        QByteArray content = file.readAll();
        if (relative == u"penstock.yaml"_s)
            content.replace("${USER}", QByteArray::fromStdString(userName()));
        add(relative.toStdString(), content.toStdString());
    }
    return {};
}

void NewWorkspace::addHello() { add("pipelines/hello.pipeline.yaml", hello); }

void NewWorkspace::addPeople()
{
    const std::string user = dumpJson(userName());
    add("penstock.yaml", "# What people agreed on for this workspace (docs/formats.md).\npenstock: 1\n\n"
                         "# Who may decide. A person is found by the system user that gives the command.\npeople:\n  " +
                             user + ": {user: " + user + ", roles: [lead]}\n");
}

Result<void> NewWorkspace::write() const
{
    platform::DiskFileSystem disk;
    for (const File& file : m_files) {
        if (disk.exists(m_folder + '/' + file.relative))
            return Error{
                ErrorCode::conflict, {"cli.init_in_the_way", {{"path", file.relative}, {"folder", m_folder}}}, {}};
    }
    for (const File& file : m_files) {
        const std::string path = m_folder + '/' + file.relative;
        const auto made = disk.makeFolder(path.substr(0, path.rfind('/')));
        const auto written = made ? disk.writeAtomically(path, file.content) : made;
        if (!written)
            return written.error();
    }
    return {};
}

Result<void> NewWorkspace::ignoreState() const
{
    platform::DiskFileSystem disk;
    const std::string path = m_folder + "/.gitignore";
    std::string content;
    if (disk.exists(path)) {
        auto read = disk.read(path, 16 << 20);
        if (!read)
            return read.error();
        content = std::move(*read);
    }
    for (const QByteArray& line : QByteArray::fromStdString(content).split('\n')) {
        const QByteArray word = line.trimmed();
        if (word == "/.penstock" || word == ".penstock")
            return {};
    }
    if (!content.empty() && content.back() != '\n')
        content += '\n';
    return disk.writeAtomically(path, content + ignoreLine + '\n');
}

} // namespace penstock::cli
