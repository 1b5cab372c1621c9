#include "ui/designer/artifact_preview.h"

#include <QFile>
#include <QImageReader>
#include <QStringDecoder>
#include <QStringList>

#include <optional>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostText = 64 << 10, mostPicture = 32 << 20;
constexpr qsizetype mostLines = 200, longestLine = 400;
constexpr QSize largestPicture{480, 320};

// A multi-byte character may be cut at the end: that makes no binary of a text.
std::optional<QString> decoded(const QByteArray& bytes)
{
    if (bytes.contains('\0'))
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

void takeLines(ArtifactPreview& preview, const QStringList& lines, bool more)
{
    QStringList shown;
    for (const QString& line : lines.mid(0, mostLines))
        shown.append(line.size() > longestLine ? QString(line.left(longestLine) % u'…') : line);
    preview.text = shown.join(u'\n');
    preview.isCut = more || lines.size() > mostLines;
}

// Lines of a manifest: "f SIZE DIGEST LENGTH NAME" and "x …" are files, "d LENGTH NAME" folders without any.
QStringList namesIn(const QString& manifest)
{
    QStringList names;
    const QStringList lines = manifest.split(u'\n');
    for (const QString& line : lines.mid(1)) {
        if (line.startsWith("f "_L1) || line.startsWith("x "_L1))
            names.append(line.section(u' ', 4));
        else if (line.startsWith("d "_L1))
            names.append(line.section(u' ', 2) % u'/');
    }
    return names;
}

bool takePicture(ArtifactPreview& preview, QFile& file)
{
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    if (file.size() > mostPicture || !reader.canRead())
        return false;
    preview.pictureSize = reader.size();
    if (preview.pictureSize.isValid())
        reader.setScaledSize(preview.pictureSize.width() > largestPicture.width() || preview.pictureSize.height() > largestPicture.height()
                                 ? preview.pictureSize.scaled(largestPicture, Qt::KeepAspectRatio)
                                 : preview.pictureSize);
    preview.picture = reader.read();
    return !preview.picture.isNull();
}

} // namespace

ArtifactPreview previewOf(const QString& path, ArtifactShape shape)
{
    ArtifactPreview preview;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        preview.isThere = false;
        return preview;
    }
    const QByteArray bytes = file.read(mostText);
    const bool more = file.size() > bytes.size();
    if (const auto text = decoded(bytes)) {
        takeLines(preview, shape == ArtifactShape::folder ? namesIn(*text) : text->split(u'\n'), more);
        return preview;
    }
    file.seek(0);
    takePicture(preview, file);
    return preview;
}

} // namespace penstock::designer
