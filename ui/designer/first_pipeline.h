#pragma once

#include "core/base/file_system.h"

#include <QStringList>
#include <QWidget>

namespace penstock::designer {

// What Design shows of a workspace without pipelines: where they belong, and its scripts, each of which makes one.
class FirstPipeline final : public QWidget {
    Q_OBJECT

public:
    FirstPipeline(const FileSystem& files, QString folder, QWidget* parent = nullptr);

    void look(); // at the scripts that are there now

Q_SIGNALS:
    void scriptChosen(const QString& script); // relative; empty: another one
    void emptyWanted();                       // to be drawn

private:
    const FileSystem& m_files;
    QString m_folder;
    QStringList m_scripts;
    QWidget* m_page = nullptr;
};

// Scripts of a folder that look like the way into a project, the likeliest first, at most four: those that train, run or
// fit before others, and neither tests nor settings.
QStringList likelyScripts(const FileSystem& files, const QString& folder);

} // namespace penstock::designer
