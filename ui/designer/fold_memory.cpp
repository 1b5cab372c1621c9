#include "ui/designer/fold_memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace penstock::designer {

namespace {

constexpr qsizetype mostBytes = 1 << 20;

} // namespace

QSet<QString> FoldMemory::of(const QString& file) const
{
    const QStringList frames = m_folded.value(file);
    return {frames.begin(), frames.end()};
}

void FoldMemory::keep(const QString& file, const QSet<QString>& frames)
{
    m_folded.remove(file);
    if (frames.isEmpty())
        return;
    QStringList sorted(frames.begin(), frames.end());
    sorted.sort();
    m_folded.insert(file, sorted);
}

QByteArray FoldMemory::bytes() const
{
    QJsonObject files;
    for (auto each = m_folded.cbegin(); each != m_folded.cend(); ++each)
        files.insert(each.key(), QJsonArray::fromStringList(each.value()));
    return files.isEmpty() ? QByteArray() : QJsonDocument(files).toJson(QJsonDocument::Compact);
}

void FoldMemory::read(const QByteArray& bytes)
{
    m_folded.clear();
    if (bytes.size() > mostBytes)
        return;
    const QJsonObject files = QJsonDocument::fromJson(bytes).object();
    for (auto each = files.constBegin(); each != files.constEnd(); ++each) {
        QSet<QString> frames;
        for (const QJsonValue& frame : each.value().toArray()) {
            if (frame.isString())
                frames.insert(frame.toString());
        }
        keep(each.key(), frames);
    }
}

} // namespace penstock::designer
