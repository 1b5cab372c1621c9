#pragma once

#include <QObject>
#include <QStringList>

class QProcess;

namespace penstock::studio {

// Makes workspaces and first pipelines as `penstock init` does: one way for window and terminal. One at a time.
class WorkspaceMaker final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool isBusy() const { return m_program != nullptr; }
    void fromTemplate(const QString& folder, const QString& name);
    // A pipeline of one step that runs this script of the folder. Nothing runs by that: trust is another question.
    void fromScript(const QString& folder, const QString& script);

Q_SIGNALS:
    void made(const QString& folder, const QString& pipeline); // the file, relative to the folder
    void failed(const QString& sentence);

private:
    void start(const QString& folder, const QStringList& more);
    void finish(const QString& folder, bool well);

    QProcess* m_program = nullptr;
};

} // namespace penstock::studio
