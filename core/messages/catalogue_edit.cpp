#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"edit.layout", QT_TRANSLATE_NOOP("Messages", "Lay out anew")},
    {"edit.move", QT_TRANSLATE_NOOP("Messages", "Move")},
    {"edit.remove", QT_TRANSLATE_NOOP("Messages", "Remove {what}")},
    {"edit.rename_key", QT_TRANSLATE_NOOP("Messages", "Rename {what} to {key}")},
    {"edit.set", QT_TRANSLATE_NOOP("Messages", "Change {what}")},
    {"edit.text", QT_TRANSLATE_NOOP("Messages", "Typing")},
    {"edit.text_broken", QT_TRANSLATE_NOOP("Messages", "The YAML cannot be read at the moment. Mend the marked line first.")},
};

} // namespace

std::span<const Entry> editCatalogue() { return entries; }

} // namespace penstock::messages
