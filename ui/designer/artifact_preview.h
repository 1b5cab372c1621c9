// The beginning of what an artifact holds, for people: lines of a text, a small picture, the files of a folder.
#pragma once

#include "core/base/artifact_store.h"

#include <QImage>
#include <QSize>
#include <QString>

namespace penstock::designer {

struct ArtifactPreview {
    bool isThere = true;  // false: it was removed
    QString text;         // the first lines, or names of files
    bool isCut = false;   // there is more
    QImage picture;       // made small
    QSize pictureSize;    // as it is
};

// Reads at most 64 KiB, of a picture at most 32 MiB; any thread. Neither text nor picture: nothing is in it. `file` is in the store.
ArtifactPreview previewOf(const QString& file, ArtifactShape shape);

} // namespace penstock::designer
