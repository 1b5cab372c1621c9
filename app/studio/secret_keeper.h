#pragma once

#include <QList>
#include <QObject>
#include <QStringList>

class QProcess;

namespace penstock::studio {

struct SecretName {
    QString name;
    bool isOfWorkspace = false; // else of the user, in all workspaces
    bool isInFile = false;      // else in the keyring

    bool operator==(const SecretName&) const = default;
};

// Lists, sets and removes secrets as `penstock secret` does: one way for window and terminal. A value goes into its stdin and
// is not kept here; none ever comes back. One at a time.
class SecretKeeper final : public QObject {
    Q_OBJECT

public:
    SecretKeeper(QString program, QString workspace, QObject* parent = nullptr);

    bool isBusy() const { return m_process != nullptr; }
    void list();
    void set(const SecretName& secret, const QString& value);
    void remove(const SecretName& secret);

Q_SIGNALS:
    void listed(const QList<penstock::studio::SecretName>& secrets);
    void changed();                       // it is set, or removed
    void failed(const QString& sentence); // of any of the three
    void busyChanged();

private:
    enum class Asked { list, change };

    void start(Asked asked, const QStringList& words, const QByteArray& input);
    void finish(Asked asked, bool well);

    QString m_program, m_workspace;
    QProcess* m_process = nullptr;
};

} // namespace penstock::studio
