#pragma once

#include "core/base/file_system.h"

#include <QString>

#include <utility>
#include <vector>

class QCommandLineParser;

namespace penstock::studio {

// `penstock-studio --export-graph FILE --svg OUT`: a pipeline file as pictures, without a window, an owner or a workspace.
// `penstock export-graph` executes it (docs/decisions/0015).
class GraphExport final {
public:
    explicit GraphExport(QCommandLineParser& parser); // adds its options; the parser outlives this

    bool isWanted() const;
    // Draws and writes what the words ask for, each file whole or not at all. The exit code of the process; sentences go to
    // stderr, with --json a document to stdout (docs/formats.md).
    int carryOut(FileSystem& files) const;

private:
    Result<std::vector<QString>> written(FileSystem& files) const;

    QCommandLineParser& m_parser;
};

} // namespace penstock::studio
