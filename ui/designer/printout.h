#pragma once

#include "ui/canvas/picture.h"

#include <QCoreApplication>
#include <QString>

class QPrinter;

namespace penstock::designer {

// A graph on paper: as large as on a screen where it fits, smaller down to what can be read, then on several pages side by side. The
// foot of each says what it is, of when, and which page of how many. GUI thread.
class Printout final {
    Q_DECLARE_TR_FUNCTIONS(Printout)

public:
    Printout(const canvas::Picture& picture, QString title, QString when); // the picture outlives it

    // Heeds the pages that were asked for. False: the printer cannot be used.
    bool print(QPrinter& printer) const;

private:
    struct Sheets {
        QSizeF area; // of a page, above its foot; in pixels of a screen
        double scale = 1;
        int columns = 1, rows = 1;
    };

    Sheets sheetsOn(const QSizeF& page) const;
    void paintPage(QPainter& painter, const Sheets& sheets, int page) const;

    const canvas::Picture& m_picture;
    QString m_title, m_when;
};

} // namespace penstock::designer
