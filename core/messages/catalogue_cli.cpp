#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"cli.unknown_command", QT_TRANSLATE_NOOP("Messages", "There is no command \"{name}\". `penstock --help` lists them.")},
};

} // namespace

std::span<const Entry> cliCatalogue() { return entries; }

} // namespace penstock::messages
