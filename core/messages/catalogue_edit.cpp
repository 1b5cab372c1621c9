#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"edit.draft", QT_TRANSLATE_NOOP("Messages", "Edits of {time}")},
    {"edit.draft_broken", QT_TRANSLATE_NOOP("Messages", "The kept edits are damaged and cannot be used.")},
    {"edit.draft_given_up", QT_TRANSLATE_NOOP("Messages", "Discard recovered edits")},
    {"edit.layout", QT_TRANSLATE_NOOP("Messages", "Lay out anew")},
    {"edit.merged", QT_TRANSLATE_NOOP("Messages", "Take in the change from outside")},
    {"edit.move", QT_TRANSLATE_NOOP("Messages", "Move")},
    {"edit.outside", QT_TRANSLATE_NOOP("Messages", "Change from outside")},
    {"edit.remove", QT_TRANSLATE_NOOP("Messages", "Remove {what}")},
    {"edit.set", QT_TRANSLATE_NOOP("Messages", "Change {what}")},
    {"edit.text", QT_TRANSLATE_NOOP("Messages", "Typing")},
    {"edit.text_broken", QT_TRANSLATE_NOOP("Messages", "The YAML cannot be read at the moment. Mend the marked line first.")},
};

} // namespace

std::span<const Entry> editCatalogue() { return entries; }

} // namespace penstock::messages
