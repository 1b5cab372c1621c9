#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"remote.after_invalid",
     QT_TRANSLATE_NOOP("Messages", "\"{after}\" is no place in the log. Give the sequence number of the last event that you have, or 0.")},
    {"remote.answer_unreadable",
     QT_TRANSLATE_NOOP("Messages", "The owner's answer cannot be read. Another program or another version may be listening at its "
                                   "socket; end it and try again.")},
    {"remote.body_too_large", QT_TRANSLATE_NOOP("Messages", "The request's body is larger than 1 MiB. Send less.")},
    {"remote.body_unexpected", QT_TRANSLATE_NOOP("Messages", "This route takes no body. Send the request without one.")},
    {"remote.cannot_listen",
     QT_TRANSLATE_NOOP("Messages", "Cannot listen at the socket {path}. Check that its folder can be written.")},
    {"remote.connection_lost",
     QT_TRANSLATE_NOOP("Messages", "The connection to the owner broke before its answer came. Whether the command was done shows in "
                                   "`penstock runs`; giving it again does no harm.")},
    {"remote.content_type_refused",
     QT_TRANSLATE_NOOP("Messages", "The body has to be of type {expected}. Set the header Content-Type to exactly that.")},
    {"remote.event_unreadable",
     QT_TRANSLATE_NOOP("Messages", "The owner sent an event that cannot be read. Its version may differ; run `penstock doctor`.")},
    {"remote.header_too_large",
     QT_TRANSLATE_NOOP("Messages", "The request's header is larger than 32 KiB or has more than 64 fields. Send less.")},
    {"remote.host_refused",
     QT_TRANSLATE_NOOP("Messages", "The request names a host that is not served here. Use the host \"localhost\".")},
    {"remote.key_missing",
     QT_TRANSLATE_NOOP("Messages", "The command has no valid Idempotency-Key. Send one of 1 to 128 letters, digits, '-', '_' and '.', "
                                   "another for each command.")},
    {"remote.key_reused",
     QT_TRANSLATE_NOOP("Messages", "The key {key} was used for another command. Take a new key for each command.")},
    {"remote.method_refused",
     QT_TRANSLATE_NOOP("Messages", "This route does not take that method. The header Allow names those that it takes.")},
    {"remote.no_answer",
     QT_TRANSLATE_NOOP("Messages", "The owner does not answer. It may be stopped or its disk may hang; `penstock doctor` tells more.")},
    {"remote.no_owner",
     QT_TRANSLATE_NOOP("Messages", "No owner is running for this workspace. The next command that needs one starts it.")},
    {"remote.origin_refused", QT_TRANSLATE_NOOP("Messages", "Requests from web pages are refused. Use a program of your own.")},
    {"remote.owner_did_not_start",
     QT_TRANSLATE_NOOP("Messages", "The owner of this workspace did not start: {words}. `penstock doctor` tells more.")},
    {"remote.owner_file_unreadable",
     QT_TRANSLATE_NOOP("Messages", "The file {path} cannot be read. It is written anew by the next owner; `penstock serve` starts one.")},
    {"remote.owner_file_unwritable",
     QT_TRANSLATE_NOOP("Messages", "The file {path} cannot be written. Check the permissions of its folder and the space on its disk.")},
    {"remote.owner_leaving",
     QT_TRANSLATE_NOOP("Messages", "The owner is just leaving, because it has nothing to do. Give the command again.")},
    {"remote.owner_not_startable",
     QT_TRANSLATE_NOOP("Messages", "The program {program} cannot be started. Install Penstock anew.")},
    {"remote.owner_silent",
     QT_TRANSLATE_NOOP("Messages", "The owner of this workspace did not start, and did not say why. `penstock doctor` tells more.")},
    {"remote.protocol_differs",
     QT_TRANSLATE_NOOP("Messages", "The owner of this workspace is of version {version}, which speaks another protocol. Wait until its "
                                   "runs have ended, then try again.")},
    {"remote.query_unknown", QT_TRANSLATE_NOOP("Messages", "The query key \"{key}\" is not known to this route. Leave it out.")},
    {"remote.request_malformed",
     QT_TRANSLATE_NOOP("Messages", "The request is no valid HTTP/1.1. Check its first line and its headers.")},
    {"remote.request_too_slow", QT_TRANSLATE_NOOP("Messages", "The request did not come to its end in time. Send it at once.")},
    {"remote.route_unknown", QT_TRANSLATE_NOOP("Messages", "There is nothing at {path}. The routes are in docs/formats.md.")},
    {"remote.socket_folder",
     QT_TRANSLATE_NOOP("Messages", "The folder {path} for the owner's socket cannot be made. Check its parent, or set XDG_RUNTIME_DIR.")},
    {"remote.socket_folder_foreign",
     QT_TRANSLATE_NOOP("Messages", "The folder {path} for the owner's socket belongs to somebody else or is open to others, so it is not"
                                   " safe. Remove it, or set XDG_RUNTIME_DIR to a folder of your own.")},
    {"remote.token_refused",
     QT_TRANSLATE_NOOP("Messages", "The token is missing or wrong. Send it as \"Authorization: Bearer TOKEN\".")},
    {"remote.too_many_connections",
     QT_TRANSLATE_NOOP("Messages", "Too many programs are connected to the owner. Close some and try again.")},
    {"remote.url_too_long", QT_TRANSLATE_NOOP("Messages", "The request's address is longer than 8 KiB. Send less.")},
};

} // namespace

std::span<const Entry> remoteCatalogue() { return entries; }

} // namespace penstock::messages
