#include "app/studio/graph_export.h"

#include "core/base/json.h"
#include "core/edit/document.h"
#include "core/messages/messages.h"
#include "core/remote/wire.h"
#include "ui/canvas/picture.h"
#include "ui/designer/pipeline_graph.h"
#include "ui/models/qt_text.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using canvas::PictureFormat;
using models::qt;
using models::utf8;

namespace {

constexpr std::uint64_t largestFile = 16 << 20;
constexpr std::pair<const char*, PictureFormat> formats[] = {{"svg", PictureFormat::svg}, {"png", PictureFormat::png}, {"pdf", PictureFormat::pdf}};

QCommandLineOption option(const char* name, const char* about, const char* value = nullptr)
{
    return {QString::fromLatin1(name), QCoreApplication::translate("Main", about), QString::fromLatin1(value)};
}

Error invalid(const char* id, std::vector<std::pair<std::string, std::string>> arguments)
{
    return {ErrorCode::invalid, {id, std::move(arguments)}, {}};
}

Result<canvas::Picture> drawn(const FileSystem& files, const QString& path, bool dark, bool withSource)
{
    auto text = files.read(utf8(path), largestFile);
    if (!text)
        return text.error();
    const auto layout = files.read(format::layoutPathOf(utf8(path)), largestFile);
    const edit::Document document(std::move(*text), layout ? *layout : std::string());
    if (!document.read().tree || document.pipeline().steps.empty())
        return invalid("cli.not_drawable", {{"path", utf8(path)}});
    canvas::PictureStyle style;
    style.theme = dark ? theme::Theme::dark() : theme::Theme::light();
    style.title = document.pipeline().name.empty() ? QFileInfo(path).baseName() : qt(document.pipeline().name);
    if (withSource)
        style.source = qt(document.text());
    return canvas::Picture(designer::designGraph(document.pipeline(), document.positions(), document.read().issues).graph, std::move(style));
}

constexpr QLatin1StringView standardOutput{"-"}; // a file with this name is "./-"

Result<void> print(const QByteArray& bytes)
{
    const std::size_t size = static_cast<std::size_t>(bytes.size());
    const bool isPrinted = std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    return isPrinted ? Result<void>() : Result<void>(Error{ErrorCode::io, {"platform.io", {{"path", "-"}}}, {}});
}

} // namespace

GraphExport::GraphExport(QCommandLineParser& parser)
    : m_parser(parser)
{
    parser.addOptions({
        option("export-graph", QT_TRANSLATE_NOOP("Main", "Draw this pipeline file, and leave."), "FILE"),
        option("svg", QT_TRANSLATE_NOOP("Main", "With --export-graph: write a drawing."), "OUT"),
        option("png", QT_TRANSLATE_NOOP("Main", "With --export-graph: write a picture of points."), "OUT"),
        option("pdf", QT_TRANSLATE_NOOP("Main", "With --export-graph: write a page."), "OUT"),
        option("scale", QT_TRANSLATE_NOOP("Main", "With --png: points for a pixel; otherwise 2."), "N"),
        option("dark", QT_TRANSLATE_NOOP("Main", "With --export-graph: the dark colours.")),
        option("with-source", QT_TRANSLATE_NOOP("Main", "With --export-graph: keep the text of the pipeline in the pictures.")),
        option("json", QT_TRANSLATE_NOOP("Main", "With --export-graph: print JSON.")),
    });
}

bool GraphExport::isWanted() const { return m_parser.isSet(u"export-graph"_s); }

Result<std::vector<QString>> GraphExport::written(FileSystem& files) const
{
    const QString file = QFileInfo(m_parser.value(u"export-graph"_s)).absoluteFilePath();
    const auto picture = drawn(files, file, m_parser.isSet(u"dark"_s), m_parser.isSet(u"with-source"_s));
    if (!picture)
        return picture.error();
    bool isNumber = true;
    const double scale = m_parser.isSet(u"scale"_s) ? m_parser.value(u"scale"_s).toDouble(&isNumber) : std::min(2.0, picture->largestScale());
    if (!isNumber || !(scale > 0))
        return invalid("cli.number_expected", {{"option", "--scale"}, {"text", utf8(m_parser.value(u"scale"_s))}});
    if (m_parser.isSet(u"png"_s) && scale > picture->largestScale())
        return invalid("cli.picture_large", {{"scale", utf8(m_parser.value(u"scale"_s))}, {"most", utf8(QString::number(std::floor(picture->largestScale() * 100) / 100))}});
    std::vector<QString> paths;
    for (const auto& [name, format] : formats) {
        const QString path = m_parser.value(QLatin1StringView(name));
        if (path.isEmpty())
            continue;
        if (path == standardOutput && m_parser.isSet(u"json"_s)) // which prints there
            return invalid("cli.options_exclude", {{"one", std::string("--").append(name).append(" -")}, {"other", "--json"}});
        const QByteArray bytes = picture->bytes(format, scale);
        if (bytes.isEmpty())
            return Error{ErrorCode::full, {"cli.picture_memory", {{"path", utf8(path)}}}, {}};
        const auto done = path == standardOutput ? print(bytes)
                                                 : files.writeAtomically(utf8(QFileInfo(path).absoluteFilePath()), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (!done)
            return done.error();
        paths.push_back(path);
    }
    return paths;
}

int GraphExport::carryOut(FileSystem& files) const
{
    // As the command line does (app/cli/exit_code.h).
    constexpr int usage = 2, unable = 6;
    const bool wantsJson = m_parser.isSet(u"json"_s);
    const auto paths = written(files);
    if (!paths) {
        const Error& error = paths.error();
        if (wantsJson)
            std::printf("%s\n", dumpJson(remote::toJson(error)).c_str());
        std::fprintf(stderr, "penstock: %s\n", messages::sentence(error).toUtf8().constData());
        return error.code == ErrorCode::invalid || error.code == ErrorCode::notFound ? usage : unable;
    }
    if (wantsJson) {
        Json written = Json::array();
        for (const QString& path : *paths)
            written.push_back(utf8(path));
        std::printf("%s\n", dumpJson({{"file", utf8(m_parser.value(u"export-graph"_s))}, {"written", written}}).c_str());
    }
    return 0;
}

} // namespace penstock::studio
