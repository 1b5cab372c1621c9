// What a program beside Studio has copied: a file's content, offered as text or as another type until this program ends.
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>

#include <cstdio>

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QStringList words = QGuiApplication::arguments();
    QFile file(words.value(1));
    if (words.size() != 3 || !file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: %s FILE TYPE\n", argv[0]);
        return 2;
    }
    auto* data = new QMimeData;
    data->setData(words[2], file.readAll());
    QGuiApplication::clipboard()->setMimeData(data);
    std::printf("ready\n");
    std::fflush(stdout);
    return QGuiApplication::exec();
}
