#include "app/studio/graph_export.h"
#include "app/studio/studio.h"
#include "core/platform/disk_file_system.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>

int main(int argc, char** argv)
{
    using namespace penstock;
    using namespace Qt::Literals::StringLiterals;
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"penstock-studio"_s);
    QApplication::setApplicationVersion(QStringLiteral(PENSTOCK_VERSION));
    QApplication::setDesktopFileName(u"org.penstock.Studio"_s);
    QApplication::setWindowIcon(QIcon(u":/penstock/icons/penstock.svg"_s));
    studio::Studio program(application, messages::UserFolders::ofThisUser()); // first: it chooses the language of the help

    QCommandLineParser arguments;
    arguments.setApplicationDescription(QCoreApplication::translate("Main", "Draw, run, compare and approve machine-learning pipelines."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    const studio::GraphExport graphExport(arguments);
    const QCommandLineOption workspace(u"workspace"_s, QCoreApplication::translate("Main", "The workspace to open."), u"DIR"_s);
    arguments.addOption(workspace);
    arguments.addPositionalArgument(u"DIR"_s, QCoreApplication::translate("Main", "The same."), u"[DIR]"_s);
    arguments.process(application);
    if (graphExport.isWanted()) {
        platform::DiskFileSystem files;
        return graphExport.carryOut(files);
    }
    const QStringList folders = arguments.positionalArguments();
    program.open(arguments.isSet(workspace) ? arguments.value(workspace) : folders.value(0));
    return QApplication::exec();
}
