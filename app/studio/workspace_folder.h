// A folder that is or becomes a workspace, as files: where its parts are, its pipelines, its people. Small files; the log
// and everything large is read elsewhere.
#pragma once

#include <QString>
#include <QStringList>

#include "core/pipeline/document.h"
#include "core/pipeline/issue.h"
#include "core/registry/people.h"
#include "core/remote/connection.h"

#include <optional>
#include <vector>

namespace penstock::studio {

struct PipelineFile {
    QString file; // relative to the workspace
    pipeline::Pipeline document;
    pipeline::Issues issues;
};

class WorkspaceFolder final {
public:
    // Nothing when there is no such folder.
    static std::optional<WorkspaceFolder> at(const QString& folder);
    // The nearest folder from `folder` upwards with `pipelines/` or `.penstock`; nothing when there is none.
    static std::optional<WorkspaceFolder> around(const QString& folder);

    const QString& path() const { return m_path; } // canonical
    QString name() const;
    QString stateFolder() const; // empty while there is none
    remote::Connection::Place place() const;

    QStringList pipelineFiles() const;                    // relative, sorted
    PipelineFile readPipeline(const QString& file) const; // an unreadable file has an issue that says so
    registry::People people() const;

private:
    explicit WorkspaceFolder(QString path)
        : m_path(std::move(path))
    {}

    QString m_path;
};

QString systemUser();
QString ownerProgram(); // `penstock`, beside this program or on PATH

} // namespace penstock::studio
