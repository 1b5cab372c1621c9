#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"messages.file_not_json",
     QT_TRANSLATE_NOOP("Messages", "{path} is not valid JSON. Remove it, or restore it from a backup.")},
    {"messages.file_unreadable", QT_TRANSLATE_NOOP("Messages", "{path} cannot be read ({reason}).")},
    {"messages.file_unwritable", QT_TRANSLATE_NOOP("Messages", "{path} cannot be written ({reason}).")},
    {"messages.no_folder", QT_TRANSLATE_NOOP("Messages", "There is no folder {path}.")},
    {"messages.settings_unreadable",
     QT_TRANSLATE_NOOP("Messages", "Your settings in {path} cannot be read, so the standard ones are used. The file was kept as {kept}.")},
};

} // namespace

std::span<const Entry> messagesCatalogue() { return entries; }

} // namespace penstock::messages
