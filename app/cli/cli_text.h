#pragma once

#include <QCoreApplication>

namespace penstock::cli {

// The context of all words of the command line: Cli::tr("…").
class Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace penstock::cli
