#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"outcome.cancelled", QT_TRANSLATE_NOOP("Messages", "cancelled")},
    {"outcome.exited", QT_TRANSLATE_NOOP("Messages", "ended with an error")},
    {"outcome.lost", QT_TRANSLATE_NOOP("Messages", "lost")},
    {"outcome.notCollected", QT_TRANSLATE_NOOP("Messages", "results missing")},
    {"outcome.outOfMemory", QT_TRANSLATE_NOOP("Messages", "out of memory")},
    {"outcome.refused", QT_TRANSLATE_NOOP("Messages", "not prepared")},
    {"outcome.signaled", QT_TRANSLATE_NOOP("Messages", "ended by a signal")},
    {"outcome.spawnError", QT_TRANSLATE_NOOP("Messages", "not started")},
    {"outcome.succeeded", QT_TRANSLATE_NOOP("Messages", "succeeded")},
    {"outcome.timeout", QT_TRANSLATE_NOOP("Messages", "timed out")},
    {"outside.failed", QT_TRANSLATE_NOOP("Messages", "Not started")},
    {"outside.received", QT_TRANSLATE_NOOP("Messages", "Received")},
    {"outside.started", QT_TRANSLATE_NOOP("Messages", "Started")},
    {"outside.unmatched", QT_TRANSLATE_NOOP("Messages", "No match")},
    {"said.cancelled", QT_TRANSLATE_NOOP("Messages", "cancelled")},
    {"said.delayed", QT_TRANSLATE_NOOP("Messages", "delayed")},
    {"said.failed", QT_TRANSLATE_NOOP("Messages", "failed")},
    {"said.lost", QT_TRANSLATE_NOOP("Messages", "lost")},
    {"said.pending", QT_TRANSLATE_NOOP("Messages", "pending")},
    {"said.ready", QT_TRANSLATE_NOOP("Messages", "ready")},
    {"said.rejected", QT_TRANSLATE_NOOP("Messages", "rejected")},
    {"said.running", QT_TRANSLATE_NOOP("Messages", "running")},
    {"said.skipped", QT_TRANSLATE_NOOP("Messages", "skipped")},
    {"said.succeeded", QT_TRANSLATE_NOOP("Messages", "succeeded")},
    {"said.waiting", QT_TRANSLATE_NOOP("Messages", "waiting")},
    {"severity.error", QT_TRANSLATE_NOOP("Messages", "error")},
    {"severity.not_yet", QT_TRANSLATE_NOOP("Messages", "not yet")},
    {"severity.warning", QT_TRANSLATE_NOOP("Messages", "warning")},
    {"state.cached", QT_TRANSLATE_NOOP("Messages", "Cached")},
    {"state.cancelled", QT_TRANSLATE_NOOP("Messages", "Cancelled")},
    {"state.delayed", QT_TRANSLATE_NOOP("Messages", "Delayed")},
    {"state.failed", QT_TRANSLATE_NOOP("Messages", "Failed")},
    {"state.lost", QT_TRANSLATE_NOOP("Messages", "Lost")},
    {"state.pending", QT_TRANSLATE_NOOP("Messages", "Pending")},
    {"state.ready", QT_TRANSLATE_NOOP("Messages", "Ready")},
    {"state.rejected", QT_TRANSLATE_NOOP("Messages", "Rejected")},
    {"state.reused", QT_TRANSLATE_NOOP("Messages", "Reused")},
    {"state.running", QT_TRANSLATE_NOOP("Messages", "Running")},
    {"state.skipped", QT_TRANSLATE_NOOP("Messages", "Skipped")},
    {"state.succeeded", QT_TRANSLATE_NOOP("Messages", "Succeeded")},
    {"state.waiting", QT_TRANSLATE_NOOP("Messages", "Waiting")},
};

} // namespace

std::span<const Entry> wordsCatalogue() { return entries; }

} // namespace penstock::messages
