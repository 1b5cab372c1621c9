#pragma once

#include <QObject>

#include "core/base/file_system.h"
#include "ui/canvas/graph.h"
#include "ui/canvas/picture.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>

class QAction;
class QPrinter;
class QWidget;

namespace penstock::designer {

// What is drawn, taken out of the program: as a file, on paper, into another program. GUI thread; files are written in
// another one.
class GraphOutput final : public QObject {
    Q_OBJECT

public:
    struct Subject {
        canvas::Graph graph;
        QStringList selection; // ids; empty: everything
        QString title;
        QString source; // the text of the pipeline
        QString folder; // where a file would go
    };

    // `subject` is asked whenever something is to be put out. `files` and `window` outlive this.
    GraphOutput(std::function<Subject()> subject, FileSystem& files, QWidget& window);

    // For menus, in their order: export, export the selection, copy, print, and how (two that can be checked).
    QList<QAction*> actions() const;
    void setSelectionKnown(bool any); // whether there is a selection to be exported

    // The format follows the suffix. What became of it is told by a signal, later.
    enum class Part { everything, selection };
    void exportTo(const QString& path, Part part);
    void copy(); // the selection where there is one
    void printTo(QPrinter& printer);

Q_SIGNALS:
    void written(const QString& path);
    void problemMet(const QString& sentence);

private:
    void askAndExport(Part part);
    void askAndPrint();
    canvas::Picture picture(const Subject& subject, Part part, canvas::Picture::Ground ground = canvas::Picture::Ground::painted) const;

    std::function<Subject()> m_subject;
    FileSystem& m_files;
    QWidget& m_window;
    QAction *m_export, *m_exportSelection, *m_copy, *m_print, *m_asOnScreen, *m_withSource;
};

} // namespace penstock::designer
