#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace penstock::designer {

// Which frames are folded, by pipeline file: a matter of who looks, so no document has it. Kept across starts as bytes; those
// that cannot be read say nothing.
class FoldMemory final {
public:
    QSet<QString> of(const QString& file) const;
    void keep(const QString& file, const QSet<QString>& frames);

    QByteArray bytes() const; // the same for the same folds
    void read(const QByteArray& bytes);

private:
    QHash<QString, QStringList> m_folded; // sorted; files without a folded frame are not in it
};

} // namespace penstock::designer
